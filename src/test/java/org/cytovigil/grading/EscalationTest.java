package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What would raise a grade, as the tables of the scales say it. */
// [utest->req~grading.reasons~1]
class EscalationTest {
    private static Charted febrile(Observation... more) {
        return Charted.adult()
                .at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR, Facts.spo2(96))
                .at(1, more);
    }

    private static Charted well() {
        return Charted.adult()
                .at(1, Facts.NO_FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR, Facts.spo2(96));
    }

    @Test
    void withoutAnEpisodeOnlyFeverRaisesAstct() {
        assertThat(well().assess(ScaleId.ASTCT_2019, 1).raisedBy())
                .containsExactly("fever of 38.0 °C or above");
    }

    @Test
    void feverAloneIsRaisedByLowPressureHypoxiaOrOxygen() {
        assertThat(febrile().assess(ScaleId.ASTCT_2019, 1).raisedBy())
                .containsExactly(
                        "a systolic pressure below 90 mmHg",
                        "SpO2 below 90 % without more oxygen than at home",
                        "supplemental oxygen");
    }

    @Test
    void theLimitNamedIsThatOfTheChild() {
        Charted child =
                Charted.of(Facts.patient(4.0, 16.0))
                        .at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR, Facts.spo2(96));
        // 70 + 2 x 4
        assertThat(child.assess(ScaleId.ASTCT_2019, 1).raisedBy())
                .contains("a systolic pressure below 78 mmHg");
    }

    @Test
    void hypotensionIsRaisedByAVasopressorAndHigherOxygenByItsFlow() {
        Charted course = febrile(Facts.pressure(84, 50), Facts.cannula(4));
        assertThat(course.assess(ScaleId.ASTCT_2019, 1).raisedBy())
                .containsExactly("a vasopressor", "oxygen above 6 L/min or by mask");
        assertThat(course.assess(ScaleId.CTCAE_5, 1).raisedBy())
                .containsExactly("a vasopressor", "FiO2 of 40 % or more");
    }

    @Test
    void oneVasopressorIsRaisedByAnother() {
        Charted course = febrile(Facts.norepinephrine(6));
        // ASTCT does not count vasopressin, Lee does; Lee also asks for the dose and its 3 h.
        assertThat(course.assess(ScaleId.ASTCT_2019, 1).raisedBy())
                .containsExactly(
                        "another vasopressor other than vasopressin",
                        "CPAP, BiPAP or invasive ventilation");
        assertThat(course.assess(ScaleId.LEE_2014, 1).raisedBy())
                .containsExactly(
                        "another vasopressor",
                        "norepinephrine of 20 µg/min or more for 3 h",
                        "FiO2 of 40 % or more",
                        "organ toxicity of CTCAE grade 3");
        assertThat(course.assess(ScaleId.CTCAE_5, 1).raisedBy())
                .containsExactly("invasive ventilation");
    }

    @ParameterizedTest
    @EnumSource(names = {"LEE_2014", "CARTOX"})
    void whereVasopressinCountsItMayBeOneOfTwo(ScaleId scale) {
        // Oxygen is 2 already, as one vasopressor would be; two of any kind are 3.
        assertThat(febrile(Facts.cannula(4)).assess(scale, 1).raisedBy())
                .contains("two vasopressors")
                .doesNotContain("two vasopressors other than vasopressin");
    }

    @Test
    void vasopressinAloneIsRaisedByTwoOthersOnAstct() {
        Charted course = febrile(Facts.running(Vasopressor.VASOPRESSIN, 0.03, DoseUnit.U_PER_MIN));
        assertThat(course.assess(ScaleId.ASTCT_2019, 1).raisedBy())
                .containsExactly(
                        "two vasopressors other than vasopressin",
                        "CPAP, BiPAP or invasive ventilation");
    }

    @Test
    void severalDrugsAreNamedByTheirSum() {
        Charted course =
                febrile(
                        Facts.norepinephrine(6),
                        Facts.running(Vasopressor.EPINEPHRINE, 2, DoseUnit.UG_PER_MIN));
        assertThat(course.assess(ScaleId.PENN, 1).raisedBy())
                .containsExactly("vasopressors at high dose for 3 h", "invasive ventilation");
    }

    @Test
    void pennIsRaisedByASecondBolusAndByWhatOnlyPennCounts() {
        assertThat(febrile(Facts.bolus()).assess(ScaleId.PENN, 1).raisedBy())
                .containsExactly(
                        "another fluid bolus within 24 h",
                        "SpO2 below 90 % without more oxygen than at home",
                        "supplemental oxygen",
                        "creatinine of CTCAE grade 3",
                        "transaminases of CTCAE grade 4",
                        "plasma products for coagulopathy");
        assertThat(febrile().assess(ScaleId.PENN, 1).raisedBy())
                .contains(
                        "creatinine of CTCAE grade 2",
                        "transaminases of CTCAE grade 3",
                        "intravenous therapy for symptoms");
    }

    @Test
    void symptomsRaiseWhatTheyCountFor() {
        assertThat(well().assess(ScaleId.LEE_2014, 1).raisedBy())
                .contains("constitutional symptoms", "fever of 38.0 °C or above");
        assertThat(well().assess(ScaleId.CTCAE_5, 1).raisedBy())
                .doesNotContain("constitutional symptoms");
    }

    @Test
    void carToxCountsToxicityFromGradeOne() {
        assertThat(well().assess(ScaleId.CARTOX, 1).raisedBy())
                .contains("organ toxicity of CTCAE grade 1");
        assertThat(well().assess(ScaleId.LEE_2014, 1).raisedBy())
                .contains("organ toxicity of CTCAE grade 2");
    }

    @Test
    void graverOrganToxicityCountsBesideWhatIsThere() {
        Charted course = febrile(new Observation.OrganToxicity(Organ.OTHER, 3));
        assertThat(course.assess(ScaleId.LEE_2014, 1).raisedBy())
                .containsExactly("invasive ventilation", "organ toxicity of CTCAE grade 4");
    }

    @Test
    void theReviewIsRaisedByAPressureStillLowOnHighDoses() {
        Charted course = febrile(Facts.norepinephrine(22)).at(4, Facts.NORMAL_PRESSURE);
        assertThat(course.assess(ScaleId.REVIEW, 4).raisedBy())
                .containsExactly("a systolic pressure below 90 mmHg", "invasive ventilation");
    }

    @Test
    void theHighestGradeAndDeathAreRaisedByNothing() {
        assertThat(
                        febrile(Facts.device("ventilator", null, 0.5))
                                .assess(ScaleId.ASTCT_2019, 1)
                                .raisedBy())
                .isEmpty();
        assertThat(febrile(new Observation.DeathDueToCrs()).assess(ScaleId.LEE_2014, 1).raisedBy())
                .isEmpty();
    }

    @Test
    void whatIsAttributedElsewhereRaisesNothing() {
        Charted course = febrile(Facts.attributed(AttributionScope.PRESSURE, false));
        assertThat(course.assess(ScaleId.ASTCT_2019, 1).raisedBy())
                .containsExactly(
                        "SpO2 below 90 % without more oxygen than at home", "supplemental oxygen");
        assertThat(
                        febrile(Facts.attributed(AttributionScope.WHOLE, false))
                                .assess(ScaleId.LEE_2014, 1)
                                .raisedBy())
                .isEmpty();
    }

    @Test
    void icansIsRaisedByTheNextRowOfEachDomain() {
        Charted course =
                Charted.adult()
                        .at(
                                1,
                                new NeurologicalExamination(
                                        new IceScore.Total(8),
                                        null,
                                        Consciousness.AWAKE,
                                        null,
                                        null,
                                        null,
                                        null));
        assertThat(course.assess(ScaleId.ICANS, 1).raisedBy())
                .containsExactly(
                        "ICE of 6 or less",
                        "awakening to voice only",
                        "a seizure that resolves rapidly",
                        "deep focal motor weakness",
                        "focal oedema on imaging");
    }

    @Test
    void icansOfAChildGoesByCapd() {
        NeurologicalExamination exam =
                new NeurologicalExamination(
                        null, new CapdScore.Total(3), null, null, null, null, null);
        assertThat(
                        Charted.of(Facts.patient(7.0, 25.0))
                                .at(1, exam)
                                .assess(ScaleId.ICANS, 1)
                                .raisedBy())
                .containsExactly(
                        "CAPD of 9 or more",
                        "awakening to voice only",
                        "a seizure that resolves rapidly",
                        "deep focal motor weakness",
                        "focal oedema on imaging");
    }

    @Test
    void graveIcansIsRaisedByTheGravestRowsOnly() {
        NeurologicalExamination exam =
                new NeurologicalExamination(
                        new IceScore.Total(1), null, Consciousness.AWAKE, null, null, null, null);
        assertThat(Charted.adult().at(1, exam).assess(ScaleId.ICANS, 1).raisedBy())
                .containsExactly(
                        "not to be roused",
                        "a prolonged or repetitive seizure",
                        "deep focal motor weakness",
                        "diffuse oedema");
    }

    @Test
    void underSedationNeitherScoreNorConsciousnessRaises() {
        NeurologicalExamination sedated =
                new NeurologicalExamination(null, null, null, null, null, null, true);
        assertThat(Charted.adult().at(1, sedated).assess(ScaleId.ICANS, 1).raisedBy())
                .containsExactly(
                        "a seizure that resolves rapidly",
                        "deep focal motor weakness",
                        "focal oedema on imaging");
    }

    @Test
    void noVasopressorIsLeftToAddWhenAllRun() {
        Charted course = febrile();
        for (Vasopressor drug : Vasopressor.values()) {
            course.at(1, new Observation.VasopressorCharted(Facts.unknownDose(drug)));
        }
        assertThat(course.assess(ScaleId.CTCAE_5, 1).raisedBy())
                .containsExactly("invasive ventilation");
    }

    @Test
    void hoursAtHighDoseRaiseByTimeWhereTheyRaiseAtAll() {
        Charted course = febrile(Facts.norepinephrine(22));
        assertThat(course.assess(ScaleId.LEE_2014, 2).timedRise())
                .isEqualTo(new TimedRise(Facts.hour(4), GradeRange.of(3)));
        assertThat(course.assess(ScaleId.PENN, 2).timedRise())
                .isEqualTo(new TimedRise(Facts.hour(4), GradeRange.of(4)));
        assertThat(course.assess(ScaleId.CARTOX, 2).timedRise())
                .isEqualTo(new TimedRise(Facts.hour(4), GradeRange.of(3)));
        // ASTCT and CTCAE know no doses; a second drug makes Lee 3 whatever the hours.
        assertThat(course.assess(ScaleId.ASTCT_2019, 2).timedRise()).isNull();
        assertThat(course.assess(ScaleId.CTCAE_5, 2).timedRise()).isNull();
        course.at(2.5, Facts.running(Vasopressor.VASOPRESSIN, 0.03, DoseUnit.U_PER_MIN));
        assertThat(course.assess(ScaleId.LEE_2014, 3).timedRise()).isNull();
        assertThat(course.assess(ScaleId.REVIEW, 3).timedRise())
                .isEqualTo(new TimedRise(Facts.hour(4), GradeRange.of(3)));
    }
}
