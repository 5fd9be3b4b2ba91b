package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Vasopressor;
import org.junit.jupiter.api.Test;

/** What the scales share: hypoxia, home oxygen, notes, and what would be without attribution. */
// [utest->req~grading.reasons~1]
class SharedRulesTest {
    private static Charted febrile(Observation... more) {
        return Charted.adult()
                .at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR)
                .at(1, more);
    }

    private static String oxygen(Charted course) {
        return course.assess(ScaleId.LEE_2014, 1).findings().stream()
                .filter(finding -> finding.axis() == Axis.OXYGEN)
                .findFirst()
                .orElseThrow()
                .criterion();
    }

    @Test
    void aSaturationOf90IsNotLow() {
        assertThat(febrile(Facts.spo2(90)).grade(ScaleId.ASTCT_2019, 1)).isEqualTo("1");
        assertThat(febrile(Facts.spo2(89.9)).grade(ScaleId.ASTCT_2019, 1)).isEqualTo("2-4");
    }

    @Test
    void homeOxygenCountsAsRoomAirAndIsSaidToBe() {
        Patient.Baseline home =
                new Patient.Baseline(Facts.support("nasal-cannula", 2.0, null), null);
        Charted atHome =
                Charted.of(Facts.patient(60.0, 70.0, home))
                        .at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.cannula(2));
        assertThat(oxygen(atHome)).isEqualTo("oxygen as at home");
        assertThat(atHome.assess(ScaleId.LEE_2014, 1).notes()).containsExactly(Note.HOME_OXYGEN);
        assertThat(oxygen(febrile())).isEqualTo("room air");
        assertThat(febrile().assess(ScaleId.LEE_2014, 1).notes()).isEmpty();
    }

    @Test
    void anEstimateOfTheFractionIsLabelledAsOneWhereItCounts() {
        assertThat(febrile(Facts.cannula(4)).assess(ScaleId.LEE_2014, 1).notes())
                .containsExactly(Note.FIO2_ESTIMATED);
        assertThat(febrile(Facts.device("hfnc", 30.0, 0.3)).assess(ScaleId.LEE_2014, 1).notes())
                .isEmpty();
        // What is attributed elsewhere, or past, rests on no estimate.
        assertThat(
                        febrile(Facts.cannula(4), Facts.attributed(AttributionScope.WHOLE, false))
                                .assess(ScaleId.LEE_2014, 1)
                                .notes())
                .containsExactly(Note.OTHER_CAUSE);
        assertThat(
                        febrile(Facts.cannula(4), new Observation.DeathDueToCrs())
                                .assess(ScaleId.LEE_2014, 1)
                                .notes())
                .isEmpty();
        assertThat(Charted.adult().at(1, Facts.FEVER).assess(ScaleId.LEE_2014, 1).notes())
                .isEmpty();
    }

    @Test
    void anotherCauseIsLookedForOnlyWithLowPressureOrOxygen() {
        Charted well = Charted.adult().at(1, Facts.NO_FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR);
        assertThat(well.assess(ScaleId.ASTCT_2019, 1).notes()).isEmpty();
        Charted low = Charted.adult().at(1, Facts.NO_FEVER, Facts.pressure(84, 50), Facts.ROOM_AIR);
        assertThat(low.assess(ScaleId.ASTCT_2019, 1).notes()).containsExactly(Note.NO_FEVER);
    }

    @Test
    void afterDeathOnlyWhatConcernsTheFactsIsNoted() {
        Observation assumed =
                new Observation.BodyTemperature(
                        Temperature.ofFahrenheit(98), TemperatureSite.UNSTATED, true);
        Charted dead = febrile().at(2, assumed).at(2, Facts.given("tocilizumab"), Facts.ROOM_AIR);
        assertThat(dead.assess(ScaleId.ASTCT_2019, 2).notes())
                .containsExactlyInAnyOrder(Note.UNIT_ASSUMED, Note.EPISODE_OPEN);
        dead.at(3, new Observation.DeathDueToCrs());
        assertThat(dead.assess(ScaleId.ASTCT_2019, 3).notes()).containsExactly(Note.UNIT_ASSUMED);
    }

    @Test
    void theGradeWithoutAttributionStaysInSight() {
        Charted course = febrile(Facts.pressure(84, 50), Facts.bolus());
        assertThat(course.assess(ScaleId.LEE_2014, 1).wouldBe()).isNull();
        course.at(2, Facts.attributed(AttributionScope.PRESSURE, false));
        assertThat(course.grade(ScaleId.LEE_2014, 2)).isEqualTo("1");
        assertThat(course.assess(ScaleId.LEE_2014, 2).wouldBe()).isEqualTo(GradeRange.of(2));
        course.at(3, new Observation.DeathDueToCrs());
        assertThat(course.grade(ScaleId.LEE_2014, 3)).isEqualTo("5");
        assertThat(course.assess(ScaleId.LEE_2014, 3).wouldBe()).isNull();
    }

    @Test
    void whatCouldNotChangeTheGradeIsNotAskedFor() {
        // The high-flow cannula is [2,3] for want of its FiO2.
        Charted one = febrile(Facts.device("hfnc", 40.0, null));
        assertThat(one.assess(ScaleId.LEE_2014, 1).open())
                .extracting(Finding::missing)
                .containsExactly(MissingFact.INSPIRED_OXYGEN);
        // Two vasopressors are 3 already.
        Charted three =
                one.at(
                        2,
                        Facts.norepinephrine(4),
                        Facts.running(Vasopressor.EPINEPHRINE, 2, DoseUnit.UG_PER_MIN));
        assertThat(three.grade(ScaleId.LEE_2014, 2)).isEqualTo("3");
        assertThat(three.assess(ScaleId.LEE_2014, 2).open()).isEmpty();
    }

    @Test
    void aBolusIsAmongTheFactsAsLongAsItCounts() {
        Charted course = Charted.adult().at(1, Facts.bolus()).at(25, Facts.FEVER);
        assertThat(FactsStated.on(Axis.PRESSURE, course.assess(ScaleId.PENN, 25)))
                .extracting(StatedFact::words)
                .containsExactly("fluid bolus");
        assertThat(FactsStated.on(Axis.PRESSURE, course.assess(ScaleId.PENN, 25.1))).isEmpty();
    }

    @Test
    void anExaminationOfASedatedChildIsStatedAsSuch() {
        Charted course =
                Charted.of(Facts.patient(7.0, 25.0))
                        .at(
                                1,
                                new NeurologicalExamination(
                                        null,
                                        new CapdScore.Total(3),
                                        null,
                                        null,
                                        null,
                                        null,
                                        true));
        assertThat(FactsStated.on(Axis.NEUROLOGY, course.assess(ScaleId.ICANS, 1)))
                .extracting(StatedFact::words)
                .containsExactly("CAPD 3", "sedated");
    }

    @Test
    void icansHasNoNotesOfCrs() {
        Charted course = febrile(Facts.attributed(AttributionScope.WHOLE, false));
        assertThat(course.assess(ScaleId.ICANS, 1).notes()).isEmpty();
    }
}
