package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.Weight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What runs, and the three hours of a high dose (policy sections 1 and 4). */
// [utest->req~picture.vasopressors~1]
class VasopressorClockTest {
    private static final Observation STOP = Facts.stopped(Vasopressor.NOREPINEPHRINE);
    private static final Observation HIGH = Facts.norepinephrine(20);

    private static Charted highSinceOne() {
        return Charted.adult()
                .at(0.5, Facts.FEVER, Facts.ROOM_AIR, Facts.NORMAL_PRESSURE)
                .at(1, HIGH);
    }

    private static String lee(Charted course, Instant at) {
        return Charted.text(
                GradingScales.of(ScaleId.LEE_2014)
                        .assess(course.picture(at), Charted.POLICY)
                        .range());
    }

    @Test
    void exactlyThreeHoursCount() {
        Charted course = highSinceOne();
        assertThat(lee(course, Facts.hour(4).minusMillis(1))).isEqualTo("2");
        assertThat(lee(course, Facts.hour(4))).isEqualTo("3");
        assertThat(course.assess(ScaleId.LEE_2014, 2).timedRise())
                .isEqualTo(new TimedRise(Facts.hour(4), GradeRange.of(3)));
        assertThat(course.assess(ScaleId.LEE_2014, 4).timedRise()).isNull();
    }

    @Test
    void aDipBelowTheHighDoseRestartsTheClock() {
        Charted course = highSinceOne().at(3, Facts.norepinephrine(19.9)).at(3.5, HIGH);
        assertThat(lee(course, Facts.hour(6.4))).isEqualTo("2");
        assertThat(lee(course, Facts.hour(6.5))).isEqualTo("3");
    }

    @Test
    void aChangeOfDoseAboveTheRowDoesNot() {
        Charted course = highSinceOne().at(3, Facts.norepinephrine(35)).at(3.5, HIGH);
        assertThat(lee(course, Facts.hour(4))).isEqualTo("3");
    }

    @Test
    void aChangeOfBagsWithinOneMinuteIsNoGapWhicheverComesFirst() {
        double eighteen = 3 + 18 / 3_600.0;
        double fortyThree = 3 + 43 / 3_600.0;
        Charted stopFirst = highSinceOne().at(eighteen, STOP).at(fortyThree, HIGH);
        Charted startFirst = highSinceOne().at(eighteen, HIGH).at(fortyThree, STOP);
        assertThat(lee(stopFirst, Facts.hour(4))).isEqualTo("3");
        assertThat(lee(startFirst, Facts.hour(4))).isEqualTo("3");
    }

    @Test
    void aFirstStartAndItsStopInTheSameMinuteLeaveNothingRunning() {
        Charted course =
                Charted.adult()
                        .at(0.5, Facts.FEVER, Facts.ROOM_AIR, Facts.NORMAL_PRESSURE)
                        .at(1 + 5 / 3_600.0, HIGH)
                        .at(1 + 40 / 3_600.0, STOP);
        assertThat(lee(course, Facts.hour(2))).isEqualTo("1");
    }

    @Test
    void aStopRestartsTheClock() {
        Charted course = highSinceOne().at(3, STOP).at(3.25, HIGH);
        assertThat(lee(course, Facts.hour(6))).isEqualTo("2");
        assertThat(lee(course, Facts.hour(6.25))).isEqualTo("3");
    }

    @Test
    void aBagChangeAtOneStampInEitherOrderKeepsTheClock() {
        assertThat(lee(highSinceOne().at(3, STOP, HIGH), Facts.hour(4))).isEqualTo("3");
        assertThat(lee(highSinceOne().at(3, HIGH, STOP), Facts.hour(4))).isEqualTo("3");
        assertThat(lee(highSinceOne().at(3, Facts.list(), HIGH), Facts.hour(4))).isEqualTo("3");
        assertThat(lee(highSinceOne().at(3, HIGH, Facts.list()), Facts.hour(4))).isEqualTo("3");
    }

    @Test
    void aFirstStartAndAStopAtOneStampRunInEitherOrder() {
        assertThat(Charted.adult().at(1, HIGH, STOP).picture(1).vasopressors().drugs()).hasSize(1);
        assertThat(Charted.adult().at(1, STOP, HIGH).picture(1).vasopressors().drugs()).hasSize(1);
    }

    @Test
    void aListWithoutADrugStopsIt() {
        Charted course =
                highSinceOne()
                        .at(
                                2,
                                Facts.list(
                                        Facts.infusion(
                                                Vasopressor.EPINEPHRINE, 1, DoseUnit.UG_PER_MIN)));
        assertThat(course.picture(2).vasopressors().drugs())
                .extracting(running -> running.infusion().drug())
                .containsExactly(Vasopressor.EPINEPHRINE);
        assertThat(course.at(3, Facts.list()).picture(3).vasopressors().drugs()).isEmpty();
    }

    @Test
    void aDoseOfZeroIsAStop() {
        assertThat(highSinceOne().at(2, Facts.norepinephrine(0)).picture(2).vasopressors().drugs())
                .isEmpty();
    }

    @Test
    void withoutConfirmationItStillRunsFlagged() {
        Charted course = highSinceOne();
        assertThat(course.assess(ScaleId.LEE_2014, 13).notes())
                .doesNotContain(Note.INFUSION_UNCONFIRMED);
        assertThat(course.assess(ScaleId.LEE_2014, 13.1).notes())
                .contains(Note.INFUSION_UNCONFIRMED);
        assertThat(course.picture(200).vasopressors().drugs()).hasSize(1);
        course.at(14, HIGH);
        assertThat(course.assess(ScaleId.LEE_2014, 26).notes())
                .doesNotContain(Note.INFUSION_UNCONFIRMED);
    }

    @Test
    void anImplausibleDoseLeavesTheDrugRunningAtAnUnknownOne() {
        Charted course = highSinceOne().at(4, Facts.norepinephrine(8_388_607));
        assertThat(course.picture(4).vasopressors().drugs())
                .singleElement()
                .satisfies(running -> assertThat(running.infusion().rate()).isNull());
        assertThat(lee(course, Facts.hour(4))).isEqualTo("2-3");
        assertThat(course.grade(ScaleId.ASTCT_2019, 4)).isEqualTo("3");
    }

    @Test
    void aWeightChartedLaterDecidesADosePerKilogram() {
        Charted course =
                Charted.of(Facts.patient(45.0, null))
                        .at(1, Facts.FEVER, Facts.ROOM_AIR, Facts.NORMAL_PRESSURE)
                        .at(
                                1,
                                Facts.running(
                                        Vasopressor.NOREPINEPHRINE,
                                        0.25,
                                        DoseUnit.UG_PER_KG_PER_MIN));
        assertThat(lee(course, Facts.hour(2))).isEqualTo("2-3");
        course.at(2, new Observation.BodyWeight(new Weight(60)));
        assertThat(lee(course, Facts.hour(2))).isEqualTo("2");
        // 0.25 ug/kg/min of 80 kg are 20 ug/min, from this weight's time on.
        course.at(3, new Observation.BodyWeight(new Weight(80)));
        assertThat(lee(course, Facts.hour(5.9))).isEqualTo("2");
        assertThat(lee(course, Facts.hour(6))).isEqualTo("3");
    }

    @Test
    void aWeightThatMakesADoseHighAgainStartsTheClockAnew() {
        // 0.25 of 80 kg are 20 ug/min, 0.2 are 16 and, of 100 kg, 20.
        Charted course = Charted.of(Facts.patient(45.0, 80.0)).at(1, perKilogram(0.25));
        assertThat(course.picture(1).vasopressors().highDoseSince()).isEqualTo(Facts.hour(1));
        course.at(2, perKilogram(0.2));
        assertThat(course.picture(2).vasopressors().highDoseSince()).isNull();
        course.at(3, new Observation.BodyWeight(new Weight(100)));
        assertThat(course.picture(3).vasopressors().highDoseSince()).isEqualTo(Facts.hour(3));
    }

    private static Observation perKilogram(double dose) {
        return Facts.running(Vasopressor.NOREPINEPHRINE, dose, DoseUnit.UG_PER_KG_PER_MIN);
    }

    @Test
    void aListWithoutTheDrugEndsItsHighDose() {
        assertThat(highSinceOne().at(2, Facts.list()).picture(2).vasopressors())
                .isEqualTo(RunningVasopressors.NONE);
    }

    @Test
    void aListWithTheDrugConfirmsItAtItsDose() {
        Charted course =
                highSinceOne()
                        .at(
                                2,
                                Facts.list(
                                        Facts.infusion(
                                                Vasopressor.NOREPINEPHRINE,
                                                20,
                                                DoseUnit.UG_PER_MIN)));
        assertThat(course.picture(2).vasopressors().highDoseSince()).isEqualTo(Facts.hour(1));
        assertThat(course.picture(2).vasopressors().drugs())
                .singleElement()
                .satisfies(
                        running -> {
                            assertThat(running.since()).isEqualTo(Facts.hour(1));
                            assertThat(running.doseSince()).isEqualTo(Facts.hour(1));
                            assertThat(running.confirmed()).isEqualTo(Facts.hour(2));
                        });
    }

    @Test
    void aDrugStartedAgainRunsSinceThen() {
        assertThat(highSinceOne().at(3, STOP).at(3.25, HIGH).picture(4).vasopressors().drugs())
                .singleElement()
                .satisfies(
                        running -> {
                            assertThat(running.since()).isEqualTo(Facts.hour(3.25));
                            assertThat(running.doseSince()).isEqualTo(Facts.hour(3.25));
                        });
    }

    @Test
    void aDoseChartedHighMayHaveBeenHighWhileItWasUnknown() {
        Observation unknown =
                new Observation.VasopressorCharted(Facts.unknownDose(Vasopressor.NOREPINEPHRINE));
        Charted early =
                Charted.adult()
                        .at(0.5, Facts.FEVER, Facts.ROOM_AIR, Facts.NORMAL_PRESSURE)
                        .at(1, unknown)
                        .at(4, HIGH);
        assertThat(early.grade(ScaleId.LEE_2014, 4.5)).isEqualTo("2-3");
        assertThat(early.assess(ScaleId.LEE_2014, 4.5).deciding().missing())
                .isEqualTo(MissingFact.VASOPRESSOR_DOSE);
        assertThat(early.grade(ScaleId.LEE_2014, 7)).isEqualTo("3");
        // Unknown for one hour and high for half an hour are no three hours.
        Charted late =
                Charted.adult()
                        .at(0.5, Facts.FEVER, Facts.ROOM_AIR, Facts.NORMAL_PRESSURE)
                        .at(3, unknown)
                        .at(4, HIGH);
        assertThat(late.grade(ScaleId.LEE_2014, 4.5)).isEqualTo("2");
    }

    @ParameterizedTest
    @EnumSource(names = {"LEE_2014", "CARTOX", "REVIEW", "PENN"})
    void theMissingFactIsTheDoseOrElseTheWeight(ScaleId scale) {
        Observation unknown =
                new Observation.VasopressorCharted(Facts.unknownDose(Vasopressor.NOREPINEPHRINE));
        assertThat(missing(80.0, unknown, scale)).isEqualTo(MissingFact.VASOPRESSOR_DOSE);
        assertThat(missing(null, unknown, scale)).isEqualTo(MissingFact.VASOPRESSOR_DOSE);
        assertThat(missing(null, perKilogram(0.25), scale)).isEqualTo(MissingFact.WEIGHT);
    }

    private static @Nullable MissingFact missing(
            @Nullable Double kilograms, Observation drug, ScaleId scale) {
        return Charted.of(Facts.patient(45.0, kilograms))
                .at(1, Facts.FEVER, Facts.ROOM_AIR, Facts.NORMAL_PRESSURE, drug)
                .assess(scale, 1)
                .deciding()
                .missing();
    }

    @Test
    void theHighDoseClockRunsOnAcrossDrugs() {
        Charted course =
                highSinceOne()
                        .at(
                                2,
                                Facts.list(
                                        Facts.infusion(
                                                Vasopressor.NOREPINEPHRINE,
                                                12,
                                                DoseUnit.UG_PER_MIN),
                                        Facts.infusion(
                                                Vasopressor.EPINEPHRINE, 8, DoseUnit.UG_PER_MIN)));
        assertThat(course.grade(ScaleId.PENN, 3.9)).isEqualTo("3");
        assertThat(course.grade(ScaleId.PENN, 4)).isEqualTo("4");
    }
}
