package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A unit whose computer's clock is set while it watches: every alarm comes when it would have. */
// [utest->req~monitor.steady-clock~1]
class ClockJumpTest {
    private static final Author MONITOR = new Author(Author.Kind.DEVICE, "monitor-7");

    private final MemoryLedger ledger = new MemoryLedger();

    private static UnitSession session(MemoryLedger ledger, InstantSource clock) {
        UnitMonitor unit = new UnitMonitor(SitePolicy.DEFAULT, ZoneOffset.UTC, clock.instant());
        return new UnitSession(unit, ledger, clock, now -> {}, UnitSource.Mode.LIVE, "nurse");
    }

    /** What a device sends whose clock is right, as a gateway on this computer learns it. */
    private static Entry sent(int minute, InstantSource clock, Observation observation) {
        return new Entry(
                Watch.STAY,
                Facts.minute(minute),
                clock.instant(),
                MONITOR,
                new Entry.Observed(observation));
    }

    /** Fever and its end, a drug given for half an hour, then silence until all is stale. */
    private static List<Observation> at(int minute) {
        List<Observation> facts = new ArrayList<>();
        if (minute <= 120 && minute % 5 == 0) {
            facts.add(Facts.celsius(minute < 60 ? 38.6 : 37.0));
            facts.add(Facts.NORMAL_PRESSURE);
            facts.add(Facts.ROOM_AIR);
        }
        if (minute == 70) {
            facts.add(Facts.norepinephrine(6));
        }
        if (minute == 100) {
            facts.add(Facts.stopped(Vasopressor.NOREPINEPHRINE));
        }
        return facts;
    }

    private List<String> watched(Duration jump, int atMinute) {
        MemoryLedger own = new MemoryLedger();
        ComputerClock computer = new ComputerClock(true);
        own.append(List.of(Watch.admitted()));
        List<String> seen = new ArrayList<>();
        try (UnitSession session = session(own, computer.steady)) {
            for (int minute = 0; minute < 14 * 60; minute++) {
                if (minute == atMinute) {
                    computer.isSet(jump);
                }
                for (Observation fact : at(minute)) {
                    own.append(List.of(sent(minute, computer.steady, fact)));
                }
                session.beat();
                UnitSnapshot unit = session.latest();
                seen.add(minute + " " + unit.at() + " " + unit.alarms());
                computer.passes(Duration.ofMinutes(1));
            }
            seen.add(session.latest().stays().getFirst().history(ScaleId.ASTCT_2019).toString());
            seen.add(session.latest().stays().getFirst().rejected().toString());
            assertThat(session.fault().isEmpty()).isEqualTo(jump.isZero());
        }
        return seen;
    }

    @ParameterizedTest
    @CsvSource({"-PT1H", "PT1H", "-PT24H", "PT24H"})
    void everyAlarmAndGradeComesWhenItWouldHave(Duration jump) {
        List<String> expected = watched(Duration.ZERO, 0);
        assertThat(String.join("", expected))
                .contains(AlarmKind.GRADE_RISE.name())
                .contains(AlarmKind.STALE_DATA.name())
                .contains(AlarmKind.NO_DATA.name());
        // Before the rise, within it, within the re-arm time, and while data turn stale.
        for (int minute : new int[] {1, 58, 75, 105, 125, 500}) {
            assertThat(watched(jump, minute)).as("set at minute %d", minute).isEqualTo(expected);
        }
    }

    @Test
    void aClockThatRunsSlowOrFastDelaysNoAlarmByMoreThanItGoesWrong() {
        for (double rate : new double[] {0.999, 1.001}) {
            ComputerClock computer = new ComputerClock(true);
            MemoryLedger own = new MemoryLedger();
            own.append(List.of(Watch.admitted(), sent(0, computer.steady, Facts.FEVER)));
            try (UnitSession session = session(own, computer.steady)) {
                session.beat();
                int minute = 0;
                while (minute < 600 && !temperatureIsStale(session)) {
                    computer.passes(Duration.ofMinutes(1), rate);
                    session.beat();
                    minute++;
                }
                // Eight hours, and a thousandth of them is half a minute.
                assertThat(minute).isBetween(479, 482);
            }
        }
    }

    private static boolean temperatureIsStale(UnitSession session) {
        return session.latest().stays().getFirst().picture().temperature() instanceof Reading.Stale;
    }

    /** A clock of any kind: time that stands still would freeze ages and alarms for a day. */
    @Test
    void aClockThatGoesBackADayDoesNotFreezeTheUnit() {
        Instant[] now = {Facts.hour(30)};
        ledger.append(List.of(Watch.admitted(), Watch.observed(29, Facts.FEVER)));
        try (UnitSession session = session(ledger, () -> now[0])) {
            session.beat();
            now[0] = now[0].minus(Duration.ofDays(1));
            session.beat();
            for (int minute = 0; minute < 8 * 60; minute++) {
                now[0] = now[0].plus(Duration.ofMinutes(1));
                session.beat();
            }
            assertThat(session.latest().at()).isEqualTo(Facts.hour(38));
            assertThat(temperatureIsStale(session)).isTrue();
        }
    }

    @Test
    void anAnswerAfterTheClockWentBackCounts() {
        Instant[] now = {Facts.hour(2)};
        ledger.append(List.of(Watch.admitted(), Watch.observed(1, Facts.FEVER)));
        try (UnitSession session = session(ledger, () -> now[0])) {
            session.beat();
            now[0] = now[0].minus(Duration.ofDays(1));
            session.beat();
            session.acknowledge(session.latest().alarms().getFirst());
            now[0] = now[0].plusSeconds(1);
            session.beat();
            assertThat(session.latest().alarms()).allMatch(Alarm::answered);
        }
    }

    /** The clock is a day behind when the program is opened: it goes on from the newest data. */
    @Test
    void aProgramOpenedWithAClockThatIsBehindGoesOnFromTheNewestData() {
        ComputerClock computer = new ComputerClock(true);
        computer.passes(Duration.ofHours(30));
        ledger.append(
                List.of(Watch.admitted(), sent(30 * 60, computer.steady, Facts.norepinephrine(6))));
        computer.isSet(Duration.ofDays(-1));
        SteadyClock restarted = computer.restarted();
        try (UnitSession session = session(ledger, restarted)) {
            session.beat();
            assertThat(session.latest().at()).isEqualTo(Facts.hour(30));
            assertThat(session.latest().alarms()).isNotEmpty();
            assertThat(session.fault()).contains("24 h behind");

            computer.passes(Duration.ofMinutes(1));
            ledger.append(List.of(sent(30 * 60 + 1, restarted, Facts.FEVER)));
            session.beat();
            assertThat(session.latest().stays().getFirst().rejected()).isEmpty();
        }
    }

    @Test
    void whatAClockADayAheadOnceWroteHoldsNobodyBack() {
        ledger.append(List.of(Watch.admitted()));
        ledger.append(
                List.of(
                        new Entry(
                                Watch.STAY,
                                Facts.hour(1),
                                Facts.hour(26),
                                MONITOR,
                                new Entry.Observed(Facts.FEVER))));
        ComputerClock computer = new ComputerClock(true);
        computer.passes(Duration.ofHours(2));
        try (UnitSession session = session(ledger, computer.restarted())) {
            session.beat();
            assertThat(session.latest().at()).isEqualTo(Facts.hour(2));
            assertThat(session.fault()).isEmpty();
        }
    }
}
