package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.junit.jupiter.api.Test;

/** Which decisions of the site an assessment names. */
// [utest->req~grading.reasons~1]
class PolicyUseTest {
    private static Charted febrile(Observation... more) {
        return Charted.adult()
                .at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR, Facts.spo2(96))
                .at(1, more);
    }

    private static List<Setting<?>> settings(Charted course, ScaleId scale, double hours) {
        return course.assess(scale, hours).settings();
    }

    @Test
    void aGradeByDeviceAndNumberRestsOnNoSetting() {
        assertThat(settings(febrile(Facts.norepinephrine(6)), ScaleId.ASTCT_2019, 1)).isEmpty();
    }

    @Test
    void feverAloneRestsOnItsLimit() {
        assertThat(settings(febrile(), ScaleId.ASTCT_2019, 1)).containsExactly(Settings.FEVER_FROM);
    }

    @Test
    void noFeverRestsOnItsLimitToo() {
        Charted well = Charted.adult().at(1, Facts.NO_FEVER, Facts.pressure(80, 40));
        assertThat(settings(well, ScaleId.ASTCT_2019, 1)).containsExactly(Settings.FEVER_FROM);
    }

    @Test
    void aLowReadingRestsOnTheLimitsOfItsAge() {
        assertThat(settings(febrile(Facts.pressure(84, 50)), ScaleId.ASTCT_2019, 1))
                .containsExactly(Settings.ADULT_SYSTOLIC, Settings.ADULT_MEAN);
        assertThat(settings(febrile(Facts.pressure(84, 50)), ScaleId.CARTOX, 1))
                .as("untreated, it is 2 to 3 until a bolus counts")
                .containsExactly(Settings.BOLUS_COUNTS, Settings.ADULT_SYSTOLIC);
        assertThat(settings(child(4.0), ScaleId.ASTCT_2019, 1))
                .containsExactly(Settings.CHILD_SYSTOLIC, Settings.CHILD_SYSTOLIC_PER_YEAR);
        assertThat(settings(child(1.0), ScaleId.ASTCT_2019, 1))
                .containsExactly(Settings.CHILD_SYSTOLIC, Settings.CHILD_SYSTOLIC_PER_YEAR);
        assertThat(settings(child(0.5), ScaleId.ASTCT_2019, 1))
                .containsExactly(Settings.INFANT_SYSTOLIC);
        assertThat(settings(child(1.0 / 12), ScaleId.ASTCT_2019, 1))
                .containsExactly(Settings.INFANT_SYSTOLIC);
        assertThat(settings(child(0.01), ScaleId.ASTCT_2019, 1))
                .containsExactly(Settings.NEWBORN_SYSTOLIC);
    }

    private static Charted child(double age) {
        return Charted.of(Facts.patient(age, 16.0))
                .at(1, Facts.FEVER, Facts.pressure(50, 30), Facts.ROOM_AIR, Facts.spo2(96));
    }

    @Test
    void aPressureLowForThisPatientRestsOnTheRelativeRule() {
        Patient hypertensive =
                new Patient("A", "1", 60.0, null, new Patient.Baseline(null, new Pressure(150)));
        Charted course =
                Charted.of(hypertensive)
                        .at(1, Facts.FEVER, Facts.pressure(98, 60), Facts.ROOM_AIR, Facts.spo2(96));
        assertThat(course.grade(ScaleId.ASTCT_2019, 1)).isEqualTo("2");
        assertThat(settings(course, ScaleId.ASTCT_2019, 1))
                .contains(Settings.RELATIVE_SYSTOLIC, Settings.RELATIVE_PERCENT);
        // CARTOX goes by the systolic limit alone: not low there.
        assertThat(settings(course, ScaleId.CARTOX, 1)).doesNotContain(Settings.RELATIVE_SYSTOLIC);
    }

    @Test
    void aBolusRestsOnItsHours() {
        assertThat(settings(febrile(Facts.bolus()), ScaleId.ASTCT_2019, 1))
                .containsExactly(Settings.BOLUS_COUNTS);
        assertThat(settings(febrile(new Observation.HypotensionStated()), ScaleId.ASTCT_2019, 1))
                .isEmpty();
    }

    @Test
    void whatIsStaleRestsOnItsFreshness() {
        Charted course = febrile();
        assertThat(settings(course, ScaleId.ASTCT_2019, 8)).contains(Settings.PRESSURE_FRESH);
        assertThat(settings(course, ScaleId.ASTCT_2019, 20)).contains(Settings.OXYGEN_FRESH);
        Charted unmeasured =
                Charted.adult().at(1, Facts.FEVER).at(12, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR);
        assertThat(settings(unmeasured, ScaleId.LEE_2014, 12))
                .contains(Settings.TEMPERATURE_FRESH)
                .doesNotContain(Settings.FEVER_FROM);
    }

    @Test
    void dosesRestOnTheirRowsAndHours() {
        Charted one = febrile(Facts.norepinephrine(22));
        assertThat(settings(one, ScaleId.LEE_2014, 4))
                .containsExactly(Settings.HIGH_DOSE_AFTER, Settings.HIGH_NOREPINEPHRINE);
        Charted two =
                febrile(
                        Facts.norepinephrine(22),
                        Facts.running(Vasopressor.EPINEPHRINE, 3, DoseUnit.UG_PER_MIN));
        assertThat(settings(two, ScaleId.PENN, 4))
                .containsExactly(Settings.HIGH_DOSE_AFTER, Settings.HIGH_EQUIVALENT);
        Charted withVasopressin =
                febrile(
                        Facts.norepinephrine(12),
                        Facts.running(Vasopressor.VASOPRESSIN, 0.03, DoseUnit.U_PER_MIN));
        assertThat(settings(withVasopressin, ScaleId.PENN, 4))
                .containsExactly(
                        Settings.HIGH_DOSE_AFTER, Settings.HIGH_EQUIVALENT_WITH_VASOPRESSIN);
    }

    @Test
    void anUnlabelledMassIsNamed() {
        Observation unlabelled =
                Facts.list(
                        Facts.unlabelled(
                                Facts.infusion(
                                        Vasopressor.NOREPINEPHRINE, 22, DoseUnit.UG_PER_MIN)));
        assertThat(settings(febrile(unlabelled), ScaleId.LEE_2014, 4))
                .contains(Settings.NOREPINEPHRINE_MASS);
        assertThat(settings(febrile(unlabelled), ScaleId.CTCAE_5, 4))
                .doesNotContain(Settings.NOREPINEPHRINE_MASS);
    }

    @Test
    void inotropesAndUnconfirmedInfusionsAreNamed() {
        Charted course =
                febrile(
                        Facts.norepinephrine(6),
                        Facts.running(Vasopressor.DOBUTAMINE, 3, DoseUnit.UG_PER_KG_PER_MIN));
        assertThat(settings(course, ScaleId.ASTCT_2019, 1))
                .containsExactly(Settings.INOTROPES_COUNT);
        assertThat(settings(febrile(Facts.norepinephrine(6)), ScaleId.ASTCT_2019, 14))
                .contains(Settings.INFUSION_CONFIRMED);
    }

    @Test
    void oxygenRestsOnFlowEstimateAndBorder() {
        assertThat(settings(febrile(Facts.cannula(4)), ScaleId.ASTCT_2019, 1))
                .containsExactly(Settings.LOW_FLOW);
        assertThat(settings(febrile(Facts.device("hfnc", 30.0, 0.3)), ScaleId.ASTCT_2019, 1))
                .containsExactly(Settings.LOW_FLOW, Settings.HIGH_FLOW_CANNULA_BY_FLOW);
        assertThat(settings(febrile(Facts.cannula(4)), ScaleId.LEE_2014, 1))
                .containsExactly(
                        Settings.HIGH_FRACTION,
                        Settings.CANNULA_BASE,
                        Settings.CANNULA_PER_LITRE,
                        Settings.CANNULA_ABOVE_LOW_FLOW);
        assertThat(settings(febrile(Facts.device("simple-mask", 6.0, null)), ScaleId.LEE_2014, 1))
                .containsExactly(
                        Settings.HIGH_FRACTION,
                        Settings.SIMPLE_MASK_AT_5,
                        Settings.SIMPLE_MASK_AT_6,
                        Settings.SIMPLE_MASK_AT_7);
        assertThat(
                        settings(
                                febrile(Facts.device("non-rebreather", 12.0, null)),
                                ScaleId.LEE_2014,
                                1))
                .containsExactly(Settings.HIGH_FRACTION, Settings.NON_REBREATHER);
        assertThat(settings(febrile(Facts.device("hfnc", 30.0, 0.3)), ScaleId.LEE_2014, 1))
                .containsExactly(Settings.HIGH_FRACTION);
        assertThat(settings(febrile(Facts.device("cpap", null, 0.3)), ScaleId.LEE_2014, 1))
                .containsExactly(Settings.POSITIVE_PRESSURE_GRADE);
        assertThat(settings(febrile(Facts.spo2(88)), ScaleId.PENN, 1))
                .containsExactly(Settings.HYPOXIA_BELOW);
    }

    @Test
    void anAxisThatSetsNeitherEndIsNotNamed() {
        Charted course = febrile(Facts.pressure(84, 50), Facts.device("ventilator", null, 0.6));
        assertThat(settings(course, ScaleId.ASTCT_2019, 1)).isEmpty();
    }

    @Test
    void anOpenRowThatReachesNoFurtherThanTheGradeIsNotNamed() {
        // The pressure of 1 h is stale, [0,2]; the cannula alone makes the grade 2.
        Charted course = febrile(Facts.cannula(4));
        assertThat(course.grade(ScaleId.ASTCT_2019, 8)).isEqualTo("2");
        assertThat(settings(course, ScaleId.ASTCT_2019, 8)).containsExactly(Settings.LOW_FLOW);
    }

    @Test
    void aRowOfNoughtSetsNoEndOfAnOpenGrade() {
        Charted course = Charted.adult().at(1, Facts.NO_FEVER, Facts.NORMAL_PRESSURE);
        assertThat(course.grade(ScaleId.LEE_2014, 1)).isEqualTo("0-4");
        assertThat(settings(course, ScaleId.LEE_2014, 1)).isEmpty();
    }

    @Test
    void anOldExaminationRestsOnItsFreshness() {
        Charted course =
                Charted.adult()
                        .at(
                                1,
                                new Observation.NeurologicalExamination(
                                        new IceScore.Total(10),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null));
        assertThat(settings(course, ScaleId.ICANS, 25)).isEmpty();
        assertThat(settings(course, ScaleId.ICANS, 25.1)).containsExactly(Settings.NEUROLOGY_FRESH);
    }

    @Test
    void aGradeWithoutFeverRestsOnTheOpenEpisode() {
        Charted course = febrile(Facts.norepinephrine(6)).at(3, Facts.NO_FEVER);
        assertThat(settings(course, ScaleId.ASTCT_2019, 3))
                .containsExactly(Settings.EPISODE_CLOSES);
        assertThat(settings(course, ScaleId.LEE_2014, 3)).doesNotContain(Settings.EPISODE_CLOSES);
    }

    @Test
    void anotherDecisionOfTheSiteMakesAnotherGrade() {
        SitePolicy strict =
                SitePolicy.of(
                        "strict-1",
                        Map.of(
                                Settings.POSITIVE_PRESSURE_GRADE,
                                "4",
                                Settings.INOTROPES_COUNT,
                                "true",
                                Settings.HIGH_FLOW_CANNULA_BY_FLOW,
                                "false",
                                Settings.NOREPINEPHRINE_MASS,
                                "tartrate"));
        PictureFold fold = new PictureFold(Facts.adult(), strict);
        fold.add(Facts.hour(1), Facts.FEVER);
        fold.add(Facts.hour(1), Facts.NORMAL_PRESSURE);
        fold.add(Facts.hour(1), Facts.device("bipap", null, 0.3));
        fold.add(
                Facts.hour(1),
                Facts.running(Vasopressor.DOBUTAMINE, 3, DoseUnit.UG_PER_KG_PER_MIN));
        ClinicalPicture picture = fold.picture(Facts.hour(1));
        assertThat(GradingScales.of(ScaleId.LEE_2014).assess(picture, strict).range())
                .isEqualTo(GradeRange.of(4));
        assertThat(picture.countedVasopressors(strict)).isEqualTo(1);
        assertThat(GradingScales.of(ScaleId.CTCAE_5).assess(picture, strict).policyVersion())
                .isEqualTo("strict-1");
        fold.add(Facts.hour(2), Facts.device("hfnc", 5.0, 0.3));
        assertThat(
                        GradingScales.of(ScaleId.ASTCT_2019)
                                .assess(fold.picture(Facts.hour(2)), strict)
                                .range())
                .isEqualTo(GradeRange.of(3));
        // 22 ug/min of tartrate are 11 of base: no high dose.
        fold.add(
                Facts.hour(3),
                Facts.list(
                        Facts.unlabelled(
                                Facts.infusion(
                                        Vasopressor.NOREPINEPHRINE, 22, DoseUnit.UG_PER_MIN))));
        assertThat(fold.picture(Facts.hour(3)).vasopressors().highDoseSince()).isNull();
    }
}
