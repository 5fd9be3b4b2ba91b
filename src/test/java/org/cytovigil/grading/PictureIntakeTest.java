package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.HeartRate;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.OxygenSettings;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.RespiratoryRate;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.ScaleId;
import org.junit.jupiter.api.Test;

/** How single facts enter the picture, by policy section 1. */
// [utest->req~picture.freshness~1]
class PictureIntakeTest {
    private static final OxygenSettings STILL_IN_USE = new OxygenSettings(null, null);
    private static final double SENTINEL = 8_388_607;

    private static <T> Reading<T> measured(T value, double hours) {
        return new Reading.Measured<>(value, Facts.hour(hours));
    }

    @Test
    void newSettingsAreThoseOfTheDeviceInUse() {
        Charted course =
                Charted.adult()
                        .at(1, Facts.device("hfnc", 40.0, 0.5))
                        .at(2, new OxygenSettings(null, OxygenFraction.of(0.6)));
        assertThat(course.picture(2).oxygen())
                .isEqualTo(measured(Facts.support("hfnc", 40.0, 0.6), 2));
    }

    @Test
    void aDeviceChartedAsStillInUseIsFreshFromThenOn() {
        Charted course = Charted.adult().at(1, Facts.ROOM_AIR).at(10, STILL_IN_USE);
        assertThat(course.picture(22).oxygen()).isInstanceOf(Reading.Measured.class);
        assertThat(course.picture(Facts.hour(22).plusMillis(1)).oxygen())
                .isInstanceOf(Reading.Stale.class);
    }

    @Test
    void settingsWithoutADeviceAreADeviceThatNoScaleKnows() {
        OxygenFlow four = new OxygenFlow(4);
        Charted byFlow =
                Charted.adult()
                        .at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, new OxygenSettings(four, null));
        assertThat(byFlow.picture(1).oxygen())
                .isEqualTo(
                        measured(new OxygenSupport.Unrecognised("no device named", four, null), 1));
        assertThat(byFlow.grade(ScaleId.ASTCT_2019, 1)).isEqualTo("1-4");
        OxygenFraction half = OxygenFraction.of(0.5);
        assertThat(Charted.adult().at(1, new OxygenSettings(null, half)).picture(1).oxygen())
                .isEqualTo(
                        measured(new OxygenSupport.Unrecognised("no device named", null, half), 1));
    }

    @Test
    void stillInUseNamesNoDeviceWhereThereWasNone() {
        assertThat(Charted.adult().at(1, STILL_IN_USE).picture(1).oxygen())
                .isInstanceOf(Reading.Missing.class);
    }

    private static BloodPressure pressure(
            double systolic, double diastolic, PressureSource source) {
        return new BloodPressure(new Pressure(systolic), new Pressure(diastolic), null, source);
    }

    @Test
    void theArterialLineStandsBeforeACuffOfTheSameMoment() {
        BloodPressure line = pressure(84, 50, PressureSource.ARTERIAL_LINE);
        BloodPressure cuff = pressure(120, 70, PressureSource.CUFF);
        assertThat(Charted.adult().at(1, line, cuff).picture(1).pressure())
                .isEqualTo(measured(line, 1));
        assertThat(Charted.adult().at(1, cuff, line).picture(1).pressure())
                .isEqualTo(measured(line, 1));
        // A cuff charted later is the latest pressure.
        assertThat(Charted.adult().at(1, line).at(2, cuff).picture(2).pressure())
                .isEqualTo(measured(cuff, 2));
    }

    @Test
    void twoCuffPressuresOfOneMomentAreTheLowerPartsOfBoth() {
        Charted course =
                Charted.adult()
                        .at(
                                1,
                                pressure(95, 50, PressureSource.CUFF),
                                pressure(92, 60, PressureSource.CUFF));
        assertThat(course.picture(1).pressure())
                .isEqualTo(measured(pressure(92, 50, PressureSource.CUFF), 1));
        Charted mixed =
                Charted.adult()
                        .at(
                                1,
                                pressure(95, 50, PressureSource.CUFF),
                                pressure(92, 60, PressureSource.UNSTATED));
        assertThat(mixed.picture(1).pressure())
                .isEqualTo(measured(pressure(92, 50, PressureSource.UNSTATED), 1));
    }

    @Test
    void aDrugToldTwiceWithTheSameTimeWasGivenOnce() {
        Observation tocilizumab = Facts.given("tocilizumab");
        Charted course = Charted.adult().at(1, tocilizumab, tocilizumab);
        assertThat(course.picture(1).treatments()).hasSize(1);
        assertThat(course.at(9, tocilizumab).picture(9).treatments())
                .extracting(TreatmentTaken::at)
                .containsExactly(Facts.hour(1), Facts.hour(9));
    }

    @Test
    void anAttributionHoldsUntilItIsItselfWithdrawn() {
        Charted course =
                Charted.adult()
                        .at(1, Facts.attributed(AttributionScope.PRESSURE, false))
                        .at(1, Facts.attributed(AttributionScope.OXYGEN, false))
                        .at(2, Facts.attributed(AttributionScope.PRESSURE, true));
        assertThat(course.picture(2).attributions())
                .isEqualTo(Map.of(AttributionScope.OXYGEN, "sepsis"));
        // Withdrawing what nobody attributed changes nothing.
        course.at(3, Facts.attributed(AttributionScope.WHOLE, true));
        assertThat(course.picture(3).attributions())
                .isEqualTo(Map.of(AttributionScope.OXYGEN, "sepsis"));
        course.at(4, Facts.attributed(AttributionScope.OXYGEN, true));
        assertThat(course.picture(4).attributions()).isEmpty();
    }

    @Test
    void bolusesExactly24HoursApartAreMultiple() {
        Charted course =
                Charted.adult()
                        .at(1, Facts.bolus())
                        .at(25, Facts.bolus(), Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR);
        assertThat(course.picture(25).bolusesCounted()).isEqualTo(2);
        assertThat(course.grade(ScaleId.PENN, 25)).isEqualTo("3");
    }

    @Test
    void ratesAreKeptForSixHours() {
        Charted course = Charted.adult().at(1, new HeartRate(110), new RespiratoryRate(22));
        assertThat(course.picture(7).heartRate()).isEqualTo(measured(new HeartRate(110), 1));
        assertThat(course.picture(7).respiratoryRate())
                .isEqualTo(measured(new RespiratoryRate(22), 1));
        ClinicalPicture later = course.picture(Facts.hour(7).plusMillis(1));
        assertThat(List.of(later.heartRate(), later.respiratoryRate()))
                .hasOnlyElementsOfType(Reading.Stale.class);
    }

    private static void isRejected(
            Observation fact, Function<ClinicalPicture, Reading<?>> reading, String reason) {
        assertThat(reading.apply(Charted.adult().at(1, fact).picture(1)))
                .isInstanceOfSatisfying(
                        Reading.Implausible.class,
                        rejected -> {
                            assertThat(rejected.reason()).contains(reason);
                            assertThat(rejected.at()).isEqualTo(Facts.hour(1));
                        });
    }

    @Test
    void aValueThatCannotBeTrueIsShownAsRejectedWithTheReason() {
        isRejected(Facts.pressure(999, 998), ClinicalPicture::pressure, "999");
        isRejected(Facts.spo2(101), ClinicalPicture::saturation, "101");
        isRejected(new HeartRate(SENTINEL), ClinicalPicture::heartRate, "8388607");
        isRejected(new RespiratoryRate(SENTINEL), ClinicalPicture::respiratoryRate, "8388607");
        isRejected(
                new NeurologicalExamination(
                        new IceScore.Total(11), null, null, null, null, null, null),
                ClinicalPicture::neurology,
                "11");
        isRejected(new OxygenSettings(new OxygenFlow(500), null), ClinicalPicture::oxygen, "500");
    }

    @Test
    void aDeviceWithASettingThatCannotBeTrueIsThatDeviceWithoutIt() {
        assertThat(Charted.adult().at(1, Facts.cannula(500)).picture(1).oxygen())
                .isEqualTo(measured(Facts.support("nasal-cannula", null, null), 1));
    }
}
