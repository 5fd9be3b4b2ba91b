package org.cytovigil.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
    private static final Temperature FEVER = Temperature.ofCelsius(38);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    100.4, true
                    100.3, false
                    100.39, false
                    101.3, true
                    98.6,  false
                    """)
    void fahrenheitIsFeverFrom100Point4(double degrees, boolean fever) {
        assertThat(Temperature.ofFahrenheit(degrees).compareTo(FEVER) >= 0).isEqualTo(fever);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    38.0,         true
                    37.99999999,  true
                    38.00000001,  true
                    37.99,        false
                    37.9,         false
                    37.95,        false
                    """)
    void celsiusIsFeverFrom38WhateverTheBinaryNoise(double degrees, boolean fever) {
        assertThat(Temperature.ofCelsius(degrees).compareTo(FEVER) >= 0).isEqualTo(fever);
    }

    @Test
    void everyTenthOfFahrenheitIsOnTheRightSide() {
        for (int tenths = 900; tenths <= 1100; tenths++) {
            // 100.4 °F is 38.0 °C: in tenths of a degree Fahrenheit the border is exactly 1004.
            assertThat(Temperature.ofFahrenheit(tenths / 10.0).compareTo(FEVER) >= 0)
                    .as("%d tenths", tenths)
                    .isEqualTo(tenths >= 1004);
        }
    }

    @Test
    void sumsInBinaryDoNotMoveTheBorder() {
        assertThat(Temperature.ofCelsius(37.9 + 0.1)).isEqualTo(FEVER);
        assertThat(Temperature.ofCelsius(30.3 + 7.7)).isEqualTo(FEVER);
        assertThat(Temperature.ofFahrenheit(100.1 + 0.3)).isEqualTo(FEVER);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0.40,   4000
                    40,     4000
                    21,     2100
                    100,    10000
                    1.0,    10000
                    0.21,   2100
                    20.9,   209000
                    101,    1010000
                    0.395,  3950
                    39.99,  3999
                    """)
    void chartedFractionIsAPercentageFrom21(double charted, int tenThousandths) {
        assertThat(OxygenFraction.charted(charted)).isEqualTo(new OxygenFraction(tenThousandths));
    }

    @Test
    void fortyPercentIsExact() {
        assertThat(OxygenFraction.of(0.1 + 0.3)).isEqualTo(OxygenFraction.charted(40));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ug/min,            UG_PER_MIN
                    mcg/min,           UG_PER_MIN
                    MCG/MIN,           UG_PER_MIN
                    µg/min,            UG_PER_MIN
                    micrograms/minute, UG_PER_MIN
                    ug/kg/min,         UG_PER_KG_PER_MIN
                    mcg / kg / min,    UG_PER_KG_PER_MIN
                    ng/kg/min,         NG_PER_KG_PER_MIN
                    mg/h,              MG_PER_H
                    mg/hr,             MG_PER_H
                    mg/hour,           MG_PER_H
                    units/min,         U_PER_MIN
                    U/min,             U_PER_MIN
                    [U]/min,           U_PER_MIN
                    [IU]/h,            U_PER_H
                    units/hour,        U_PER_H
                    mU/min,            MU_PER_MIN
                    units/kg/min,      U_PER_KG_PER_MIN
                    """)
    void doseUnitsAreReadInTheSpellingsInUse(String text, DoseUnit unit) {
        assertThat(DoseUnit.parse(text)).contains(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "mL/h", "ug", "ug/day", "ug/kg", "min/ug", "mg/kg/day", "ug//min"})
    void otherTextsAreNoDoseUnit(String text) {
        assertThat(DoseUnit.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    20,    UG_PER_MIN,        80,  20
                    0.25,  UG_PER_KG_PER_MIN, 80,  20
                    1.2,   MG_PER_H,          80,  20
                    1200,  UG_PER_H,          80,  20
                    250,   NG_PER_KG_PER_MIN, 80,  20
                    0.2,   UG_PER_KG_PER_MIN, 100, 20
                    15,    UG_PER_KG_PER_H,   80,  20
                    1.8,   U_PER_H,           80,  0.03
                    30,    MU_PER_MIN,        80,  0.03
                    """)
    void dosesConvertToTheMinuteWithoutNoise(
            double amount, DoseUnit unit, double kilograms, double perMinute) {
        assertThat(new DoseRate(amount, unit).perMinute(new Weight(kilograms)))
                .isEqualTo(perMinute);
    }

    @Test
    void pumpRateTimesConcentrationIsADose() {
        // 4 mg in 250 mL are 16 ug/mL; 75 mL/h of it are 20 ug/min (criteria section 2).
        assertThat(DoseRate.pumped(75, 16)).isEqualTo(new DoseRate(20, DoseUnit.UG_PER_MIN));
    }

    @Test
    void norepinephrineTartrateIsHalvedToBaseAndNothingElseIs() {
        DoseRate forty = new DoseRate(40, DoseUnit.UG_PER_MIN);
        assertThat(
                        new VasopressorInfusion(Vasopressor.NOREPINEPHRINE, forty, Salt.TARTRATE)
                                .baseRate())
                .isEqualTo(new DoseRate(20, DoseUnit.UG_PER_MIN));
        assertThat(new VasopressorInfusion(Vasopressor.NOREPINEPHRINE, forty, Salt.BASE).baseRate())
                .isEqualTo(forty);
        assertThat(
                        new VasopressorInfusion(Vasopressor.EPINEPHRINE, forty, Salt.TARTRATE)
                                .baseRate())
                .isEqualTo(forty);
        assertThat(Salt.parse("bitartrate")).contains(Salt.TARTRATE);
        assertThat(Salt.parse("hydrochloride")).isEmpty();
    }
}
