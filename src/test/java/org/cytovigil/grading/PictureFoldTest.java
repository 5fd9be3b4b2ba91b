package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known at a moment, by Clinical basis section 1. */
// [utest->req~picture.freshness~1]
class PictureFoldTest {
    /** The parameters that turn stale. */
    enum Parameter {
        TEMPERATURE(Facts.FEVER, ClinicalPicture::temperature),
        PRESSURE(Facts.NORMAL_PRESSURE, ClinicalPicture::pressure),
        SATURATION(Facts.spo2(95), ClinicalPicture::saturation),
        OXYGEN(Facts.ROOM_AIR, ClinicalPicture::oxygen);

        @SuppressWarnings("ImmutableEnumChecker")
        private final Observation fact;

        @SuppressWarnings("ImmutableEnumChecker")
        private final Function<ClinicalPicture, Reading<?>> reading;

        Parameter(Observation fact, Function<ClinicalPicture, Reading<?>> reading) {
            this.fact = fact;
            this.reading = reading;
        }
    }

    @ParameterizedTest
    @CsvSource({"TEMPERATURE, 8", "PRESSURE, 6", "SATURATION, 6", "OXYGEN, 12"})
    void aValueIsFreshUpToItsLimitAndStaleAMillisecondLater(Parameter parameter, int hours) {
        Charted course = Charted.adult().at(1, parameter.fact);
        Instant limit = Facts.hour(1 + hours);

        assertThat(parameter.reading.apply(course.picture(limit)))
                .isInstanceOf(Reading.Measured.class);
        assertThat(parameter.reading.apply(course.picture(limit.plusMillis(1))))
                .isInstanceOf(Reading.Stale.class);
        assertThat(parameter.reading.apply(Charted.adult().picture(1)))
                .isInstanceOf(Reading.Missing.class);
    }

    @Test
    void anImplausibleValueIsKeptOutAndTheOneBeforeStands() {
        Charted course = Charted.adult().at(1, Facts.FEVER).at(2, Facts.celsius(102.2));
        assertThat(course.picture(2).temperature())
                .isEqualTo(
                        new Reading.Measured<>(
                                (Observation.BodyTemperature) Facts.FEVER, Facts.hour(1)));

        assertThat(Charted.adult().at(2, Facts.celsius(102.2)).picture(2).temperature())
                .isInstanceOfSatisfying(
                        Reading.Implausible.class,
                        implausible -> assertThat(implausible.reason()).contains("102.2"));
    }

    @Test
    void anAssumedUnitIsFlagged() {
        Observation assumed =
                new Observation.BodyTemperature(
                        Temperature.ofFahrenheit(102.2), TemperatureSite.UNSTATED, true);
        assertThat(Charted.adult().at(1, assumed).assess(ScaleId.ASTCT_2019, 1).notes())
                .contains(Note.UNIT_ASSUMED);
        assertThat(Charted.adult().at(1, Facts.FEVER).assess(ScaleId.ASTCT_2019, 1).notes())
                .doesNotContain(Note.UNIT_ASSUMED);
    }

    @Test
    void anImplausibleDiastolicLeavesTheSystolic() {
        assertThat(
                        Charted.adult()
                                .at(1, Facts.FEVER, Facts.ROOM_AIR, Facts.pressure(85, 999))
                                .grade(ScaleId.ASTCT_2019, 1))
                .isEqualTo("2");
    }

    @Test
    void theCliniciansWordHoldsInItsSetOnly() {
        Charted course =
                Charted.adult()
                        .at(1, Facts.FEVER, Facts.ROOM_AIR, Facts.NORMAL_PRESSURE)
                        .at(1, new Observation.HypotensionStated());
        assertThat(course.grade(ScaleId.ASTCT_2019, 1)).isEqualTo("2");
        assertThat(course.grade(ScaleId.ASTCT_2019, 4)).isEqualTo("2");
        assertThat(course.at(5, Facts.FEVER).grade(ScaleId.ASTCT_2019, 5)).isEqualTo("1");
    }

    @Test
    void aBolusStandsForHypotensionForSixHours() {
        Charted course =
                Charted.adult()
                        .at(1, Facts.bolus())
                        .at(7, Facts.FEVER, Facts.ROOM_AIR, Facts.NORMAL_PRESSURE);
        assertThat(course.grade(ScaleId.ASTCT_2019, 7)).isEqualTo("2");
        Instant after = Facts.hour(7).plusMillis(1);
        assertThat(
                        GradingScales.of(ScaleId.ASTCT_2019)
                                .assess(course.picture(after), Charted.POLICY)
                                .range())
                .isEqualTo(GradeRange.of(1));
    }

    @Test
    void twoBolusesAreCountedFor24Hours() {
        Charted course = Charted.adult().at(1, Facts.bolus()).at(2, Facts.bolus());
        assertThat(course.picture(25).bolusesCounted()).isEqualTo(2);
        assertThat(course.picture(Facts.hour(25).plusMillis(1)).bolusesCounted()).isEqualTo(1);
        assertThat(course.picture(Facts.hour(26).plusMillis(1)).bolusesCounted()).isZero();
    }

    @Test
    void aBolusToldTwiceIsOneBolus() {
        assertThat(Charted.adult().at(1, Facts.bolus(), Facts.bolus()).picture(1).bolusesCounted())
                .isEqualTo(1);
        assertThat(Charted.adult().at(1, new Observation.FluidBolus(0)).picture(1).bolusesCounted())
                .isZero();
    }

    @Test
    void aChartedDeviceReplacesTheEarlierOneWhole() {
        Charted course =
                Charted.adult()
                        .at(1, Facts.FEVER, Facts.NORMAL_PRESSURE)
                        .at(1, Facts.device("hfnc", 40.0, 0.6))
                        .at(2, Facts.device("nasal-cannula", null, null));
        assertThat(course.grade(ScaleId.LEE_2014, 2)).isEqualTo("2-3");
        assertThat(course.grade(ScaleId.ASTCT_2019, 2)).isEqualTo("2-3");
    }

    @Test
    void lastChartedToxicityAndTherapyHoldUntilChartedAnew() {
        Charted course =
                Charted.adult()
                        .at(1, new Observation.OrganToxicity(Organ.RENAL, 3))
                        .at(1, new Observation.CoagulopathyTreated(true))
                        .at(100, Facts.NO_FEVER, Facts.ROOM_AIR, Facts.NORMAL_PRESSURE);
        assertThat(course.grade(ScaleId.LEE_2014, 100)).isEqualTo("3");
        assertThat(course.grade(ScaleId.PENN, 100)).isEqualTo("3");
        course.at(101, new Observation.OrganToxicity(Organ.RENAL, 0));
        assertThat(course.grade(ScaleId.LEE_2014, 101)).isEqualTo("0");
        assertThat(course.grade(ScaleId.PENN, 101)).isEqualTo("3");
    }

    @Test
    void partsOfAPressureThatComeOneByOneAreOnePressure() {
        Observation systolic = Facts.pressure(95.0, null, null);
        Observation diastolic = Facts.pressure(null, 45.0, null);
        for (List<Observation> order :
                List.of(List.of(systolic, diastolic), List.of(diastolic, systolic))) {
            ClinicalPicture picture =
                    Charted.adult().at(1, order.toArray(Observation[]::new)).picture(1);
            // (95 + 2 x 45) / 3 = 61.7: low by its mean.
            assertThat(Hypotension.lowReading(picture, SitePolicy.DEFAULT, false))
                    .isEqualTo(ClinicalPicture.Known.YES);
        }
    }

    @Test
    void theOrderOfFactsWithinASetDoesNotMatter() {
        List<Observation> set =
                List.of(
                        Facts.celsius(38.5),
                        Facts.pressure(84, 50),
                        Facts.spo2(91),
                        Facts.cannula(5),
                        Facts.running(Vasopressor.NOREPINEPHRINE, 0.25, DoseUnit.UG_PER_KG_PER_MIN),
                        Facts.stopped(Vasopressor.NOREPINEPHRINE),
                        new Observation.BodyWeight(new Weight(81)),
                        Facts.bolus(),
                        new Observation.HypotensionStated(),
                        new Observation.OrganToxicity(Organ.RENAL, 2));
        ClinicalPicture expected = inOrder(set);
        Random random = new Random(20_260_301);
        for (int i = 0; i < 2_000; i++) {
            List<Observation> shuffled = new ArrayList<>(set);
            Collections.shuffle(shuffled, random);
            assertThat(inOrder(shuffled)).as("%s", shuffled).isEqualTo(expected);
        }
        assertThat(expected.vasopressors().drugs()).hasSize(1);
        assertThat(expected.episode().open()).isTrue();
    }

    private static ClinicalPicture inOrder(List<Observation> set) {
        return Charted.adult()
                .at(1, Facts.NO_FEVER)
                .at(2, set.toArray(Observation[]::new))
                .picture(2);
    }

    @Test
    void aFactFromBeforeTheLastIsRefused() {
        Charted course = Charted.adult().at(2, Facts.FEVER);
        assertThatThrownBy(() -> course.at(1, Facts.FEVER))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
