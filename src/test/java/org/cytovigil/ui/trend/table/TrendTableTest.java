package org.cytovigil.ui.trend.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.StandingFacts;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.trend.Course;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the rows: tables worked out by hand, and random courses counted anew. */
// [utest->req~ui.trend-table~1]
class TrendTableTest {
    private static final ZoneId UTC = ZoneOffset.UTC;

    private static TableFacts facts(Course course, double now) {
        return TableFacts.of(course.snapshot(now), Course.at(now), List.of(), UTC);
    }

    /** The row in which an hour after the infusion lies. */
    private static TableRow rowAt(List<TableRow> rows, double hour) {
        return rows.stream()
                .filter(row -> row.interval().contains(Course.at(hour)))
                .findFirst()
                .orElseThrow();
    }

    private static StandingFacts.Fact fact(double hours, Observation observation) {
        return new StandingFacts.Fact(Course.at(hours), Course.at(hours), "test", observation);
    }

    // The infusion is at 08:00: rows of an hour begin at the full hours after it.

    @Test
    void theRowTellsTheHighestTemperatureAndWhenItWas() {
        Course course =
                new Course().temperature(1, 37.2).temperature(1.5, 39.4).temperature(1.75, 38.1);

        TableRow row = rowAt(TrendTable.of(facts(course, 3), Rows.HOUR), 1);

        assertThat(row.cell(Column.TEMPERATURE)).isEqualTo(Cell.known("39.4", "09:30"));
    }

    @Test
    void theRowTellsTheLowestMeanAndTheLastPressureApart() {
        // (84 + 2 x 45) / 3 = 58; (120 + 2 x 75) / 3 = 90
        Course course = new Course().pressure(1.25, 84, 45).pressure(1.5, 120, 75);

        TableRow row = rowAt(TrendTable.of(facts(course, 3), Rows.HOUR), 1);

        assertThat(row.cell(Column.MEAN_PRESSURE)).isEqualTo(Cell.known("58", "09:15"));
        assertThat(row.cell(Column.PRESSURE)).isEqualTo(Cell.known("120/75", "09:30"));
    }

    @Test
    void aValueAtTheEdgeBelongsToTheRowThatBeginsThere() {
        Course course = new Course().saturation(1, 95).saturation(2, 88);

        List<TableRow> rows = TrendTable.of(facts(course, 3), Rows.HOUR);

        assertThat(rowAt(rows, 1).cell(Column.SATURATION)).isEqualTo(Cell.known("95", "09:00"));
        assertThat(rowAt(rows, 2).cell(Column.SATURATION)).isEqualTo(Cell.known("88", "10:00"));
    }

    /** A temperature stands for 8 hours; what is told is its age at the end of the row. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0.5,  UNKNOWN,  '',    ''
                    1.5,  KNOWN,    37.2,  09:00
                    2.5,  STANDING, 37.2,  2 h ago
                    8.5,  STANDING, 37.2,  8 h ago
                    9.5,  STALE,    37.2,  9 h ago
                    """)
    void whatIsOlderThanItsRowIsToldWithItsAgeAndEndsBeingKnown(
            double hour, Cell.State state, String value, String detail) {
        Course course = new Course().temperature(1, 37.2);

        Cell cell =
                rowAt(TrendTable.of(facts(course, 12), Rows.HOUR), hour).cell(Column.TEMPERATURE);

        assertThat(cell.state()).isEqualTo(state);
        assertThat(String.join("", cell.lines())).isEqualTo(value);
        assertThat(cell.detail()).isEqualTo(detail);
    }

    @Test
    void theRowThatRunsTellsAgesAsOfNow() {
        Course course = new Course().temperature(1, 37.2);

        TableRow row = TrendTable.of(facts(course, 2.25), Rows.HOUR).getLast();

        assertThat(row.running()).isTrue();
        assertThat(row.cell(Column.TEMPERATURE).detail()).isEqualTo("1 h 15 ago");
    }

    @Test
    void nothingOfTheFutureIsTold() {
        Course course =
                new Course().temperature(1, 37.2).temperature(5, 40).given(5, "aspirin", "");

        List<TableRow> rows = TrendTable.of(facts(course, 3), Rows.DAY);

        assertThat(rows.getLast().cell(Column.TEMPERATURE).lines()).containsExactly("37.2");
        assertThat(rows.getLast().cell(Column.EVENTS)).isEqualTo(Cell.NOTHING);
    }

    @Test
    void aPatientWhoWasWeanedWithinTheRowIsNotToldAsOnAirAlone() {
        Course course =
                new Course()
                        .oxygen(1, new OxygenSupport.HighFlowCannula(new OxygenFlow(40), null))
                        .oxygen(3, new OxygenSupport.RoomAir());

        Cell cell = rowAt(TrendTable.of(facts(course, 5), Rows.FOUR_HOURS), 1).cell(Column.OXYGEN);

        assertThat(cell.plain()).isEqualTo("room air (strongest HFNC 40 L)");
    }

    @Test
    void vasopressorsAreToldAsTheyRunLastWithTheirHighestEquivalent() {
        // 7.2 ug/min / 72 kg = 0.1; 3.6 / 72 = 0.05; vasopressin 2.5 x 0.04 U/min = 0.1
        Course course =
                new Course()
                        .dose(1, Vasopressor.NOREPINEPHRINE, 7.2, DoseUnit.UG_PER_MIN)
                        .dose(1.25, Vasopressor.VASOPRESSIN, 0.04, DoseUnit.U_PER_MIN)
                        .dose(1.5, Vasopressor.VASOPRESSIN, 0.0, DoseUnit.U_PER_MIN)
                        .dose(1.75, Vasopressor.NOREPINEPHRINE, 3.6, DoseUnit.UG_PER_MIN);

        List<TableRow> rows = TrendTable.of(facts(course, 4), Rows.HOUR);

        assertThat(rowAt(rows, 0.5).cell(Column.VASOPRESSORS)).isEqualTo(Cell.UNKNOWN);
        assertThat(rowAt(rows, 1).cell(Column.VASOPRESSORS))
                .isEqualTo(Cell.known("NE 3.6 µg/min", "NE eq. 0.2 µg/kg/min"));
        assertThat(rowAt(rows, 2).cell(Column.VASOPRESSORS))
                .isEqualTo(
                        new Cell(
                                List.of("NE 3.6 µg/min"),
                                "NE eq. 0.05 µg/kg/min · 1 h 15 ago",
                                Cell.State.STANDING));
    }

    @Test
    void aDrugThatRunsUnconfirmedIsNoLongerKnownAndNotGone() {
        Course course = new Course().dose(1, Vasopressor.NOREPINEPHRINE, 7.2, DoseUnit.UG_PER_MIN);

        Cell cell =
                rowAt(TrendTable.of(facts(course, 60), Rows.HOUR), 59).cell(Column.VASOPRESSORS);

        assertThat(cell.state()).isEqualTo(Cell.State.STALE);
        assertThat(cell.lines()).containsExactly("NE 7.2 µg/min");
    }

    @Test
    void theHighestGradeOfARowKeepsWhatWasPossible() {
        // Until 09:45 nobody charted pressure or oxygen: fever is at least 1, and up to 4.
        Course course =
                new Course()
                        .temperature(1.25, 39.0)
                        .pressure(1.75, 120, 75)
                        .oxygen(1.75, new OxygenSupport.RoomAir());

        List<TableRow> rows = TrendTable.of(facts(course, 3), Rows.HOUR);

        assertThat(rowAt(rows, 1).grade().range()).isEqualTo(GradeRange.of(1, 4));
        assertThat(rowAt(rows, 2).grade().range()).isEqualTo(GradeRange.of(1));
    }

    @Test
    void aGradeSetByAClinicianSaysSoAndKeepsTheComputedOne() {
        Course course =
                new Course().well(1).set(1.5, ScaleId.ASTCT_2019, 3, "looks worse than charted");

        TableRow row = rowAt(TrendTable.of(facts(course, 2), Rows.HOUR), 1);

        assertThat(row.grade()).isEqualTo(new GradeCell(GradeRange.of(3), GradeRange.of(0)));
        assertThat(row.grade().words()).isEqualTo("3 set by a clinician, computed 0");
        assertThat(row.cell(Column.REASON).lines().getFirst())
                .isEqualTo("set by Dr. Example: looks worse than charted");
    }

    @Test
    void everyChangeOfGradeIsARowAndItsFactsStandInIt() {
        Course course = new Course().well(1).temperature(2, 39.0).well(3);

        StaySnapshot stay = course.snapshot(4);
        List<TableRow> rows =
                TrendTable.of(TableFacts.of(stay, Course.at(4), List.of(), UTC), Rows.ASSESSMENT);

        TableRow fever = rowAt(rows, 2);
        assertThat(fever.interval().from()).isEqualTo(Course.at(2));
        assertThat(fever.cell(Column.TEMPERATURE).lines()).containsExactly("39.0");
        assertThat(fever.grade().range()).isEqualTo(GradeRange.of(1));
        assertThat(rows)
                .extracting(row -> row.interval().from())
                .containsAll(
                        stay.history(stay.scale()).stream()
                                .map(Assessment::at)
                                .filter(at -> !at.isAfter(Course.at(4)))
                                .toList());
    }

    @Test
    void examinationsAndResultsStandWhereTheyWereMade() {
        StaySnapshot stay =
                new Course().well(1).examined(1, new IceScore.Total(8), null).snapshot(4);
        TableFacts facts =
                TableFacts.of(
                        stay,
                        Course.at(4),
                        List.of(
                                fact(
                                        1,
                                        new Observation.NeurologicalExamination(
                                                new IceScore.Total(8),
                                                null,
                                                Observation.Consciousness.AWAKE,
                                                null,
                                                null,
                                                null,
                                                null)),
                                fact(1.5, new Observation.LaboratoryResult(Analyte.CRP, 80)),
                                fact(1.75, new Observation.LaboratoryResult(Analyte.CRP, 91))),
                        UTC);

        List<TableRow> rows = TrendTable.of(facts, Rows.HOUR);

        // ICE 8 is grade 1 on ICANS
        assertThat(rowAt(rows, 1).cell(Column.NEUROLOGY).lines()).containsExactly("ICE 8");
        assertThat(rowAt(rows, 1).cell(Column.NEUROLOGY).detail()).startsWith("ICANS ");
        assertThat(rowAt(rows, 2).cell(Column.NEUROLOGY).state()).isEqualTo(Cell.State.STANDING);
        assertThat(rowAt(rows, 1).cell(Column.LABORATORY).lines()).containsExactly("CRP 91 mg/L");
        assertThat(rowAt(rows, 2).cell(Column.LABORATORY)).isEqualTo(Cell.UNKNOWN);
    }

    @Test
    void everythingGivenAndWrittenDownIsToldInItsRow() {
        Course course =
                new Course()
                        .given(1.25, "tocilizumab", "576 mg")
                        .fact(1.5, new Observation.FluidBolus(500))
                        .fact(2, new Observation.Note("drowsy"));

        List<TableRow> rows = TrendTable.of(facts(course, 3), Rows.HOUR);

        assertThat(rowAt(rows, 1).cell(Column.EVENTS).lines())
                .hasSize(2)
                .first()
                .isEqualTo("09:15 Tocilizumab 576 mg");
        assertThat(rowAt(rows, 2).cell(Column.EVENTS).lines().getFirst()).contains("drowsy");
    }

    @Test
    void aLongSilenceIsOneRow() {
        // 20 h before the infusion to an hour after it, then nothing for 2 years.
        Course course = new Course().temperature(1, 37.2).temperature(17_520, 37.4);

        List<TableRow> rows = TrendTable.of(facts(course, 17_520.5), Rows.QUARTER_HOUR);

        assertThat(rows).hasSizeLessThan(100);
        assertThat(rows.getLast().cell(Column.TEMPERATURE).lines()).containsExactly("37.4");
        assertThat(rows)
                .filteredOn(row -> row.interval().length().compareTo(Duration.ofDays(3)) > 0)
                .singleElement()
                .extracting(row -> row.cell(Column.TEMPERATURE).state())
                .isEqualTo(Cell.State.STALE);
    }

    @Test
    void whereNothingWasGradedThereIsNoRowOfAnAssessment() {
        assertThat(TrendTable.of(facts(new Course(), 2), Rows.ASSESSMENT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Rows.class, mode = EnumSource.Mode.EXCLUDE, names = "ASSESSMENT")
    void aStayOfWhichNothingIsChartedHasEmptyRows(Rows rows) {
        List<TableRow> made = TrendTable.of(facts(new Course(), 2), rows);

        assertThat(made)
                .isNotEmpty()
                .allSatisfy(
                        row -> {
                            assertThat(row.cell(Column.TEMPERATURE)).isEqualTo(Cell.UNKNOWN);
                            assertThat(row.cell(Column.OXYGEN)).isEqualTo(Cell.UNKNOWN);
                            assertThat(row.cell(Column.LABORATORY)).isEqualTo(Cell.UNKNOWN);
                        });
    }

    /** One value, counted anew for each row by looking at every fact there is. */
    private record Sample(Instant at, double celsius, double systolic, double percent) {}

    @ParameterizedTest
    @EnumSource(Rows.class)
    void rowsOfRandomCoursesTellWhatLookingAtEveryFactFinds(Rows rows) {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            Course course = new Course("random-" + seed, null);
            List<Sample> samples = new ArrayList<>();
            double hour = -15;
            while (hour < 50) {
                Sample sample =
                        new Sample(
                                Course.at(hour),
                                36 + random.nextInt(50) / 10.0,
                                70 + random.nextInt(80),
                                80 + random.nextInt(21));
                course.temperature(hour, sample.celsius())
                        .pressure(hour, sample.systolic(), 50)
                        .saturation(hour, sample.percent());
                samples.add(sample);
                hour += random.nextInt(6) == 0 ? 9 : random.nextInt(40) / 10.0 + 0.05;
            }
            double now = 30 + random.nextInt(20);
            StaySnapshot stay = course.snapshot(now);
            TableFacts facts = TableFacts.of(stay, Course.at(now), List.of(), UTC);

            for (TableRow row : TrendTable.of(facts, rows)) {
                List<Sample> within =
                        samples.stream()
                                .filter(sample -> row.interval().contains(sample.at()))
                                .filter(sample -> !sample.at().isAfter(Course.at(now)))
                                .toList();
                String temperature = Wording.tenths(highest(within));
                if (within.isEmpty()) {
                    assertThat(row.cell(Column.TEMPERATURE).state()).isNotEqualTo(Cell.State.KNOWN);
                } else {
                    assertThat(row.cell(Column.TEMPERATURE).lines()).containsExactly(temperature);
                    assertThat(row.cell(Column.SATURATION).lines())
                            .containsExactly(
                                    Wording.number(
                                            within.stream()
                                                    .mapToDouble(Sample::percent)
                                                    .min()
                                                    .orElseThrow()));
                    assertThat(row.cell(Column.PRESSURE).lines())
                            .containsExactly(Math.round(within.getLast().systolic()) + "/50");
                }
                assertThat(row.grade().range())
                        .isEqualTo(worst(stay.history(stay.scale()), row, Course.at(now)));
            }
        }
    }

    private static double highest(List<Sample> samples) {
        double highest = 0;
        for (Sample sample : samples) {
            highest = Math.max(highest, sample.celsius());
        }
        return highest;
    }

    private static @Nullable GradeRange worst(List<Assessment> history, TableRow row, Instant now) {
        GradeRange worst = null;
        for (int i = 0; i < history.size(); i++) {
            Instant from = history.get(i).at();
            Instant to = i + 1 < history.size() ? history.get(i + 1).at() : Instant.MAX;
            boolean held =
                    from.isBefore(row.interval().to())
                            && !from.isAfter(now)
                            && to.isAfter(row.interval().from());
            if (held) {
                worst =
                        worst == null
                                ? history.get(i).standing()
                                : worst.worse(history.get(i).standing());
            }
        }
        return worst;
    }
}
