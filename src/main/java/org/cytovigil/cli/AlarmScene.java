package org.cytovigil.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSession;
import picocli.CommandLine;

/**
 * A moment of the demonstration at which an alarm is in one of the seven states, for the pictures
 * of the guide: whose bed, when, which alarm, and what somebody did to alarms just before.
 */
// [impl->req~command.screenshot-states~1]
enum AlarmScene {
    /** Before the first fever. */
    NORMAL("8", "2026-01-07T04:50:00Z", AlarmKind.GRADE_RISE, AlarmState.Normal.class, List.of()),
    /** Six minutes after a rise to grade 3. */
    UNACKNOWLEDGED(
            "2",
            "2026-01-07T06:00:00Z",
            AlarmKind.GRADE_RISE,
            AlarmState.Unacknowledged.class,
            List.of()),
    /** The same, answered. */
    ACKNOWLEDGED(
            "2",
            "2026-01-07T06:00:00Z",
            AlarmKind.GRADE_RISE,
            AlarmState.Acknowledged.class,
            List.of(key -> new Entry.Acknowledged(key, 3, "physician called"))),
    /** A pressure is no longer low once a vasopressor runs, and nobody had answered. */
    RETURNED_UNACKNOWLEDGED(
            "2",
            "2026-01-07T06:12:00Z",
            AlarmKind.REFRACTORY_HYPOTENSION,
            AlarmState.ReturnedUnacknowledged.class,
            List.of(
                    key ->
                            new Entry.Acknowledged(
                                    new AlarmKey(key.stay(), AlarmKind.GRADE_RISE),
                                    3,
                                    "physician called"))),
    /** A cannula that everybody knows of. */
    SHELVED(
            "2",
            "2026-01-07T06:00:00Z",
            AlarmKind.OXYGEN_STEP,
            AlarmState.Shelved.class,
            List.of(
                    key ->
                            new Entry.AlarmShelved(
                                    key,
                                    1,
                                    "cannula known, seen at the round",
                                    Instant.parse("2026-01-07T10:00:00Z")))),
    /** A second vasopressor, which is why the grade rose to 4. */
    SUPPRESSED(
            "4",
            "2026-01-07T07:15:00Z",
            AlarmKind.SECOND_VASOPRESSOR,
            AlarmState.Suppressed.class,
            List.of()),
    /** Nobody is asked for temperatures that a probe takes. */
    OUT_OF_SERVICE(
            "2",
            "2026-01-07T06:00:00Z",
            AlarmKind.ASSESSMENT_OVERDUE,
            AlarmState.OutOfService.class,
            List.of(
                    key ->
                            new Entry.AlarmTakenOut(
                                    key, "temperature by bladder probe, charted on paper")));

    private final String bed;
    private final Instant at;
    private final AlarmKind kind;
    private final Class<? extends AlarmState> state;

    @SuppressWarnings("ImmutableEnumChecker") // made once of immutable parts and never changed
    private final List<Act> acts;

    AlarmScene(
            String bed,
            String at,
            AlarmKind kind,
            Class<? extends AlarmState> state,
            List<Act> acts) {
        this.bed = bed;
        this.at = Instant.parse(at);
        this.kind = kind;
        this.state = state;
        this.acts = acts;
    }

    /** What somebody does to the alarm of the scene. */
    @FunctionalInterface
    private interface Act {
        Entry.OnAlarm on(AlarmKey key);
    }

    /**
     * The scene of that state.
     *
     * @throws CommandLine.TypeConversionException when there is none
     */
    static AlarmScene parse(String text) {
        return Arrays.stream(values())
                .filter(scene -> scene.word().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new CommandLine.TypeConversionException(
                                        "\"" + text + "\" is none of " + words()));
    }

    /** The states, as they are written on the command line. */
    static String words() {
        return Arrays.stream(values()).map(AlarmScene::word).collect(Collectors.joining(", "));
    }

    /** How the state is written on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The bed that is looked at. */
    String bed() {
        return bed;
    }

    /** The moment that is looked at. */
    Instant at() {
        return at;
    }

    /** In what state the alarm of the scene is, once it is {@linkplain #play played}. */
    Class<? extends AlarmState> state() {
        return state;
    }

    /** Answers what has been alarming for long, but for the alarm of the scene, and acts. */
    void play(UnitSession session) {
        session.beat();
        AlarmKey key = key(session);
        OpenUnit.answerOldAlarms(session, List.of(key));
        List<Entry.OnAlarm> told = new ArrayList<>();
        for (Act act : acts) {
            told.add(act.on(key));
        }
        told.forEach(session::tell);
        session.beat();
    }

    /** The alarm that is in the state; of the stay that is in the bed of the scene. */
    AlarmKey key(UnitSession session) {
        StayId stay =
                session.latest().stays().stream()
                        .filter(found -> found.bed().equals(bed))
                        .map(StaySnapshot::stay)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("nobody is in bed " + bed))
                        .id();
        return new AlarmKey(stay, kind);
    }
}
