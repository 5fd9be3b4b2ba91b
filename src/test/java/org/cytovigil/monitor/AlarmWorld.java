package org.cytovigil.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cytovigil.alarm.AlarmChange;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.alarm.Condition;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPart;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;

/**
 * A small unit to which everything can happen that happens to one alarm, minute by minute. With two
 * patients, whose devices send, and reminders after half an hour.
 */
final class AlarmWorld {
    static final SitePolicy POLICY =
            SitePolicy.of(
                    "site-1",
                    Map.of(
                            Settings.of("alarm-grade-rise.remind-after").orElseThrow(), "30 min",
                            Settings.of("alarm-storage.remind-after").orElseThrow(), "30 min"));

    /** Over sooner, reminded sooner and of medium priority at once. */
    private static final AlarmChange CHANGE =
            new AlarmChange(
                    Map.of(
                            AlarmPart.CLEAR_AFTER, "5 min",
                            AlarmPart.REMIND_AFTER, "10 min",
                            AlarmPart.MEDIUM_FROM, "1"));

    /** What can happen, to any alarm. */
    static final List<String> ACTS =
            List.of(
                    "wait 1",
                    "wait 16",
                    "wait 31",
                    "answer",
                    "shelve",
                    "unshelve",
                    "take out",
                    "put back",
                    "adjust",
                    "end adjusting");

    private final AlarmKey key;
    private final UnitMonitor unit = unit();
    private final List<Entry> entries = new ArrayList<>();
    private Instant now = Facts.ZERO;
    private String last = "";

    AlarmWorld(AlarmKey key) {
        this.key = key;
        for (String id : List.of("7", "8")) {
            Stay stay = Facts.stay(id, Facts.adult());
            tell(stay.id(), Author.Kind.PERSON, new Entry.Admitted(stay));
        }
        unit.tick(now);
    }

    static AlarmWorld after(AlarmKey key, List<String> steps) {
        AlarmWorld world = new AlarmWorld(key);
        steps.forEach(world::happens);
        return world;
    }

    private static UnitMonitor unit() {
        return new UnitMonitor(PolicyTimeline.always(POLICY), ZoneOffset.UTC, Facts.ZERO);
    }

    private void tell(StayId of, Author.Kind kind, Entry.Event event) {
        Entry entry = new Entry(of, now, now, new Author(kind, "N2"), event);
        entries.add(entry);
        unit.now(now);
        unit.accept(entry);
    }

    private void observe(Observation... facts) {
        for (Observation fact : facts) {
            tell(Watch.STAY, Author.Kind.PERSON, new Entry.Observed(fact));
        }
    }

    private void minutes(int count) {
        for (int i = 0; i < count; i++) {
            now = now.plusSeconds(60);
            unit.tick(now);
        }
    }

    /** Lets something happen, and a minute pass. */
    void happens(String step) {
        String[] words = step.split(" (?=\\d)", -1);
        int amount = words.length > 1 ? Integer.parseInt(words[1]) : 0;
        AlarmState state = state();
        Condition condition = state.condition();
        int seen = condition == null ? 2 : condition.level();
        switch (words[0]) {
            case "wait" -> minutes(amount - 1);
            case "grade" -> grade(amount);
            case "trouble" ->
                    tell(
                            AlarmKey.UNIT,
                            Author.Kind.PROGRAM,
                            new Entry.Technical(
                                    key.kind(), amount, amount == 0 ? "" : "trouble " + amount));
            case "send" -> {
                for (int i = 0; i < amount; i++) {
                    for (String id : List.of("7", "8")) {
                        tell(
                                new StayId(id),
                                Author.Kind.DEVICE,
                                new Entry.Observed(new Observation.HeartRate(80)));
                    }
                    minutes(1);
                }
            }
            case "answer" -> act(new Entry.Acknowledged(key, seen, "seen"));
            case "shelve" ->
                    act(
                            new Entry.AlarmShelved(
                                    key, seen, "in theatre", now.plus(Duration.ofMinutes(20))));
            case "unshelve" -> act(new Entry.AlarmUnshelved(key));
            case "take out" -> act(new Entry.AlarmTakenOut(key, "in theatre"));
            case "put back" -> act(new Entry.AlarmPutBack(key));
            case "adjust" ->
                    act(
                            new Entry.AlarmAdjusted(
                                    key, CHANGE, "frail", now.plus(Duration.ofMinutes(25))));
            case "end adjusting" -> act(new Entry.AlarmAdjustmentEnded(key));
            default -> throw new IllegalArgumentException(step);
        }
        if (words[0].matches("grade|trouble|send")) {
            last = step;
        }
        minutes(1);
    }

    private void act(Entry.OnAlarm act) {
        tell(key.stay(), Author.Kind.PERSON, act);
    }

    private void grade(int grade) {
        observe(
                grade == 0 ? Facts.NO_FEVER : Facts.FEVER,
                grade == 2 ? Facts.pressure(80, 50) : Facts.NORMAL_PRESSURE,
                Facts.ROOM_AIR,
                grade == 3
                        ? Facts.list(
                                Facts.infusion(
                                        org.cytovigil.clinical.Vasopressor.NOREPINEPHRINE,
                                        5,
                                        org.cytovigil.clinical.DoseUnit.UG_PER_MIN))
                        : Facts.list());
    }

    List<Entry> entries() {
        return entries;
    }

    Instant now() {
        return now;
    }

    private AlarmState state() {
        UnitSnapshot shown = unit.snapshot();
        for (Alarm alarm : shown.alarms()) {
            if (alarm.key().equals(key)) {
                return alarm.state();
            }
        }
        for (HiddenAlarm alarm : shown.hidden()) {
            if (alarm.key().equals(key)) {
                return alarm.state();
            }
        }
        return new AlarmState.Normal();
    }

    /** The state without times and names, and how it is with the patient or the unit. */
    String abridged() {
        AlarmState state = state();
        Condition condition = state.condition();
        return "%s %s %s %s, %s"
                .formatted(
                        unit.snapshot().adjusted().isEmpty() ? "usual" : "adjusted",
                        state.getClass().getSimpleName(),
                        condition == null ? "-" : condition.level(),
                        state instanceof AlarmState.Shelved shelved ? "to " + shelved.level() : "",
                        last);
    }

    Class<? extends AlarmState> stateClass() {
        return state().getClass();
    }

    /** Everything that is shown of alarms. */
    static List<Object> shown(UnitSnapshot snapshot) {
        return List.of(snapshot.alarms(), snapshot.hidden(), snapshot.adjusted(), snapshot.logs());
    }

    List<Object> shown() {
        return shown(unit.snapshot());
    }

    /** What a program shows that reads the entries of this one anew. */
    List<Object> shownAfterARestart() {
        UnitMonitor again = unit();
        again.now(now);
        List<List<Entry>> ledgers = new ArrayList<>();
        for (StayId id : List.of(AlarmKey.UNIT, new StayId("7"), new StayId("8"))) {
            ledgers.add(entries.stream().filter(entry -> entry.stay().equals(id)).toList());
        }
        InOrder.asLearned(ledgers).forEach(again::accept);
        again.tick(now);
        return shown(again.snapshot());
    }

    static List<String> steps(AlarmKind kind) {
        List<String> steps = new ArrayList<>(ACTS);
        switch (kind) {
            case GRADE_RISE, SECOND_SCALE_RISE ->
                    steps.addAll(List.of("grade 0", "grade 1", "grade 2", "grade 3"));
            case FEED_LOST -> steps.addAll(List.of("send 5", "send 1"));
            default -> steps.addAll(List.of("trouble 0", "trouble 1", "trouble 2"));
        }
        return steps;
    }
}
