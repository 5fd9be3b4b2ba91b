package org.cytovigil.feed.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cytovigil.clinical.Weight;
import org.cytovigil.feed.simulator.CourseProfile.Axis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseProfileTest {
    private static final Weight WEIGHT = new Weight(70);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0.5, 70, 2, age
                    96,  70, 2, age
                    40,   6, 2, weight
                    40, 241, 2, weight
                    40,  70, 5, peak grade
                    """)
    void refusesPatientsItHasNoNormsFor(double age, double kilograms, int peak, String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                CourseProfile.typical(
                                        CarTProduct.AXI_CEL, age, new Weight(kilograms), peak))
                .withMessageContaining(word);
    }

    // Axi-cel: fever on days 1 to 12.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    23,  38, 120, 11, published days
                    312, 38, 120, 14, published days
                    52,  23, 120, 11, 24 h or more
                    52,  38,  23, 11, duration
                    52,  38, 120,  9, length
                    52,  38, 120, 15, length
                    160, 38, 120, 10, 48 h before the end
                    """)
    void refusesTimesThatDoNotFit(int onset, int toPeak, int duration, int days, String words) {
        CourseProfile profile = CourseProfile.typical(CarTProduct.AXI_CEL, 40, WEIGHT, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.timed(onset, toPeak, duration, days))
                .withMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0, BOTH,     0, 0
                    1, PRESSURE, 0, 0
                    2, PRESSURE, 2, 0
                    2, OXYGEN,   0, 2
                    2, BOTH,     2, 2
                    3, PRESSURE, 3, 2
                    3, OXYGEN,   2, 3
                    4, PRESSURE, 4, 3
                    4, OXYGEN,   3, 4
                    4, BOTH,     4, 4
                    """)
    void otherAxisStaysAGradeBelow(int peak, Axis axis, int pressure, int oxygen) {
        CourseProfile profile =
                CourseProfile.typical(CarTProduct.BREXU_CEL, 40, WEIGHT, peak).on(axis);
        assertThat(profile.pressurePeak()).isEqualTo(pressure);
        assertThat(profile.oxygenPeak()).isEqualTo(oxygen);
    }

    @Test
    void typicalTisaCelTakesFourAndAHalfDaysToGradeFour() {
        assertThat(CourseProfile.typical(CarTProduct.TISA_CEL, 8, new Weight(25), 4).hoursToPeak())
                .isEqualTo(108);
    }
}
