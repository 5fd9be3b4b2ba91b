package org.cytovigil.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cytovigil.clinical.Analyte.Conversion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~derived.units~1]
class AnalyteTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    CRP,           120,    mg/L,     120
                    CRP,           1.1,    mg/dL,    11
                    CRP,           0.3,    MG/DL,    3
                    CRP,           50,     µg/mL,    50
                    FERRITIN,      900,    ug/L,     900
                    FERRITIN,      900,    mcg/L,    900
                    FERRITIN,      1.5,    mg/L,     1500
                    INTERLEUKIN_6, 80,     ng/L,     80
                    LDH,           5,      ukat/L,   300
                    LDH,           5,      μkat/L,   300
                    LDH,           300,    IU/L,     300
                    PLATELETS,     45,     10*9/L,   45
                    PLATELETS,     45,     x10^3/uL, 45
                    PLATELETS,     45,     K/µL,     45
                    PLATELETS,     45000,  /uL,      45
                    PLATELETS,     45000,  cells/mm3, 45
                    CREATININE,    176.8,  umol/L,   2
                    FIBRINOGEN,    1.5,    g/L,      150
                    LACTATE,       18.016, mg/dL,    2
                    ALT,           1,      ukat/L,   60
                    AST,           36,     units/L,  36
                    BILIRUBIN,     34.2,   umol / L, 2
                    """)
    void acceptedUnitsAreConverted(Analyte analyte, double charted, String unit, double kept) {
        assertThat(analyte.convert(charted, unit)).isEqualTo(new Conversion.Converted(kept));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    CRP,           nmol/L
                    CRP,           g/dL
                    CRP,           ''
                    CREATININE,    mmol/L
                    PLATELETS,     g/L
                    PLATELETS,     10*3/L
                    INTERLEUKIN_6, U/mL
                    LDH,           kat/L
                    LDH,           m[U]/L
                    """)
    void otherUnitsAreRefusedNamingThoseAccepted(Analyte analyte, String unit) {
        assertThat(analyte.convert(1, unit))
                .isInstanceOfSatisfying(
                        Conversion.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .contains("'" + unit + "'")
                                        .contains(analyte.label())
                                        .contains(String.join(", ", analyte.acceptedUnits())));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefused(double value) {
        assertThat(Analyte.LDH.convert(value, "U/L")).isInstanceOf(Conversion.Refused.class);
    }

    @Test
    void milligramsPerDecilitreAreTenTimesMilligramsPerLitre() {
        double perLitre = ((Conversion.Converted) Analyte.CRP.convert(7.3, "mg/L")).value();
        double perDecilitre = ((Conversion.Converted) Analyte.CRP.convert(7.3, "mg/dL")).value();

        assertThat(perDecilitre).isCloseTo(10 * perLitre, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void limitsIncludeTheirEndsAndRefuseWhatIsNoNumber(Analyte analyte) {
        assertThat(plausible(analyte, analyte.lowestPlausible())).isTrue();
        assertThat(plausible(analyte, analyte.highestPlausible())).isTrue();
        assertThat(plausible(analyte, analyte.lowestPlausible() - 0.01)).isFalse();
        assertThat(plausible(analyte, analyte.highestPlausible() * 1.01)).isFalse();
        assertThat(plausible(analyte, -1)).isFalse();
        assertThat(plausible(analyte, 9_999_999)).isFalse();
        assertThat(plausible(analyte, Double.NaN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # 150 mg/L labelled mg/dL and converted; 88 umol/L and 45,000 /uL labelled as kept
                    CRP,        1500,  false
                    CREATININE, 88,    false
                    PLATELETS,  45000, false
                    # 1.5 g/L, 3.5 ukat/L and 120 umol/L labelled as kept
                    FIBRINOGEN, 1.5,   false
                    LDH,        3.5,   false
                    BILIRUBIN,  120,   false
                    # What patients have had
                    CRP,        550,   true
                    CREATININE, 18,    true
                    PLATELETS,  0,     true
                    FIBRINOGEN, 40,    true
                    LDH,        16200, true
                    FERRITIN,   250000, true
                    BILIRUBIN,  45,    true
                    """)
    void slipsOfTheUnitAreCaughtAndPatientsAreNot(
            Analyte analyte, double value, boolean plausible) {
        assertThat(plausible(analyte, value)).isEqualTo(plausible);
    }

    private static boolean plausible(Analyte analyte, double value) {
        return Plausibility.DEFAULT
                .fault(new Observation.LaboratoryResult(analyte, value))
                .isEmpty();
    }
}
