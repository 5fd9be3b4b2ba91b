package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Stay;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value four hours late: in the history, marked, and without a sound about what is over. */
// [utest->req~monitor.late-facts~1]
class LateDataTest {
    private static final Author MONITOR = new Author(Author.Kind.DEVICE, "monitor-7");

    private static Entry device(double at, double learned, Observation observation) {
        return new Entry(
                Watch.STAY,
                Facts.hour(at),
                Facts.hour(learned),
                MONITOR,
                new Entry.Observed(observation));
    }

    /** Fever and no more than that, charted every two hours. */
    private static List<Entry> course() {
        List<Entry> entries = new ArrayList<>(List.of(Watch.admitted()));
        for (int hour = 1; hour <= 9; hour += 2) {
            entries.add(device(hour, hour, Facts.FEVER));
            entries.add(device(hour, hour, Facts.NORMAL_PRESSURE));
            entries.add(device(hour, hour, Facts.ROOM_AIR));
        }
        return entries;
    }

    /** A high-flow cannula at 5.5 h, which was off again at 7 h, learned at 9.5 h. */
    private static final Entry LATE = device(5.5, 9.5, Facts.device("hfnc", 40.0, 0.5));

    private static UnitMonitor restarted(List<Entry> entries, double hour) {
        UnitMonitor unit =
                new UnitMonitor(SitePolicy.DEFAULT, java.time.ZoneOffset.UTC, Facts.hour(hour));
        entries.forEach(unit::accept);
        unit.tick(Facts.hour(hour));
        return unit;
    }

    private static UnitMonitor live(List<Entry> entries, double until) {
        UnitMonitor unit = Watch.unit();
        int next = 0;
        for (double hour = 0; hour <= until; hour += 0.125) {
            while (next < entries.size()
                    && !entries.get(next).learned().isAfter(Facts.hour(hour))) {
                unit.accept(entries.get(next++));
            }
            unit.tick(Facts.hour(hour));
        }
        return unit;
    }

    private static StaySnapshot stay(UnitMonitor unit) {
        return unit.snapshot().stays().getFirst();
    }

    private static List<String> history(UnitMonitor unit) {
        return stay(unit).history(ScaleId.ASTCT_2019).stream()
                .map(
                        change ->
                                "%s %s"
                                        .formatted(
                                                Duration.between(Facts.ZERO, change.at())
                                                                .toMinutes()
                                                        / 60.0,
                                                change.range()))
                .toList();
    }

    private static List<String> alarms(UnitMonitor unit) {
        return unit.snapshot().alarms().stream()
                .map(
                        alarm ->
                                "%s %d %s"
                                        .formatted(
                                                alarm.key().kind(),
                                                alarm.condition().level(),
                                                alarm.state().getClass().getSimpleName()))
                .toList();
    }

    @Test
    void itChangesTheHistoryIsMarkedAndRaisesNoAlarm() {
        List<Entry> entries = new ArrayList<>(course());
        UnitMonitor before = live(entries, 9.5);
        entries.add(LATE);
        UnitMonitor after = live(entries, 10);

        assertThat(history(before)).contains("1.0 1").noneMatch(line -> line.endsWith(" 3"));
        assertThat(history(after)).contains("5.5 3", "7.0 1");
        assertThat(alarms(after))
                .isEqualTo(alarms(before))
                .containsExactly("GRADE_RISE 1 Unacknowledged");
        assertThat(stay(before).late()).isEmpty();
        LateFact late = stay(after).lateAt(Facts.hour(5.5)).orElseThrow();
        assertThat(late.delay()).isEqualTo(Duration.ofHours(4));
        assertThat(late.learned()).isEqualTo(Facts.hour(9.5));
        assertThat(late.observation()).isEqualTo(Facts.device("hfnc", 40.0, 0.5));
        assertThat(stay(after).lateAt(Facts.hour(5))).isEmpty();
    }

    @Test
    void aRestartRaisesNoAlarmThatNobodyHeard() {
        List<Entry> entries = new ArrayList<>(course());
        entries.add(LATE);
        UnitMonitor live = live(entries, 10);
        UnitMonitor restarted = restarted(entries, 10);

        assertThat(alarms(restarted)).isEqualTo(alarms(live));
        assertThat(history(restarted)).isEqualTo(history(live));
        assertThat(stay(restarted).late()).isEqualTo(stay(live).late());
    }

    @Test
    void whatItSaysOfThePresentAlarms() {
        List<Entry> entries = new ArrayList<>(course());
        entries.add(device(6, 10, Facts.norepinephrine(12)));
        for (UnitMonitor unit : List.of(live(entries, 10.5), restarted(entries, 10.5))) {
            // Grade 3 asks for vital signs every hour, and those of 9 h are the last.
            assertThat(alarms(unit))
                    .containsExactly(
                            "GRADE_RISE 3 Unacknowledged", "ASSESSMENT_OVERDUE 2 Unacknowledged");
            assertThat(Objects.requireNonNull(stay(unit).assessment(ScaleId.ASTCT_2019)).range())
                    .isEqualTo(GradeRange.of(3));
        }
    }

    @Test
    void aLateCorrectionThatTakesBackAnAlarmedGradeSoundsNothing() {
        List<Entry> entries = new ArrayList<>(course());
        Entry high = device(5.5, 5.5, Facts.norepinephrine(12));
        entries.add(high);
        entries.sort(java.util.Comparator.comparing(Entry::learned));
        entries.add(
                new Entry(
                        Watch.STAY,
                        high.at(),
                        Facts.hour(9.5),
                        MONITOR,
                        new Entry.Retracted(Facts.norepinephrine(12), "wrong patient")));
        UnitMonitor unit = live(entries, 10);
        assertThat(history(unit)).noneMatch(line -> line.endsWith(" 3"));
        assertThat(unit.snapshot().alarms())
                .singleElement()
                .satisfies(
                        alarm ->
                                assertThat(alarm.condition().raisedAt())
                                        .isEqualTo(Facts.hour(5.5)));
    }

    @Test
    void bothEntriesStayInTheLedgerWithBothTimes() {
        MemoryLedger ledger = new MemoryLedger();
        Instant[] now = {Facts.hour(9.4)};
        ledger.append(course());
        UnitSession session =
                new UnitSession(
                        restarted(List.of(), 9.4),
                        ledger,
                        () -> now[0],
                        time -> {},
                        UnitSource.Mode.LIVE,
                        "nurse");
        session.beat();
        now[0] = Facts.hour(9.5);
        ledger.append(List.of(LATE));
        session.beat();

        assertThat(session.latest().stays().getFirst().late()).hasSize(1);
        assertThat(ledger.entriesOf(Watch.STAY)).hasSize(17).endsWith(LATE);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    15   , LIVE      , false
                    15.01, LIVE      , true
                    240  , LIVE      , true
                    240  , REAL_CASE , false
                    240  , IMPORTED  , false
                    0    , LIVE      , false
                    -3   , LIVE      , false
                    """)
    void lateIsLaterThanTheSettingSays(double minutes, Stay.Origin origin, boolean late) {
        Stay stay = Facts.stay("7", Facts.adult());
        StayMonitor monitor =
                new StayMonitor(
                        new Stay(
                                stay.id(),
                                stay.patient(),
                                stay.infusion(),
                                stay.admitted(),
                                null,
                                "1",
                                origin),
                        SitePolicy.DEFAULT,
                        List.of());
        monitor.take(device(5, 5 + minutes / 60, Facts.FEVER));
        assertThat(monitor.late()).hasSize(late ? 1 : 0);
    }

    @Test
    void theFirstTellingCounts() {
        for (boolean reversed : new boolean[] {false, true}) {
            List<Entry> told = List.of(device(5, 5.01, Facts.FEVER), device(5, 9, Facts.FEVER));
            StayMonitor monitor = Watch.monitor();
            (reversed ? told.reversed() : told).forEach(monitor::take);
            assertThat(monitor.late()).as("reversed: %s", reversed).isEmpty();
        }
    }

    @Test
    void laboratoryResultsTakeTheirTime() {
        StayMonitor monitor = Watch.monitor();
        monitor.take(device(5, 9, new Observation.LaboratoryResult(Analyte.CRP, 80)));
        assertThat(monitor.late()).isEmpty();
    }

    @Test
    void aLateFactThatIsRetractedIsNoLongerMarked() {
        StayMonitor monitor = Watch.monitor();
        monitor.take(device(5, 9, Facts.FEVER));
        monitor.retract(Facts.hour(5), Facts.hour(10), Facts.FEVER);
        assertThat(monitor.late()).isEmpty();
    }

    @Test
    void aLatchedAlarmStaysWhatItWas() {
        List<Entry> entries = new ArrayList<>(course());
        entries.add(device(5.2, 5.2, Facts.norepinephrine(12)));
        entries.add(
                device(5.4, 5.4, Facts.stopped(org.cytovigil.clinical.Vasopressor.NOREPINEPHRINE)));
        entries.sort(java.util.Comparator.comparing(Entry::learned));
        entries.add(LATE);
        UnitMonitor unit = live(entries, 10);
        assertThat(unit.snapshot().alarms())
                .extracting(Alarm::state)
                .hasExactlyElementsOfTypes(AlarmState.ReturnedUnacknowledged.class);
    }
}
