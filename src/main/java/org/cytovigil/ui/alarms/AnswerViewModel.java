package org.cytovigil.ui.alarms;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Answering one alarm with what was done, putting it off, or taking it out of service. It follows
 * the alarm: an answer names the level that stands on the panel when it is given. FX thread, or one
 * thread in tests.
 */
// [impl->req~ui.alarm-answer~1]
public final class AnswerViewModel {
    /** More would not fit the line of a hand-over. */
    static final int LONGEST = 200;

    private final UnitSource source;
    private final ZoneId zone;
    private final AdjustViewModel adjust;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(null);
    private final StringProperty words = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final ObjectProperty<PutOff> span = new SimpleObjectProperty<>(PutOff.HALF_HOUR);

    /**
     * The alarm that is being answered.
     *
     * @param alarm as it stands on the panel
     * @param title whose it is, by two identifiers, and what
     * @param guidance what it means and what to do
     * @param notAnswerable why it cannot be answered; empty when it can
     * @param notPutOff why it cannot be put off; empty when it can
     * @param adjusted what of it is otherwise for this patient; empty for nothing
     * @param now the present
     */
    public record Shown(
            Alarm alarm,
            String title,
            String guidance,
            String notAnswerable,
            String notPutOff,
            String adjusted,
            Instant now) {}

    /**
     * @param source where alarms come from and answers go
     * @param zone for clock times
     */
    public AnswerViewModel(UnitSource source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
        this.adjust = new AdjustViewModel(source, zone);
    }

    /**
     * Opens the panel for an alarm that stands; one that does not stand any more changes nothing.
     */
    public void open(AlarmKey key) {
        adjust.close();
        words.set("");
        reason.set("");
        span.set(PutOff.HALF_HOUR);
        show(source.latest(), key);
    }

    /** Follows the alarm of the panel; closes it when the alarm stands no longer. */
    public void show(UnitSnapshot unit) {
        Shown open = shown.get();
        if (open != null) {
            show(unit, open.alarm().key());
        }
        adjust.show(unit);
    }

    /** Opens the panel that sets this kind of alarm otherwise for this patient. */
    public void adjustShown() {
        Shown open = shown.get();
        if (open != null) {
            adjust(open.alarm().key());
        }
    }

    /** Opens the panel that sets an alarm of a patient otherwise, in place of this one. */
    public void adjust(AlarmKey key) {
        close();
        adjust.open(key);
    }

    /** Setting alarms otherwise for one patient. */
    public AdjustViewModel adjusting() {
        return adjust;
    }

    /** Answers nothing. */
    public void close() {
        shown.set(null);
    }

    private void show(UnitSnapshot unit, AlarmKey key) {
        Optional<Alarm> alarm =
                unit.alarms().stream().filter(found -> found.key().equals(key)).findFirst();
        shown.set(alarm.map(found -> shown(unit, found, zone)).orElse(null));
    }

    private static Shown shown(UnitSnapshot unit, Alarm alarm, ZoneId zone) {
        return new Shown(
                alarm,
                Texts.of(
                        "shell.alarm.standing",
                        alarm.condition().priority().mark(),
                        AlarmWords.identity(unit, alarm.key()),
                        AlarmWords.cause(alarm.condition())),
                guidance(unit, alarm.key()),
                alarm.state() instanceof AlarmState.Acknowledged answered
                        ? Texts.of("answer.answered", AlarmWords.by(answered.answer()))
                        : "",
                notPutOff(alarm),
                AdjustmentWords.mark(unit, alarm.key(), zone),
                unit.at());
    }

    private static String guidance(UnitSnapshot unit, AlarmKey key) {
        SitePolicy policy = policy(unit, key);
        return unit.adjustment(key)
                .map(found -> found.change().guidance(key.kind(), policy))
                .orElseGet(() -> key.kind().settings().guidance(policy));
    }

    /** All stays go by one policy; what concerns the unit goes by it too. */
    private static SitePolicy policy(UnitSnapshot unit, AlarmKey key) {
        return unit.stay(key.stay())
                .or(() -> unit.stays().stream().findFirst())
                .map(StaySnapshot::policy)
                .orElse(SitePolicy.DEFAULT);
    }

    private static String notPutOff(Alarm alarm) {
        if (alarm.condition().priority() == AlarmPriority.HIGH) {
            return Texts.of("answer.no-put-off.high");
        }
        return alarm.state() instanceof AlarmState.ReturnedUnacknowledged
                ? Texts.of("answer.no-put-off.over")
                : "";
    }

    /** Answers the alarm with what was done. */
    public void answer(Done done) {
        acknowledge(done::words);
    }

    /** Answers the alarm with the words that were typed; nothing happens while there are none. */
    public void answerInWords() {
        if (!words.get().isBlank()) {
            acknowledge(() -> cut(words.get()));
        }
    }

    private void acknowledge(Supplier<String> action) {
        Shown open = shown.get();
        if (open != null && open.notAnswerable().isEmpty()) {
            Alarm alarm = open.alarm();
            tell(new Entry.Acknowledged(alarm.key(), alarm.condition().level(), action.get()));
        }
    }

    /** Puts the alarm off for the chosen time; nothing happens while no reason is given. */
    public void putOff() {
        Shown open = shown.get();
        if (open != null && open.notPutOff().isEmpty() && !reason.get().isBlank()) {
            Alarm alarm = open.alarm();
            tell(
                    new Entry.AlarmShelved(
                            alarm.key(),
                            alarm.condition().level(),
                            cut(reason.get()),
                            source.latest().at().plus(span.get().span())));
        }
    }

    /** Takes the alarm out of service; nothing happens while no reason is given. */
    public void takeOut() {
        Shown open = shown.get();
        if (open != null && !reason.get().isBlank()) {
            tell(new Entry.AlarmTakenOut(open.alarm().key(), cut(reason.get())));
        }
    }

    private void tell(Entry.OnAlarm act) {
        source.tell(act);
        close();
    }

    /** As much of it as is kept. */
    static String cut(String typed) {
        String line = typed.strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        // Half a character is another one when it is read from the store again.
        boolean half = Character.isHighSurrogate(line.charAt(LONGEST - 1));
        return line.substring(0, half ? LONGEST - 1 : LONGEST);
    }

    /** What the button says that puts off: until when. */
    public String putOffWords() {
        Instant now = source.latest().at();
        return Texts.of("answer.put-off", AlarmWords.time(now.plus(span.get().span()), now, zone));
    }

    /** The alarm on the panel, or {@code null} while the panel is closed. */
    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What was done, in own words. */
    public StringProperty wordsProperty() {
        return words;
    }

    /** Why it is put off or taken out of service. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** For how long it is put off. */
    public ObjectProperty<PutOff> spanProperty() {
        return span;
    }
}
