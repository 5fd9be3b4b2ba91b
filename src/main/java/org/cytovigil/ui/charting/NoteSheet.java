package org.cytovigil.ui.charting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.Note;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.Texts;

/** What happened, in a person's own words; nothing is graded by it. */
// [impl->req~ui.chart-note~1]
final class NoteSheet implements Sheet {
    /** From here on what is left is said. */
    private static final int NEARLY = Note.LONGEST - 200;

    private final Field text = Field.typed("note").inLines();

    @Override
    public String id() {
        return "note";
    }

    @Override
    public boolean charts(Observation fact) {
        return fact instanceof Observation.Note;
    }

    @Override
    public List<Field> fields() {
        return List.of(text);
    }

    @Override
    public boolean fill(Observation fact) {
        if (!(fact instanceof Note note)) {
            return false;
        }
        text.textProperty().set(note.text());
        return true;
    }

    @Override
    public void show(StaySnapshot stay, Instant now) {
        int length = written().length();
        text.setNote(
                length < NEARLY
                        ? Texts.of("charting.note.keys")
                        : Texts.of(
                                "charting.note.length",
                                Integer.toString(length),
                                Integer.toString(Note.LONGEST)));
    }

    /** As typed, with one kind of line end, and blanks for tabs. */
    private String written() {
        return text.text().replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    }

    @Override
    public Filled read(StaySnapshot stay) {
        Doubts filled = new Doubts(stay.policy().plausibility());
        String written = written();
        if (written.isEmpty()) {
            return filled.filled();
        }
        Optional<String> unseen = unseen(written);
        if (written.length() > Note.LONGEST) {
            text.refuse(
                    Texts.of(
                            "charting.note.too-long",
                            Integer.toString(written.length()),
                            Integer.toString(Note.LONGEST)));
        } else if (unseen.isPresent()) {
            text.refuse(Texts.of("charting.note.unseen", unseen.get()));
        } else {
            filled.add(new Note(written));
        }
        return filled.filled();
    }

    /** The first character that is not seen and changes how the rest is, by its number. */
    private static Optional<String> unseen(String written) {
        return written.codePoints()
                .filter(each -> each != '\n' && !OneLine.is(Character.toString(each)))
                .mapToObj("U+%04X"::formatted)
                .findFirst();
    }
}
