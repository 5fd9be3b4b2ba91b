package org.cytovigil.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Vasopressor;
import org.junit.jupiter.api.Test;

// [utest->req~ui.trend-measure~1]
class MeasureModelTest {
    private final TrendViewModel trend = new TrendViewModel(ZoneOffset.UTC);

    private void show(Course course, double now) {
        trend.show(course.snapshot(now), Course.at(now), List.of());
    }

    private List<MeasuredLane> lanes(double from, double to, boolean means) {
        return MeasuredLane.of(trend.chartProperty().get(), Course.at(from), Course.at(to), means);
    }

    @Test
    void eachLaneHasFirstLastDifferenceLowestHighestAndMeanOfBothEndsAndBetween() {
        show(
                new Course()
                        .temperature(49, 41)
                        .temperature(50, 38)
                        .temperature(52, 39.5)
                        .temperature(53, 37.1)
                        .temperature(54, 37.6)
                        .temperature(55, 35),
                60);

        // (38 + 39.5 + 37.1 + 37.6) / 4 = 38.05
        assertThat(lanes(50, 54, true))
                .singleElement()
                .extracting(
                        MeasuredLane::name,
                        MeasuredLane::first,
                        MeasuredLane::last,
                        MeasuredLane::difference,
                        MeasuredLane::lowest,
                        MeasuredLane::highest)
                .containsExactly("Temperature °C", "38.0", "37.6", "−0.4", "37.1", "39.5");
        assertThat(lanes(50, 54, true).getFirst().mean()).endsWith("(of 4)").startsWith("38.");
        assertThat(lanes(50, 54, false).getFirst().mean()).isEmpty();
    }

    @Test
    void whatHoldsAtTheFirstMomentIsWithin() {
        show(
                new Course()
                        .oxygen(40, Course.cannula(2))
                        .oxygen(51, new OxygenSupport.RoomAir())
                        .dose(45, Vasopressor.NOREPINEPHRINE, 8.0, DoseUnit.UG_PER_MIN)
                        .dose(51, Vasopressor.NOREPINEPHRINE, 14.0, DoseUnit.UG_PER_MIN)
                        .dose(53, Vasopressor.NOREPINEPHRINE, 2.0, DoseUnit.UG_PER_MIN),
                60);

        assertThat(lanes(50, 54, true))
                .extracting(
                        MeasuredLane::first,
                        MeasuredLane::last,
                        MeasuredLane::difference,
                        MeasuredLane::lowest,
                        MeasuredLane::highest,
                        MeasuredLane::mean)
                .containsExactly(
                        tuple("cannula", "room air", "", "room air", "cannula", ""),
                        tuple("8", "2", "−6", "2", "14", ""));
    }

    @Test
    void anUnknownDoseHasNoHighest() {
        show(
                new Course()
                        .dose(45, Vasopressor.NOREPINEPHRINE, 8.0, DoseUnit.UG_PER_MIN)
                        .dose(51, Vasopressor.NOREPINEPHRINE, null, DoseUnit.UG_PER_MIN),
                60);

        assertThat(lanes(50, 54, true))
                .singleElement()
                .extracting(MeasuredLane::last, MeasuredLane::highest, MeasuredLane::difference)
                .containsExactly("?", "?", "");
    }

    @Test
    void nothingOfTheFutureIsMeasured() {
        show(new Course().temperature(59, 38).temperature(61, 40), 60);

        assertThat(lanes(50, 70, true).getFirst().highest()).isEqualTo("38.0");
    }

    @Test
    void bothEndsAreMarkedAtTheCrosshairInAnyOrder() {
        show(new Course().temperature(57, 38.4).temperature(58, 39), 60);
        MeasureModel measure = trend.measure();

        measure.mark();
        trend.crosshair().move(Duration.ofHours(-4));
        assertThat(measure.stretchProperty().get())
                .isEqualTo(new MeasureModel.Stretch(Course.at(60), Course.at(56), false));

        measure.mark();
        trend.crosshair().move(Duration.ofHours(-4));
        MeasureModel.Stretch settled = measure.stretchProperty().get();
        assertThat(settled).isEqualTo(new MeasureModel.Stretch(Course.at(60), Course.at(56), true));
        assertThat(settled.from()).isEqualTo(Course.at(56));
        assertThat(measure.toldProperty().get())
                .startsWith("4 h: day 2  08:00 to day 2  12:00. ")
                .contains("Temperature °C: first 38.4, last 39.0, lowest 38.4, highest 39.0")
                .contains("mean 38.7 (of 2)");

        assertThat(measure.end()).isTrue();
        assertThat(measure.end()).isFalse();
        assertThat(measure.toldProperty().get()).isEmpty();
    }
}
