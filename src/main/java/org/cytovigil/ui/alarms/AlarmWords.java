package org.cytovigil.ui.alarms;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.alarm.Answer;
import org.cytovigil.alarm.Condition;
import org.cytovigil.clinical.Patient;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.theme.Texts;

/** What screens say of alarms: whose, what, since when, answered by whom. */
public final class AlarmWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private AlarmWords() {}

    /** "Bed 4", "no bed", or "Unit" for what concerns every patient. */
    public static String bed(UnitSnapshot unit, AlarmKey key) {
        if (key.concernsTheUnit()) {
            return Texts.of("alarms.unit");
        }
        String bed = unit.stay(key.stay()).map(StaySnapshot::bed).orElse("");
        return bed.isEmpty() ? Texts.of("alarms.no-bed") : Texts.of("alarms.bed", bed);
    }

    /** "Bed 4 · DEMO Alpha": whose alarm it is. */
    public static String who(UnitSnapshot unit, AlarmKey key) {
        if (key.concernsTheUnit()) {
            return Texts.of("alarms.unit");
        }
        String name = patient(unit, key).map(Patient::name).orElse(key.stay().value());
        return Texts.of("alarms.who", bed(unit, key), name);
    }

    /** "Bed 4 · DEMO Alpha · MRN 0042": whose alarm it is, by two identifiers. */
    public static String identity(UnitSnapshot unit, AlarmKey key) {
        String who = who(unit, key);
        return patient(unit, key)
                .map(patient -> Texts.of("alarms.identity", who, patient.recordNumber()))
                .orElse(who);
    }

    private static Optional<Patient> patient(UnitSnapshot unit, AlarmKey key) {
        return unit.stay(key.stay()).map(stay -> stay.stay().patient());
    }

    /** What kind of condition, in a few words. */
    public static String kind(AlarmKind kind) {
        return Texts.of("alarms.kind." + kind.name());
    }

    /** The cause, and what else this alarm tells. */
    public static String cause(Condition condition) {
        return condition.also().isEmpty()
                ? condition.cause()
                : Texts.of("alarms.also", condition.cause(), String.join(", ", condition.also()));
    }

    /** What comes before the first stop in the cause: what rose, from where to where. */
    static String shortCause(Condition condition) {
        String cause = condition.cause();
        int stop = cause.indexOf(" · ");
        return stop < 0 ? cause : cause.substring(0, stop);
    }

    /** The whole line of the strip: mark, whose, what, and how it is with the answer. */
    public static String strip(UnitSnapshot unit, Alarm alarm) {
        String who = who(unit, alarm.key());
        String mark = alarm.condition().priority().mark();
        String cause = alarm.condition().cause();
        return switch (alarm.state()) {
            case AlarmState.Acknowledged answered ->
                    Texts.of("shell.alarm.answered", who, cause, by(answered.answer()));
            case AlarmState.ReturnedUnacknowledged returned ->
                    Texts.of("shell.alarm.returned", mark, who, cause);
            case AlarmState.Unacknowledged unanswered ->
                    Texts.of("shell.alarm.standing", mark, who, cause);
            case AlarmState.Normal normal -> "";
            case AlarmState.Shelved shelved -> "";
            case AlarmState.Suppressed inside -> "";
            case AlarmState.OutOfService out -> "";
        };
    }

    /** "!!! Bed 4 · ASTCT 2019 2 → 3": the same in short. */
    public static String brief(UnitSnapshot unit, Alarm alarm) {
        return Texts.of(
                "shell.alarm.standing",
                alarm.condition().priority().mark(),
                bed(unit, alarm.key()),
                shortCause(alarm.condition()));
    }

    /** "nurse N2: tocilizumab given", or only who when nobody said what was done. */
    public static String by(Answer answer) {
        return answer.action().isEmpty()
                ? answer.by()
                : Texts.of("alarms.by", answer.by(), answer.action());
    }

    /** How it is with the answer: "unanswered for 4 min", "acknowledged 3 min ago by nurse N2". */
    public static String answer(Alarm alarm, Instant now) {
        Instant raised = alarm.condition().raisedAt();
        return switch (alarm.state()) {
            case AlarmState.Acknowledged answered ->
                    Texts.of(
                            "alarms.answered",
                            Wording.age(answered.answer().at(), now),
                            by(answered.answer()),
                            Wording.age(raised, now));
            case AlarmState.ReturnedUnacknowledged returned ->
                    Texts.of(
                            "alarms.returned",
                            Wording.age(raised, now),
                            Wording.age(returned.clearedAt(), now));
            case AlarmState.Unacknowledged unanswered ->
                    Texts.of("alarms.unanswered", Wording.age(raised, now));
            case AlarmState.Normal normal -> "";
            case AlarmState.Shelved shelved -> "";
            case AlarmState.Suppressed inside -> "";
            case AlarmState.OutOfService out -> "";
        };
    }

    /** Why an alarm does not stand: put off until when, by whom and why; empty when it does. */
    public static String hidden(AlarmState state, Instant now, ZoneId zone) {
        return switch (state) {
            case AlarmState.Shelved shelved ->
                    Texts.of(
                            "alarms.put-off",
                            time(shelved.shelf().until(), now, zone),
                            shelved.shelf().by(),
                            shelved.shelf().reason());
            case AlarmState.Suppressed inside -> Texts.of("alarms.inside", kind(inside.inside()));
            case AlarmState.OutOfService out ->
                    Texts.of("alarms.out-of-service", out.by(), out.reason());
            case AlarmState.Normal normal -> "";
            case AlarmState.Unacknowledged unanswered -> "";
            case AlarmState.Acknowledged answered -> "";
            case AlarmState.ReturnedUnacknowledged returned -> "";
        };
    }

    /** "14:05", with the date when it is another day and not within six hours. */
    public static String time(Instant at, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        boolean near =
                at.atZone(zone).toLocalDate().equals(today)
                        || Duration.between(at, now).abs().toHours() < 6;
        return (near ? TIME : DATE_AND_TIME).format(at.atZone(zone));
    }
}
