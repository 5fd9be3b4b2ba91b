package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cytovigil.clinical.Observation.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~ui.chart-note~1]
class NoteSheetTest {
    private final Desk desk = new Desk();

    @Test
    void aNoteKeepsItsLines() {
        desk.open(new NoteSheet()).type("note", "  Sister rang.\r\n\tWants to be called.\n").save();

        assertThat(desk.charted).containsExactly(new Note("Sister rang.\n Wants to be called."));
        assertThat(desk.closed).hasSize(1);
    }

    @Test
    void anEmptyNoteIsNone() {
        desk.open(new NoteSheet()).type("note", " \n ").save();

        assertThat(desk.charted).isEmpty();
        assertThat(desk.model().noticeProperty().get()).isEqualTo("Nothing is filled in.");
    }

    @Test
    void aNoteOfTwoThousandCharactersIsChartedAndOneMoreIsRefused() {
        desk.open(new NoteSheet()).type("note", "x".repeat(2001));
        assertThat(desk.note("note")).isEqualTo("2001 of 2000 characters.");
        desk.save();

        assertThat(desk.refusal("note")).startsWith("It has 2001 characters");
        assertThat(desk.charted).isEmpty();

        desk.type("note", "x".repeat(2000)).save();
        assertThat(desk.charted).containsExactly(new Note("x".repeat(2000)));
    }

    @Test
    void aCharacterThatTurnsTheTextRoundIsRefusedByItsNumber() {
        desk.open(new NoteSheet()).type("note", "No \u202edetibihorp\u202c").save();

        assertThat(desk.refusal("note")).contains("(U+202E)");
        assertThat(desk.charted).isEmpty();
    }

    @Test
    void aControlCharacterIsRefused() {
        desk.open(new NoteSheet()).type("note", "a\u001b[2Jb").save();

        assertThat(desk.refusal("note")).contains("(U+001B)");
        assertThat(desk.charted).isEmpty();
    }

    @Test
    void whatWasWrittenOutlivesTheProgramWithItsLines(@TempDir Path folder) {
        Drafts first = Drafts.in(folder);
        new Desk(first).open(new NoteSheet()).type("note", "one\ntwo");
        first.close();

        Desk after = new Desk(Drafts.in(folder)).open(new NoteSheet());
        after.model().takeDraft();

        assertThat(after.field("note").text()).isEqualTo("one\ntwo");
    }

    @Test
    void aNoteTellsALogNothingOfItsText() {
        assertThat(new Note("Sister rang.")).hasToString("Note[12 characters]");
    }
}
