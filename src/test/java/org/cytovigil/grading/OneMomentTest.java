package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.Attributed;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts that contradict, or cannot be true, never lower a grade in silence. */
class OneMomentTest {
    private static Charted febrile() {
        return Charted.adult().at(0, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR);
    }

    private static VasopressorInfusion norepinephrine(double amount) {
        return amount == 0
                ? Facts.unknownDose(Vasopressor.NOREPINEPHRINE)
                : Facts.infusion(Vasopressor.NOREPINEPHRINE, amount, DoseUnit.UG_PER_MIN);
    }

    /** 20 ug/min for 3 h is a high dose: 3 on Lee 2014. 0 stands for a dose nobody charted. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    25, 5,  3
                    5,  25, 3
                    9,  21, 3
                    21, 9,  3
                    5,  6,  2
                    0,  5,  at least 2 (up to 3)
                    5,  0,  at least 2 (up to 3)
                    """)
    void ofADrugListedTwiceTheHigherDoseCounts(double one, double other, String grade) {
        Observation list = Facts.list(norepinephrine(one), norepinephrine(other));
        Observation first = Facts.list(norepinephrine(one));
        Observation second = Facts.list(norepinephrine(other));

        assertThat(lee(febrile().at(0, list))).isEqualTo(grade);
        assertThat(lee(febrile().at(0, first).at(0, second))).isEqualTo(grade);
    }

    private static String lee(Charted course) {
        return course.assess(ScaleId.LEE_2014, 3).range().toString();
    }

    @Test
    void drugsOfTwoListsOfOneMomentAllRunAndTheNextListStandsAlone() {
        Charted course =
                febrile()
                        .at(0, Facts.list(norepinephrine(5)))
                        .at(
                                0,
                                Facts.list(
                                        Facts.infusion(
                                                Vasopressor.EPINEPHRINE, 2, DoseUnit.UG_PER_MIN)));
        assertThat(course.picture(0).vasopressors().drugs()).hasSize(2);

        course.at(1, Facts.list(norepinephrine(5)));
        assertThat(course.picture(1).vasopressors().drugs()).hasSize(1);
    }

    /** A patient on norepinephrine is not clear, whatever the drug is attributed to. */
    @Test
    void anEpisodeDoesNotCloseWhileAnAttributedVasopressorRuns() {
        Charted course = febrile();
        course.at(10, new Attributed(AttributionScope.PRESSURE, false, "sepsis"));
        for (int hour : List.of(10, 34, 40)) {
            course.at(
                    hour,
                    Facts.NO_FEVER,
                    Facts.NORMAL_PRESSURE,
                    Facts.ROOM_AIR,
                    Facts.list(norepinephrine(5)));
        }
        assertThat(course.assess(ScaleId.ASTCT_2019, 40).range()).isEqualTo(GradeRange.of(0));

        course.at(41, new Attributed(AttributionScope.PRESSURE, true, "sepsis"));
        assertThat(course.assess(ScaleId.ASTCT_2019, 41).range()).isEqualTo(GradeRange.of(3));
    }

    @Test
    void aDiastolicAloneTakesTheWordFromNoPressureBeforeIt() {
        Observation diastolic =
                new Observation.BloodPressure(
                        null, new Pressure(40), null, Observation.PressureSource.CUFF);
        Observation impossible =
                new Observation.BloodPressure(
                        new Pressure(400), new Pressure(40), null, Observation.PressureSource.CUFF);
        for (Observation later : List.of(diastolic, impossible)) {
            Charted course = febrile().at(1, Facts.pressure(80, 40)).at(2, later);
            assertThat(course.assess(ScaleId.ASTCT_2019, 2).range())
                    .as(later.toString())
                    .isEqualTo(GradeRange.of(2));
        }
    }

    /** Systolic 100 and diastolic 41: the mean is 60.7, below 65. */
    @Test
    void aDiastolicThatComesBeforeItsSystolicOfTheSameMomentBelongsToIt() {
        Charted course =
                febrile()
                        .at(1, Facts.NORMAL_PRESSURE)
                        .at(
                                2,
                                new Observation.BloodPressure(
                                        null,
                                        new Pressure(41),
                                        null,
                                        Observation.PressureSource.CUFF))
                        .at(
                                2,
                                new Observation.BloodPressure(
                                        new Pressure(100),
                                        null,
                                        null,
                                        Observation.PressureSource.CUFF));
        assertThat(course.assess(ScaleId.ASTCT_2019, 2).range()).isEqualTo(GradeRange.of(2));
    }

    @Test
    void aValueThatStandsBeforeARejectedOneIsNotedUntilTheNextGoodOne() {
        Charted course = Charted.adult();
        course.at(0, Facts.NO_FEVER).at(1, Facts.celsius(102));
        assertThat(course.assess(ScaleId.ASTCT_2019, 1).notes()).contains(Note.REJECTED);

        course.at(2, Facts.NO_FEVER);
        assertThat(course.assess(ScaleId.ASTCT_2019, 2).notes()).doesNotContain(Note.REJECTED);

        course.at(3, new Observation.FluidBolus(30_000));
        assertThat(course.assess(ScaleId.PENN, 3).notes()).contains(Note.REJECTED);
    }

    @Test
    void withoutATemperatureEveryMissingFactIsNamedWithItsRange() {
        Charted course = Charted.adult();
        course.at(0, Facts.spo2(97));
        List<String> missing = new ArrayList<>();
        for (Finding finding : course.assess(ScaleId.ASTCT_2019, 0).open()) {
            missing.add(finding.missing() + " " + finding.range());
        }
        assertThat(missing)
                .containsExactly(
                        "TEMPERATURE unknown (0 to 4)",
                        "PRESSURE unknown (0 to 2)",
                        "OXYGEN_DEVICE unknown (0 to 4)");
    }

    /** The setting, what is charted at hour 0, and the row as this site reads it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    oxygen.high-fraction | 50 % | LEE_2014 | oxygen requirement below 50 %
                    penn.boluses         | 3    | PENN     | hypotension, fewer than 3 boluses within 24 h
                    vasopressor.high-dose-after | 1 h | LEE_2014 | hypotension requiring a high-dose vasopressor for 1 h or more
                    icans.capd-positive  | 10   | ICANS    | CAPD below 10
                    """)
    void rowsReadAsTheSiteDecided(String key, String value, ScaleId scale, String row) {
        SitePolicy policy = SitePolicy.of("site", Map.of(Settings.of(key).orElseThrow(), value));
        assertThat(GradingScales.of(scale).table(policy))
                .extracting(finding -> finding.criterion(policy))
                .contains(row);
    }

    /** Mean 62: low at the usual limit of 65, not at this site's of 60. */
    @Test
    void aChangedSettingThatDecidesIsNamedThoughItsRowSetsNoEnd() {
        SitePolicy policy = SitePolicy.of("site", Map.of(Settings.ADULT_MEAN, "60 mm[Hg]"));
        PictureFold fold = new PictureFold(Facts.adult(), policy);
        for (Observation fact : List.of(Facts.FEVER, Facts.pressure(100, 43), Facts.ROOM_AIR)) {
            fold.add(Facts.ZERO, fact);
        }
        Assessment assessment =
                GradingScales.of(ScaleId.ASTCT_2019).assess(fold.picture(Facts.ZERO), policy);

        assertThat(assessment.range()).isEqualTo(GradeRange.of(1));
        assertThat(assessment.settings()).contains(Settings.ADULT_MEAN);
        assertThat(assessment.settings()).doesNotContain(Settings.ADULT_SYSTOLIC);
    }
}
