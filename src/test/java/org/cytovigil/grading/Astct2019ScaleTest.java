package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ASTCT 2019 says beside the grade: notes, attribution, would-be grade. */
// [utest->req~grading.astct~1]
class Astct2019ScaleTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    acetaminophen,  false
                    dexamethasone,  false
                    tocilizumab,    false
                    cefepime,       true
                    """)
    void absentFeverIsNotedUnlessSomethingMasksIt(String drug, boolean noted) {
        Assessment assessment =
                Charted.adult()
                        .at(10, Facts.FEVER, Facts.ROOM_AIR, Facts.NORMAL_PRESSURE)
                        .at(12, Facts.given(drug), Facts.celsius(37), Facts.norepinephrine(5))
                        .assess(ScaleId.ASTCT_2019, 12);

        assertThat(assessment.range()).isEqualTo(GradeRange.of(3));
        assertThat(assessment.notes().contains(Note.FEVER_ABSENT)).isEqualTo(noted);
    }

    @Test
    void hypotensionWithoutFeverIsNoGradeButAWarningWithTheGradeItWouldBe() {
        Assessment assessment =
                Charted.adult()
                        .at(10, Facts.NO_FEVER, Facts.pressure(80, 50), Facts.ROOM_AIR)
                        .assess(ScaleId.ASTCT_2019, 10);

        assertThat(assessment.range()).isEqualTo(GradeRange.of(0));
        assertThat(assessment.notes()).contains(Note.NO_FEVER);
        assertThat(assessment.wouldBe()).isEqualTo(GradeRange.of(2));
    }

    @Test
    void attributedOxygenDoesNotSilenceTheWarningAboutThePressure() {
        Assessment assessment =
                Charted.adult()
                        .at(
                                10,
                                Facts.NO_FEVER,
                                Facts.norepinephrine(5),
                                Facts.device("mechanical-ventilation", null, 0.3),
                                Facts.attributed(AttributionScope.OXYGEN, false))
                        .assess(ScaleId.ASTCT_2019, 10);

        assertThat(assessment.range()).isEqualTo(GradeRange.of(0));
        assertThat(assessment.notes()).contains(Note.NO_FEVER, Note.OTHER_CAUSE);
        assertThat(assessment.wouldBe()).isEqualTo(GradeRange.of(4));
    }

    @Test
    void attributionKeepsTheWouldBeGradeInSight() {
        Charted course =
                Charted.adult()
                        .at(10, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR)
                        .at(
                                11,
                                Facts.device("mechanical-ventilation", null, 0.3),
                                Facts.attributed(AttributionScope.OXYGEN, false));

        assertThat(course.grade(ScaleId.ASTCT_2019, 11)).isEqualTo("1");
        assertThat(course.assess(ScaleId.ASTCT_2019, 11).wouldBe()).isEqualTo(GradeRange.of(4));

        course.at(12, Facts.attributed(AttributionScope.OXYGEN, true));
        assertThat(course.grade(ScaleId.ASTCT_2019, 12)).isEqualTo("4");
        assertThat(course.assess(ScaleId.ASTCT_2019, 12).wouldBe()).isNull();
    }

    @Test
    void anAttributedPatientWithNothingWrongWouldBeNothingElse() {
        Assessment assessment =
                Charted.adult()
                        .at(10, Facts.NO_FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR)
                        .at(11, Facts.attributed(AttributionScope.WHOLE, false))
                        .assess(ScaleId.ASTCT_2019, 11);

        assertThat(assessment.wouldBe()).isNull();
        assertThat(assessment.notes()).doesNotContain(Note.NO_FEVER);
    }

    @Test
    void organToxicityAndDoseNeverCount() {
        Observation dialysis = new Observation.OrganToxicity(Observation.Organ.RENAL, 4);

        assertThat(
                        Charted.adult()
                                .at(10, Facts.FEVER, Facts.ROOM_AIR, dialysis)
                                .at(10, Facts.norepinephrine(200))
                                .grade(ScaleId.ASTCT_2019, 15))
                .isEqualTo("3");
    }

    @Test
    void onlyAChartedDeathIsGradeFive() {
        assertThat(
                        Charted.adult()
                                .at(10, Facts.NO_FEVER, new Observation.DeathDueToCrs())
                                .grade(ScaleId.ASTCT_2019, 82))
                .isEqualTo("5");
    }

    @Test
    void inotropesAreChartedAndNotCounted() {
        assertThat(
                        Charted.adult()
                                .at(10, Facts.FEVER, Facts.ROOM_AIR, Facts.NORMAL_PRESSURE)
                                .at(
                                        10,
                                        Facts.running(
                                                Vasopressor.DOBUTAMINE,
                                                5,
                                                DoseUnit.UG_PER_KG_PER_MIN))
                                .at(
                                        10,
                                        Facts.running(
                                                Vasopressor.MILRINONE,
                                                0.3,
                                                DoseUnit.UG_PER_KG_PER_MIN))
                                .grade(ScaleId.ASTCT_2019, 10))
                .isEqualTo("1");
    }
}
