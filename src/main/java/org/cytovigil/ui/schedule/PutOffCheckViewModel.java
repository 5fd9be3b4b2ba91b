package org.cytovigil.ui.schedule;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.Check;
import org.cytovigil.grading.DueCheck;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.alarms.PutOff;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.DueWords;
import org.cytovigil.ui.theme.Texts;

/** Putting checks of one patient off for a while. FX thread, or one thread in tests. */
// [impl->req~ui.put-off-check~1]
public final class PutOffCheckViewModel {
    /** More would not fit the line at the bedside. */
    static final int LONGEST = 200;

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Workbench bench;
    private final StayId stay;
    private final Runnable close;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<DueCheck>> checks =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Map<Check, BooleanProperty> chosen = new EnumMap<>(Check.class);
    private final StringProperty reason = new SimpleStringProperty("");
    private final ObjectProperty<PutOff> span = new SimpleObjectProperty<>(PutOff.HALF_HOUR);
    private Instant now = Instant.EPOCH;
    private int grade;
    private boolean busy;
    private boolean gone;

    /**
     * @param close run when all is done
     */
    public PutOffCheckViewModel(Workbench bench, StayId stay, Runnable close) {
        this.bench = bench;
        this.stay = stay;
        this.close = close;
        for (Check check : Check.values()) {
            chosen.put(check, new SimpleBooleanProperty(false));
        }
        show(bench.source().latest());
    }

    /** Follows the patient. */
    public void show(UnitSnapshot unit) {
        now = unit.at();
        Optional<StaySnapshot> found = unit.stay(stay);
        checks.set(found.map(shown -> shown.schedule().checks()).orElse(List.of()));
        found.ifPresent(
                shown -> {
                    title.set(
                            Texts.of(
                                    "due.panel.patient",
                                    shown.bed(),
                                    shown.stay().patient().name(),
                                    shown.stay().patient().recordNumber()));
                    ScaleId scale = shown.scale();
                    Assessment assessment = shown.assessment(scale);
                    grade = assessment == null ? 0 : assessment.standing().lowest();
                });
    }

    /** Whether a check is to be put off or asked for again. */
    public BooleanProperty chosenProperty(Check check) {
        return Objects.requireNonNull(chosen.get(check));
    }

    /** Chooses the vital signs, which are taken on one round, and nothing else. */
    public void chooseVitals() {
        chosen.forEach((check, choice) -> choice.set(check.isVital()));
    }

    /** Puts the chosen checks off; says why not when none is chosen or no reason is given. */
    public void putOff() {
        String why = OneLine.of(reason.get()).strip();
        List<Entry.Event> events = new ArrayList<>();
        Instant until = until();
        for (DueCheck due : choice(check -> true)) {
            events.add(new Entry.CheckPutOff(due.check(), grade, cut(why), until));
        }
        if (events.isEmpty()) {
            message.set(Texts.of("due.panel.none-chosen"));
        } else if (why.isEmpty()) {
            message.set(Texts.of("due.panel.no-reason"));
        } else {
            keep(events);
        }
    }

    /** Asks again for the chosen checks that are put off. */
    public void askAgain() {
        List<Entry.Event> events = new ArrayList<>();
        for (DueCheck due : choice(check -> check.putOff() != null)) {
            events.add(new Entry.CheckAskedAgain(due.check()));
        }
        if (events.isEmpty()) {
            message.set(Texts.of("due.panel.none-put-off"));
        } else {
            keep(events);
        }
    }

    private List<DueCheck> choice(Predicate<DueCheck> wanted) {
        return checks.get().stream()
                .filter(due -> chosenProperty(due.check()).get())
                .filter(wanted)
                .toList();
    }

    private void keep(List<Entry.Event> events) {
        if (busy) {
            return;
        }
        busy = true;
        Instant at = now;
        bench.background()
                .execute(
                        () -> {
                            String fault = store(at, events);
                            bench.screen().execute(() -> stored(fault));
                        });
    }

    private String store(Instant at, List<Entry.Event> events) {
        try {
            bench.source().chart(stay, at, events);
            return "";
        } catch (LedgerException e) {
            return Texts.of("due.panel.not-kept", String.valueOf(e.getMessage()));
        }
    }

    private void stored(String fault) {
        busy = false;
        message.set(fault);
        if (fault.isEmpty()) {
            close.run();
        } else if (gone) {
            bench.missed().accept(title.get() + ": " + fault);
        }
    }

    /** Whether the panel may go: not while the store is waited for, which it says. */
    boolean mayLeave() {
        if (busy) {
            message.set(Texts.of("due.panel.saving"));
        }
        return !busy;
    }

    /** The panel is closed: nobody sees any more what is said here. */
    void gone() {
        gone = true;
    }

    private static String cut(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        // Half a character would be no text that can be stored.
        boolean half = Character.isHighSurrogate(words.charAt(LONGEST - 1));
        return words.substring(0, half ? LONGEST - 1 : LONGEST);
    }

    private Instant until() {
        return now.plus(span.get().span());
    }

    /** What the button says that puts off: until when. */
    public String putOffWords() {
        return Texts.of("due.panel.put-off", CLOCK.format(until().atZone(bench.zone())));
    }

    /** A check and how it stands with it, in words. */
    public String words(DueCheck due) {
        String words = Texts.of("due.line", DueWords.name(due.check()), DueWords.when(due, now));
        return due.putOff() == null
                ? words
                : words
                        + " · "
                        + Texts.of(
                                "due.put-off",
                                CLOCK.format(due.putOff().until().atZone(bench.zone())),
                                due.putOff().by(),
                                due.putOff().reason());
    }

    /** Whose checks they are, by bed, name and record number. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Why nothing was done; empty while nothing is wrong. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** What is asked for, that which is due first first. */
    public ReadOnlyObjectProperty<List<DueCheck>> checksProperty() {
        return checks.getReadOnlyProperty();
    }

    /** Why it is put off. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** For how long. */
    public ObjectProperty<PutOff> spanProperty() {
        return span;
    }
}
