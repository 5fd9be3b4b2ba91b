package org.cytovigil.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laboratory values of very different size on one scale. */
// [utest->req~ui.trend-measured~1]
class LogScaleTest {
    private static final ChartArea AREA = new ChartArea(0, 100, 0, 400, 300);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    4,      8400,   0,  4
                    4,      4,     -1,  1
                    150,    150,    1,  3
                    10,     1000,   1,  4
                    0,      5,     -2,  1
                    0,      0,      0,  3
                    """)
    void theScaleHoldsAllValuesInWholeDecades(double least, double most, int low, int high) {
        assertThat(LogScale.of(least, most)).isEqualTo(new LogScale(low, high));
    }

    @Test
    void withoutValuesThereIsAScaleAllTheSame() {
        assertThat(LogScale.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .isEqualTo(new LogScale(0, 3));
    }

    @Test
    void aTenfoldValueStandsADecadeHigherAndZeroAtTheFoot() {
        LogScale scale = new LogScale(0, 3);

        assertThat(scale.y(AREA, 10)).isCloseTo(200, within(1e-9));
        assertThat(scale.y(AREA, 100)).isCloseTo(100, within(1e-9));
        assertThat(scale.y(AREA, 0)).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            -2, 0.01
            0, 1
            2, 100
            4, 10k
            6, 1M
            """)
    void powersOfTenAreLabelledInFewLetters(int power, String label) {
        assertThat(LogScale.label(power)).isEqualTo(label);
    }
}
