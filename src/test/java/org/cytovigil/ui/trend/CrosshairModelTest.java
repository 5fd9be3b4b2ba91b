package org.cytovigil.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~ui.trend-crosshair~1]
class CrosshairModelTest {
    private final TrendViewModel trend = new TrendViewModel(ZoneOffset.UTC);
    private final CrosshairModel crosshair = trend.crosshair();

    private void show(Course course, double now) {
        trend.show(course.snapshot(now), Course.at(now), List.of());
    }

    private Instant moment() {
        return crosshair.momentProperty().get();
    }

    @Test
    void startsAtThePresentAndNextTimeWhereItWas() {
        show(new Course(), 60);

        crosshair.toggle();
        assertThat(moment()).isEqualTo(Course.at(60));

        crosshair.move(Duration.ofHours(-3));
        crosshair.toggle();
        assertThat(moment()).isNull();

        crosshair.toggle();
        assertThat(moment()).isEqualTo(Course.at(57));
    }

    @Test
    void neverStandsInTheFutureNorBeforeTheStay() {
        show(new Course(), 60);
        crosshair.toggle();

        crosshair.move(Duration.ofHours(1));
        assertThat(moment()).isEqualTo(Course.at(60));

        // The course begins 20 hours before the infusion.
        crosshair.move(Duration.ofHours(-1_000));
        assertThat(moment()).isEqualTo(Course.at(-20));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # lanes down, hours of the values before 58, the newest first
                    0, 57, 56
                    1, 55, 40
                    2, 54, 50
                    3, 57, 52
                    5, 56, 51
                    """)
    void stepsAlongTheValuesOfItsLane(int down, double first, double second) {
        show(
                new Course()
                        .temperature(40, 37)
                        .pressure(50, 120, 70)
                        .given(51, "tocilizumab", "576 mg")
                        .oxygen(52, Course.cannula(2))
                        .pressure(54, 110, 60)
                        .temperature(55, 38)
                        .given(56, "dexamethasone", "10 mg")
                        .saturation(57, 95)
                        .temperature(59, 39),
                58);
        crosshair.toggle();
        crosshair.chooseLane(down);

        assertThat(crosshair.step(true)).as("the future").isFalse();
        assertThat(crosshair.step(false)).isTrue();
        assertThat(moment()).isEqualTo(Course.at(first));
        assertThat(crosshair.step(false)).isTrue();
        assertThat(moment()).isEqualTo(Course.at(second));
        assertThat(crosshair.step(true)).isTrue();
        assertThat(moment()).isEqualTo(Course.at(first));
    }

    @Test
    void whereNothingWasChartedItStays() {
        show(new Course(), 60);
        crosshair.toggle();

        assertThat(crosshair.step(false)).isFalse();
        assertThat(moment()).isEqualTo(Course.at(60));
    }

    @Test
    void aFarEventIsBroughtIntoThePicture() {
        show(new Course().given(10, "dexamethasone", "10 mg"), 60);

        assertThat(crosshair.event(false)).isTrue();

        assertThat(moment()).isEqualTo(Course.at(10));
        assertThat(trend.visibleTimeProperty().get().contains(Course.at(10))).isTrue();
        assertThat(trend.visibleTimeProperty().get().span()).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void tellsEveryValueWithItsTimeAndAgeWhenItStops() {
        show(new Course().temperature(57, 38.4).given(58, "dexamethasone", "10 mg"), 60);
        crosshair.toggle();
        crosshair.event(false);
        assertThat(crosshair.toldProperty().get()).as("on its way").contains("day 2  12:00");

        crosshair.stopped();

        // Hour 58 is day 2, 10:00; the infusion was on 27 February at 08:00.
        assertThat(crosshair.toldProperty().get())
                .startsWith("day 2  10:00 58:00 h · 1 Mar 18:00: ")
                .contains("38.4 °C, day 2  09:00 · 1 h old")
                .contains("; Dexamethasone 10 mg, day 2  10:00");

        crosshair.end();
        assertThat(crosshair.toldProperty().get()).isEmpty();
    }

    @Test
    void tellsTheLaneAlongWhichItSteps() {
        show(new Course().temperature(57, 38.4), 60);
        crosshair.toggle();

        crosshair.chooseLane(1);
        crosshair.stopped();

        assertThat(crosshair.toldProperty().get()).isEqualTo("Steps along: Temperature");
    }

    @Test
    void anotherPatientEndsIt() {
        show(new Course(), 60);
        crosshair.toggle();
        crosshair.move(Duration.ofHours(-3));

        show(new Course("bravo", null), 50);

        assertThat(moment()).isNull();
        crosshair.toggle();
        assertThat(moment()).isEqualTo(Course.at(50));
    }
}
