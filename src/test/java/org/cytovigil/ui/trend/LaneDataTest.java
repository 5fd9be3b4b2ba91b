package org.cytovigil.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.monitor.ChartData;
import org.cytovigil.monitor.Series;
import org.cytovigil.ui.trend.CrosshairValues.Row;
import org.junit.jupiter.api.Test;

/** What lanes are given to draw, and what the gutter and the crosshair say of it. */
// [utest->req~ui.trend-measured~1]
class LaneDataTest {
    private static List<Row> crosshair(Course course, double at, double now) {
        TrendViewModel model = new TrendViewModel(ZoneOffset.UTC);
        model.show(course.snapshot(now), Course.at(now), List.of());
        return CrosshairValues.at(
                model.chartProperty().get(), Course.at(at).toEpochMilli(), 60_000);
    }

    @Test
    void resultsOfOneAnalyteAreASeriesInTheOrderOfTimeWithWhoSaysSo() {
        ChartData data =
                new Course()
                        .result(5, Analyte.CRP, 80)
                        .result(2, Analyte.CRP, 12)
                        .result(3, Analyte.FERRITIN, 900)
                        .snapshot(6)
                        .chart();

        Series crp = data.of(Analyte.CRP);
        assertThat(crp.size()).isEqualTo(2);
        assertThat(crp.value(0)).isEqualTo(12);
        assertThat(crp.value(1)).isEqualTo(80);
        assertThat(crp.teller(1)).isEqualTo("test");
        assertThat(data.of(Analyte.FERRITIN).size()).isEqualTo(1);
        assertThat(data.of(Analyte.LDH).size()).isZero();
    }

    @Test
    void aResultThatCannotBeStandsInNoSeriesAndIsMarked() {
        Course course = new Course().result(2, Analyte.CRP, 15_000);

        assertThat(course.snapshot(3).chart().of(Analyte.CRP).size()).isZero();
        assertThat(Mark.of(course.snapshot(3), Course.at(3)))
                .singleElement()
                .satisfies(
                        mark -> {
                            assertThat(mark.subject()).isEqualTo(new Mark.Result(Analyte.CRP));
                            assertThat(mark.kind()).isEqualTo(Mark.Kind.NOT_COUNTED);
                            assertThat(mark.words()).startsWith("CRP 15000 mg/L: not counted");
                        });
    }

    // [utest->req~ui.trend-marks~1]
    @Test
    void theCrosshairSaysWhatAnImplausibleValueNearbyWas() {
        assertThat(crosshair(new Course().temperature(2, 394), 2, 3))
                .extracting(Row::value)
                .anyMatch(value -> value.startsWith("temperature 394.0 °C: not counted"));
    }

    @Test
    void theCrosshairNamesCuffAndArterialLine() {
        Course course =
                new Course()
                        .pressure(1, 120, 60, PressureSource.CUFF)
                        .pressure(2, 110, 50, PressureSource.ARTERIAL_LINE)
                        .pressure(3, 100, 40, PressureSource.UNSTATED);

        assertThat(crosshair(course, 1.5, 4))
                .extracting(Row::value)
                .contains("120/60 mmHg (mean 80), cuff");
        assertThat(crosshair(course, 2.5, 4))
                .extracting(Row::value)
                .contains("110/50 mmHg (mean 70), arterial line");
        assertThat(crosshair(course, 3.5, 4))
                .extracting(Row::value)
                .contains("100/40 mmHg (mean 60)");
    }

    @Test
    void everyLaneIsReadAtTheCrosshairWithWhoSaysSo() {
        Course course =
                new Course()
                        .rates(1, 112, 24)
                        .result(1, Analyte.PLATELETS, 42)
                        .examined(1, new IceScore.Total(7), null);

        assertThat(crosshair(course, 2, 4))
                .filteredOn(row -> row.by().equals("test"))
                .extracting(Row::value)
                .containsExactly("HR 112 /min", "RR 24 /min", "platelets 42 10³/µL", "ICE 7");
    }

    @Test
    void theGutterHasPresentValueUnitAndAgeOfEveryLane() {
        Course course =
                new Course()
                        .rates(1, 112, 24)
                        .result(1, Analyte.CRP, 152)
                        .result(1, Analyte.FERRITIN, 8_230)
                        .examined(1, new IceScore.Total(7), null)
                        .given(1, "tocilizumab", "576 mg");

        Readouts now = new ReadoutWriter(course.snapshot(4)).write();

        assertThat(now.rates().value()).isEqualTo("112");
        assertThat(now.laboratory().value()).isEqualTo("CRP 152");
        assertThat(now.laboratory().unit()).isEqualTo("mg/L");
        assertThat(now.laboratory().lines())
                .extracting(Readouts.Line::text)
                .containsExactly("3 h ago", "ferritin 8230 ng/mL · 3 h");
        assertThat(now.neurology().value()).isEqualTo("ICE 7");
        assertThat(now.treatments().lines())
                .extracting(Readouts.Line::text)
                .containsExactly("3 h ago");
    }

    @Test
    void aResultThatStandsForThePresentNoLongerIsStruckThrough() {
        Readouts now =
                new ReadoutWriter(new Course().result(1, Analyte.CRP, 152).snapshot(40)).write();

        assertThat(now.laboratory().stale()).isTrue();
    }
}
