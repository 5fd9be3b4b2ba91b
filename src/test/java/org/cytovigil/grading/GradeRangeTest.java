package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The range of grades that the known facts allow (policy section 3). */
class GradeRangeTest {
    @Test
    void eachOfTheRangesIsMadeOnce() {
        for (int lowest = 0; lowest <= GradeRange.WORST; lowest++) {
            for (int highest = lowest; highest <= GradeRange.WORST; highest++) {
                assertThat(GradeRange.of(lowest, highest))
                        .isSameAs(GradeRange.of(lowest, highest))
                        .isEqualTo(new GradeRange(lowest, highest));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "3, 2", "0, 6", "6, 6"})
    void whatIsNoRangeOfGradesIsRefused(int lowest, int highest) {
        assertThatThrownBy(() -> GradeRange.of(lowest, highest))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no range of grades: %d to %d", lowest, highest);
    }

    @Test
    void theWorseOfTwoAxesIsTheMaximumOfEitherEnd() {
        assertThat(GradeRange.of(2, 3).worse(GradeRange.of(0, 4))).isEqualTo(GradeRange.of(2, 4));
        assertThat(GradeRange.of(3).worse(GradeRange.of(2, 3)).determined()).isTrue();
    }

    @Test
    void itIsWordedAsAGradeAtLeastOrUnknown() {
        assertThat(GradeRange.of(2)).hasToString("2");
        assertThat(GradeRange.of(2, 4)).hasToString("at least 2 (up to 4)");
        assertThat(GradeRange.of(0, 4)).hasToString("unknown (0 to 4)");
    }
}
