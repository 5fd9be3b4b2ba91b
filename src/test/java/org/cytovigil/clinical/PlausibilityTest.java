package org.cytovigil.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.clinical.Observation.BloodPressure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits of Clinical basis section 1, both sides of each edge. */
class PlausibilityTest {
    /** What has limits. */
    enum Quantity {
        TEMPERATURE,
        SYSTOLIC,
        DIASTOLIC,
        MEAN,
        SATURATION,
        FIO2,
        FLOW,
        NE_PER_KG,
        EPI_PER_KG;

        boolean plausible(double value) {
            return Plausibility.DEFAULT.fault(charted(value)).isEmpty();
        }

        private Observation charted(double value) {
            return switch (this) {
                case TEMPERATURE -> Facts.celsius(value);
                case SYSTOLIC -> Facts.pressure(value, null, null);
                case DIASTOLIC -> Facts.pressure(null, value, null);
                case MEAN -> Facts.pressure(null, null, value);
                case SATURATION -> Facts.spo2(value);
                case FIO2 -> new Observation.OxygenSettings(null, OxygenFraction.of(value));
                case FLOW -> Facts.cannula(value);
                case NE_PER_KG -> perKilogram(Vasopressor.NOREPINEPHRINE, value);
                case EPI_PER_KG -> perKilogram(Vasopressor.EPINEPHRINE, value);
            };
        }

        private static Observation perKilogram(Vasopressor drug, double value) {
            return Facts.running(drug, value, DoseUnit.UG_PER_KG_PER_MIN);
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    TEMPERATURE, 24.9,  25,    45,   45.1
                    SYSTOLIC,    19.9,  20,    300,  300.1
                    DIASTOLIC,   4.9,   5,     200,  200.1
                    MEAN,        9.9,   10,    250,  250.1
                    SATURATION,  0.9,   1,     100,  100.1
                    FIO2,        0.209, 0.21,  1,    1.001
                    FLOW,        -0.1,  0,     100,  100.1
                    NE_PER_KG,   -0.01, 0,     10,   10.01
                    EPI_PER_KG,  -0.01, 0,     10,   10.01
                    """)
    void limitsAreInsideAndAHairBeyondIsNot(
            Quantity quantity, double below, double lowest, double highest, double above) {
        assertThat(quantity.plausible(below)).isFalse();
        assertThat(quantity.plausible(lowest)).isTrue();
        assertThat(quantity.plausible(highest)).isTrue();
        assertThat(quantity.plausible(above)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoNumberOrASentinelOfADeviceIsNoMeasurement(Quantity quantity) {
        assertThat(quantity.plausible(Double.NaN)).isFalse();
        assertThat(quantity.plausible(Double.POSITIVE_INFINITY)).isFalse();
        assertThat(quantity.plausible(Double.NEGATIVE_INFINITY)).isFalse();
        assertThat(quantity.plausible(-100)).isFalse();
        assertThat(quantity.plausible(8_388_607)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"120, 119.9, true", "120, 120, false", "120, 130, false"})
    void systolicIsAboveDiastolic(double systolic, double diastolic, boolean plausible) {
        assertThat(Plausibility.DEFAULT.fault(Facts.pressure(systolic, diastolic)).isEmpty())
                .isEqualTo(plausible);
    }

    @Test
    void vasopressinInMicrogramsAndNorepinephrineInUnitsAreMistakes() {
        assertThat(
                        Plausibility.DEFAULT.fault(
                                Facts.running(Vasopressor.VASOPRESSIN, 2, DoseUnit.UG_PER_MIN)))
                .isPresent();
        assertThat(
                        Plausibility.DEFAULT.fault(
                                Facts.running(Vasopressor.NOREPINEPHRINE, 2, DoseUnit.U_PER_MIN)))
                .isPresent();
        assertThat(
                        Plausibility.DEFAULT.fault(
                                Facts.running(Vasopressor.VASOPRESSIN, -1, DoseUnit.U_PER_MIN)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("U/min"));
    }

    @Test
    void aFalseDoseLeavesTheDrugRunning() {
        assertThat(Plausibility.DEFAULT.gradable(Facts.norepinephrine(-5)))
                .contains(
                        new Observation.VasopressorCharted(
                                Facts.unknownDose(Vasopressor.NOREPINEPHRINE)));
        assertThat(
                        Plausibility.DEFAULT.gradable(
                                Facts.list(
                                        Facts.infusion(
                                                Vasopressor.NOREPINEPHRINE,
                                                11,
                                                DoseUnit.UG_PER_KG_PER_MIN),
                                        Facts.infusion(
                                                Vasopressor.EPINEPHRINE, 1, DoseUnit.UG_PER_MIN))))
                .contains(
                        Facts.list(
                                Facts.unknownDose(Vasopressor.NOREPINEPHRINE),
                                Facts.infusion(Vasopressor.EPINEPHRINE, 1, DoseUnit.UG_PER_MIN)));
    }

    @Test
    void aFalsePartOfAPressureLeavesTheOthers() {
        assertThat(Plausibility.DEFAULT.gradable(Facts.pressure(85, 500)))
                .contains(Facts.pressure(85.0, null, null));
        assertThat(Plausibility.DEFAULT.gradable(Facts.pressure(85.0, 90.0, 60.0)))
                .contains(Facts.pressure(null, null, 60.0));
        assertThat(Plausibility.DEFAULT.gradable(Facts.pressure(0, 0))).isEmpty();
    }

    @Test
    void aFalseSettingLeavesTheDevice() {
        assertThat(Plausibility.DEFAULT.gradable(Facts.device("hfnc", 400.0, 0.5)))
                .contains(Facts.device("hfnc", null, 0.5));
        assertThat(Plausibility.DEFAULT.gradable(Facts.device("hfnc", 40.0, 0.1)))
                .contains(Facts.device("hfnc", 40.0, null));
    }

    @Test
    void theMeanIsDerivedWhereNoneWasCharted() {
        BloodPressure derived = Facts.pressure(90, 45);
        assertThat(derived.meanOrDerived()).isEqualTo(new Pressure(60));
        assertThat(Facts.pressure(90.0, 45.0, 70.0).meanOrDerived()).isEqualTo(new Pressure(70));
        assertThat(Facts.pressure(90.0, null, null).meanOrDerived()).isNull();
    }
}
