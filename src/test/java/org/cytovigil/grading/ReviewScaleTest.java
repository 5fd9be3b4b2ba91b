package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.junit.jupiter.api.Test;

/** What the review's scale makes of vasopressors when the pressure stays low. */
// [utest->req~grading.review~1]
class ReviewScaleTest {
    private static final Observation LOW_PRESSURE = Facts.pressure(84, 50);

    @Test
    void aVasopressorOfUnknownDoseIsTwoToThreeWhateverThePressure() {
        Charted course =
                Charted.adult()
                        .at(
                                1,
                                Facts.FEVER,
                                Facts.ROOM_AIR,
                                LOW_PRESSURE,
                                Facts.list(Facts.unknownDose(Vasopressor.NOREPINEPHRINE)));

        assertThat(course.assess(ScaleId.REVIEW, 1).range()).isEqualTo(new GradeRange(2, 3));
    }

    @Test
    void aPressureStillLowAfterThreeHoursOfHighDoseIsFour() {
        Charted course =
                Charted.adult()
                        .at(1, Facts.FEVER, Facts.ROOM_AIR, LOW_PRESSURE, Facts.norepinephrine(20));

        assertThat(course.assess(ScaleId.REVIEW, 3.9).range()).isEqualTo(GradeRange.of(2));
        assertThat(course.assess(ScaleId.REVIEW, 4).range()).isEqualTo(GradeRange.of(4));
    }
}
