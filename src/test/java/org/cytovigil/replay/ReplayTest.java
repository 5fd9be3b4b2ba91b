package org.cytovigil.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cytovigil.alarm.AlarmChange;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.AlarmPart;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.ForwardingLedger;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitMonitor;
import org.cytovigil.monitor.UnitSession;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~replay.same-fold~1]
class ReplayTest {
    private static final Author AUTHOR = new Author(Author.Kind.IMPORT, "course.json");
    private static final StayId STAY = new StayId("7");
    private static final Instant END = Facts.hour(30);

    private Instant now = Facts.ZERO;

    private static Entry observed(double hours, Observation observation) {
        return new Entry(
                STAY,
                Facts.hour(hours),
                Facts.hour(hours),
                AUTHOR,
                new Entry.Observed(observation));
    }

    private static Entry admitted() {
        Stay stay = Facts.stay("7", Facts.adult());
        return new Entry(STAY, Facts.ZERO, Facts.ZERO, AUTHOR, new Entry.Admitted(stay));
    }

    private static List<Entry> course() {
        return List.of(
                admitted(),
                observed(1, Facts.FEVER),
                observed(1, Facts.ROOM_AIR),
                observed(1, Facts.NORMAL_PRESSURE),
                observed(2, Facts.norepinephrine(22)),
                observed(3 + 10 / 3600.0, Facts.stopped(Vasopressor.NOREPINEPHRINE)),
                observed(3 + 40 / 3600.0, Facts.norepinephrine(24)),
                observed(4, Facts.device("hfnc", 40.0, 0.5)),
                observed(8, Facts.norepinephrine(4)),
                observed(9, Facts.list()),
                observed(9, Facts.NO_FEVER),
                observed(12, Facts.ROOM_AIR));
    }

    private UnitSession session(Ledger ledger, Consumer<Instant> replay) {
        UnitMonitor monitor = new UnitMonitor(SitePolicy.DEFAULT, ZoneOffset.UTC, Facts.ZERO);
        return new UnitSession(monitor, ledger, () -> now, replay, UnitSource.Mode.REPLAY, "nurse");
    }

    private UnitSnapshot replayed(Duration step) {
        MemoryLedger ledger = new MemoryLedger();
        now = Facts.ZERO;
        try (UnitSession session = session(ledger, new Replay(course(), ledger))) {
            session.beat();
            while (now.isBefore(END)) {
                now = now.plus(step).isBefore(END) ? now.plus(step) : END;
                session.beat();
            }
            return session.latest();
        }
    }

    private static Map<ScaleId, List<Assessment>> histories(UnitSnapshot snapshot) {
        StaySnapshot stay = snapshot.stay(STAY).orElseThrow();
        return stay.histories();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 15, 60, 3_600, 1_000_000})
    void gradesAndAlarmsAreTheSameAtEverySpeed(long seconds) {
        UnitSnapshot once = replayed(Duration.ofDays(3));
        UnitSnapshot stepped = replayed(Duration.ofSeconds(seconds));
        assertThat(histories(stepped)).isEqualTo(histories(once));
        assertThat(stepped.alarms()).isEqualTo(once.alarms());
        assertThat(histories(once).get(ScaleId.LEE_2014))
                .extracting(step -> step.range().lowest())
                .startsWith(1, 2)
                .contains(3);
    }

    @Test
    void theFutureIsHidden() {
        MemoryLedger ledger = new MemoryLedger();
        try (UnitSession session = session(ledger, new Replay(course(), ledger))) {
            now = Facts.hour(2).minusMillis(1);
            session.beat();
            assertThat(ledger.entriesOf(STAY))
                    .hasSize(4)
                    .noneMatch(entry -> entry.at().isAfter(now));
            assertThat(session.latest().stay(STAY).orElseThrow().chart().vasopressors()).isEmpty();

            now = Facts.hour(2);
            session.beat();
            assertThat(ledger.entriesOf(STAY)).hasSize(5);
        }
    }

    @Test
    void entriesAreAppendedInTheOrderOfTheirTimesAndOnce() {
        MemoryLedger ledger = new MemoryLedger();
        List<Entry> shuffled = new ArrayList<>(course().subList(1, course().size()).reversed());
        shuffled.addFirst(admitted());
        Replay replay = new Replay(shuffled, ledger);
        replay.accept(END);
        replay.accept(END);
        assertThat(ledger.entriesOf(STAY))
                .hasSize(course().size())
                .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(replay.end()).isEqualTo(Facts.hour(12));
        assertThat(new Replay(List.of(), ledger).end()).isEqualTo(Instant.EPOCH);
    }

    /** A ledger that refuses the first appends. */
    private static final class Refusing extends ForwardingLedger {
        private int refusals;

        private Refusing(int refusals) {
            super(new MemoryLedger());
            this.refusals = refusals;
        }

        @Override
        public void append(List<Entry> entries) {
            if (refusals-- > 0) {
                throw new LedgerException("disk full");
            }
            super.append(entries);
        }
    }

    @Test
    void whatTheLedgerRefusedIsOfferedAgainAndTheFaultShown() {
        Refusing ledger = new Refusing(2);
        try (UnitSession session = session(ledger, new Replay(course(), ledger))) {
            now = END;
            session.beat();
            session.beat();
            assertThat(session.fault()).contains("LedgerException");
            assertThat(ledger.entriesOf(STAY)).isEmpty();
            session.beat();
            assertThat(ledger.entriesOf(STAY)).isEqualTo(course());
            assertThat(session.latest().stays()).hasSize(1);
        }
    }

    @Test
    void aMovedCourseIsTheSameCourseLater() {
        Stay other = Facts.stay("8", Facts.adult());
        List<Entry> moved = Replay.moved(course(), Duration.ofHours(5), other);
        assertThat(moved)
                .hasSameSizeAs(course())
                .allMatch(entry -> entry.stay().equals(other.id()));
        assertThat(moved.getFirst().event()).isEqualTo(new Entry.Admitted(other));
        for (int i = 0; i < moved.size(); i++) {
            assertThat(Duration.between(course().get(i).at(), moved.get(i).at()))
                    .isEqualTo(Duration.ofHours(5));
        }
    }

    @Test
    void aReplayClockRunsAtItsSpeed() {
        ReplayClock clock = new ReplayClock(() -> now, Facts.hour(100), 60);
        assertThat(clock.instant()).isEqualTo(Facts.hour(100));
        now = now.plusSeconds(60);
        assertThat(clock.instant()).isEqualTo(Facts.hour(101));
        assertThatThrownBy(() -> new ReplayClock(() -> now, Facts.ZERO, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReplayClock(() -> now, Facts.ZERO, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * A step at hour 1, whose alarm a delay from hour 0.5 to 1.25 holds back: it is raised when
     * that ends, at every speed and wherever the course is moved to.
     */
    // [utest->req~alarm.patient-settings~1]
    @ParameterizedTest
    @ValueSource(longs = {1, 60, 1_000_000})
    void whatIsOtherwiseForAPatientEndsInAMovedCourseAsItDid(long seconds) {
        AlarmKey step = new AlarmKey(STAY, AlarmKind.OXYGEN_STEP);
        Entry.Event delay =
                new Entry.AlarmAdjusted(
                        step,
                        new AlarmChange(Map.of(AlarmPart.DELAY, "60 min")),
                        "frail",
                        Facts.hour(1.25));
        Author nurse = new Author(Author.Kind.PERSON, "N2");
        List<Entry> course =
                List.of(
                        admitted(),
                        observed(0.25, Facts.ROOM_AIR),
                        new Entry(STAY, Facts.hour(0.5), Facts.hour(0.5), nurse, delay),
                        observed(1, Facts.cannula(4)));
        Stay stay = Facts.stay("7", Facts.adult());
        Duration shift = Duration.ofDays(3);
        Stay later =
                new Stay(
                        STAY,
                        stay.patient(),
                        null,
                        stay.admitted().plus(shift),
                        null,
                        stay.bed(),
                        stay.origin());
        MemoryLedger ledger = new MemoryLedger();
        Replay replay = new Replay(Replay.moved(course, shift, later), ledger);
        now = Facts.ZERO.plus(shift);
        Instant end = now.plus(Duration.ofHours(3));
        try (UnitSession session = session(ledger, replay)) {
            session.beat();
            while (now.isBefore(end)) {
                now = now.plusSeconds(seconds).isBefore(end) ? now.plusSeconds(seconds) : end;
                session.beat();
            }
            assertThat(session.latest().logs().getOrDefault(STAY, List.of()))
                    .filteredOn(line -> line.kind() == AlarmKind.OXYGEN_STEP)
                    .extracting(line -> Duration.between(Facts.ZERO.plus(shift), line.at()))
                    .containsExactly(
                            Duration.ofMinutes(30), Duration.ofMinutes(75), Duration.ofMinutes(75));
        }
    }
}
