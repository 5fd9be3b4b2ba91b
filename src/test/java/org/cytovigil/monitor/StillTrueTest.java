package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.alarm.Condition;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is still true alarms again, for each kind: after a loss of signal, a restart, a change of
 * the clock, and when it is no longer put off.
 */
// [utest->req~alarm.states~1]
class StillTrueTest {
    private static final Author PROGRAM = new Author(Author.Kind.PROGRAM, "ward");
    private static final Author NURSE = new Author(Author.Kind.PERSON, "nurse");

    /** A gap is over when it is found, and stands to be answered. */
    private static final Set<AlarmKind> OVER =
            EnumSet.of(AlarmKind.MONITOR_OFF, AlarmKind.POLICY_REFUSED);

    /** A unit in which a condition holds, as of a moment. */
    private static final class Scene {
        private final AlarmKey key;
        private final Bedside bedside;
        private final List<Entry> entries;
        private Instant now;

        Scene(AlarmKind kind) {
            boolean ofUnit = AlarmKind.OF_THE_UNIT.contains(kind);
            key = ofUnit ? AlarmKey.ofUnit(kind) : new AlarmKey(Watch.STAY, kind);
            bedside = Bedside.well(settings(kind), course(kind));
            entries = new ArrayList<>(bedside.entries());
            now = entries.getLast().at();
            switch (kind) {
                case STORAGE, NO_SOUND, SCREEN_FROZEN -> technical(kind, 1);
                case MONITOR_OFF, POLICY_REFUSED -> {
                    technical(kind, 1);
                    technical(kind, 0);
                }
                case NO_DATA -> send(Duration.ZERO, "7");
                case CLOCK_SKEW -> send(Duration.ofMinutes(2), "7");
                case FEED_LOST -> {
                    Stay other = Facts.stay("8", Facts.adult());
                    entries.add(new Entry(other.id(), now, now, NURSE, new Entry.Admitted(other)));
                    send(Duration.ZERO, "7", "8");
                }
                default -> {}
            }
            now = now.plus(Duration.ofMinutes(AFTER.contains(kind) ? 15 : 3));
        }

        /** These need some minutes to come up. */
        private static final Set<AlarmKind> AFTER =
                EnumSet.of(AlarmKind.OVERRIDE_OVERTAKEN, AlarmKind.NO_DATA, AlarmKind.FEED_LOST);

        private static String settings(AlarmKind kind) {
            return switch (kind) {
                case OVERRIDE_OVERTAKEN -> "alarm-override-overtaken.delay=10 min";
                case RECURRENCE -> "episode.closes-after=6 h";
                default -> "alarm-rapid-rise.delay=0 min";
            };
        }

        private static String course(AlarmKind kind) {
            return switch (kind) {
                case GRADE_RISE -> "1:00 T39 BP80/50";
                case SECOND_SCALE_RISE -> "1:00 NE5";
                case FEVER_ONSET -> "1:00 apart T39";
                case REFRACTORY_HYPOTENSION -> "1:00 bolus 1:10 BP80/50";
                case SECOND_VASOPRESSOR -> "1:00 NE5 EPI4";
                case HIGH_DOSE -> "1:00 NE20";
                case OXYGEN_STEP -> "1:00 nc2";
                case RAPID_RISE -> "1:00 NK0.2";
                case ICANS_RISE -> "1:00 ICE9";
                case ICE_DROP -> "1:00 ICE10 2:00 ICE7";
                case RECURRENCE ->
                        "1:00 T39 1:10 T36.8 BP120/70 air none 7:10 T36.8 BP120/70 air none 8:00"
                                + " T39";
                case OVERRIDE_OVERTAKEN -> "1:00 T39 1:30 set1 2:00 BP80/50";
                case ASSESSMENT_OVERDUE -> "5:00 air";
                case STALE_DATA -> "1:00 T39 9:10 BP120/70";
                default -> "1:00 air";
            };
        }

        private void technical(AlarmKind kind, int level) {
            String cause = level == 0 ? "" : "trouble";
            entries.add(
                    new Entry(
                            AlarmKey.UNIT,
                            now,
                            now,
                            PROGRAM,
                            new Entry.Technical(kind, level, cause)));
        }

        private void send(Duration ahead, String... stays) {
            for (int minute = 0; minute < 10; minute++) {
                now = now.plusSeconds(60);
                for (String stay : stays) {
                    entries.add(
                            new Entry(
                                    new StayId(stay),
                                    now.plus(ahead),
                                    now,
                                    new Author(Author.Kind.DEVICE, "monitor-" + stay),
                                    new Entry.Observed(new Observation.HeartRate(80))));
                }
            }
        }

        /** How it stands with the alarm in a program that is started now. */
        AlarmState state() {
            UnitMonitor unit = bedside.unit();
            unit.now(now);
            entries.forEach(unit::accept);
            unit.tick(now);
            return state(unit.snapshot());
        }

        AlarmState state(UnitSnapshot shown) {
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

        void act(Entry.OnAlarm act) {
            entries.add(new Entry(key.stay(), now, now, NURSE, act));
        }

        /** The state in which it waits for an answer. */
        Class<? extends AlarmState> waiting() {
            return OVER.contains(key.kind())
                    ? AlarmState.ReturnedUnacknowledged.class
                    : AlarmState.Unacknowledged.class;
        }
    }

    /** Until when nothing comes: what goes by itself must not have gone by then. */
    private static Duration silence(AlarmKind kind) {
        return switch (kind) {
            case RAPID_RISE -> Duration.ofMinutes(50);
            case REFRACTORY_HYPOTENSION -> Duration.ofHours(5);
            default -> Duration.ofHours(30);
        };
    }

    @ParameterizedTest
    @EnumSource
    void aLossOfSignalEndsNothing(AlarmKind kind) {
        Scene scene = new Scene(kind);
        UnitMonitor live = scene.bedside.unit();
        live.now(scene.now);
        scene.entries.forEach(live::accept);
        live.tick(scene.now);
        assertThat(scene.state(live.snapshot())).isInstanceOf(scene.waiting());

        for (Instant end = scene.now.plus(silence(kind)); scene.now.isBefore(end); ) {
            scene.now = scene.now.plusSeconds(60);
            live.tick(scene.now);
        }
        AlarmState after = scene.state(live.snapshot());
        assertThat(after).isInstanceOf(scene.waiting());
        assertThat(scene.state()).as("after a restart").isEqualTo(after);
    }

    @ParameterizedTest
    @EnumSource
    void aRestartBringsItBackUntilItIsAnswered(AlarmKind kind) {
        Scene scene = new Scene(kind);
        AlarmState before = scene.state();
        assertThat(before).isInstanceOf(scene.waiting());
        scene.now = scene.now.plusSeconds(600);
        assertThat(scene.state()).isEqualTo(before);

        scene.act(
                new Entry.Acknowledged(
                        scene.key, Objects.requireNonNull(before.condition()).level(), "seen"));
        scene.now = scene.now.plusSeconds(60);
        assertThat(scene.state())
                .isInstanceOf(
                        OVER.contains(kind)
                                ? AlarmState.Normal.class
                                : AlarmState.Acknowledged.class);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoLongerPutOffStandsAgain(AlarmKind kind) {
        assumeThat(OVER).as("what is over cannot be put off").doesNotContain(kind);
        Scene scene = new Scene(kind);
        Condition condition = Objects.requireNonNull(scene.state().condition());
        Instant until = scene.now.plusSeconds(1200);
        scene.act(new Entry.AlarmShelved(scene.key, condition.level(), "in theatre", until));
        boolean high = condition.priority() == AlarmPriority.HIGH;

        scene.now = until.minusMillis(1);
        assertThat(scene.state())
                .isInstanceOf(high ? AlarmState.Unacknowledged.class : AlarmState.Shelved.class);
        scene.now = until;
        assertThat(scene.state()).isEqualTo(new AlarmState.Unacknowledged(condition));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPutBackIntoServiceStandsAgain(AlarmKind kind) {
        assumeThat(OVER).as("what is over is gone with its answer").doesNotContain(kind);
        Scene scene = new Scene(kind);
        Condition condition = Objects.requireNonNull(scene.state().condition());
        scene.act(new Entry.AlarmTakenOut(scene.key, "in theatre"));
        scene.now = scene.now.plusSeconds(600);
        assertThat(scene.state()).isInstanceOf(AlarmState.OutOfService.class);
        scene.act(new Entry.AlarmPutBack(scene.key));
        assertThat(scene.state()).isEqualTo(new AlarmState.Unacknowledged(condition));
    }

    /** A day back, in the middle of it. */
    @ParameterizedTest
    @EnumSource
    void aClockThatIsSetBackEndsNothing(AlarmKind kind) {
        Scene scene = new Scene(kind);
        MemoryLedger ledger = new MemoryLedger();
        ledger.append(scene.entries);
        try (UnitSession session =
                new UnitSession(
                        scene.bedside.unit(),
                        ledger,
                        () -> scene.now,
                        at -> {},
                        // What the program finds out about itself is told by the entries.
                        UnitSource.Mode.REPLAY,
                        "ward")) {
            session.beat();
            AlarmState before = scene.state(session.latest());
            assertThat(before).isInstanceOf(scene.waiting());

            scene.now = scene.now.minus(Duration.ofDays(1));
            for (int second = 0; second < 60; second++) {
                scene.now = scene.now.plusSeconds(1);
                session.beat();
            }
            assertThat(scene.state(session.latest())).isEqualTo(before);
        }
    }
}
