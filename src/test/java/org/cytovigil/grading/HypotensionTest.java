package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.ClinicalPicture.Known;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of Clinical basis section 2. */
class HypotensionTest {
    private static Known low(
            Patient patient,
            @Nullable Double systolic,
            @Nullable Double diastolic,
            @Nullable Double mean,
            boolean systolicAlone) {
        ClinicalPicture picture =
                Charted.of(patient).at(1, Facts.pressure(systolic, diastolic, mean)).picture(1);
        return Hypotension.lowReading(picture, SitePolicy.DEFAULT, systolicAlone);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0.01,  60
                    0.07,  60
                    # one month: 1 / 12
                    0.08333333333333333,  70
                    0.09,  70
                    0.99,  70
                    1,     72
                    2,     74
                    3,     76
                    4,     78
                    5,     80
                    6,     82
                    7,     84
                    8,     86
                    8.9,   86
                    9,     88
                    10,    90
                    10.1,  90
                    11,    90
                    45,    90
                    """)
    void systolicIsLowBelowTheLimitOfItsAge(double age, double limit) {
        Patient patient = Facts.patient(age, 20.0);
        assertThat(low(patient, limit, null, null, false)).isEqualTo(Known.NO);
        assertThat(low(patient, limit - 0.1, null, null, false)).isEqualTo(Known.YES);
        assertThat(low(patient, limit - 0.1, null, null, true)).isEqualTo(Known.YES);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # age, mean charted or derived, low?
                    45,    64.9,  YES
                    45,    65,    NO
                    10.1,  64.9,  YES
                    10,    40,    NO
                    0.5,   40,    NO
                    """)
    void aMeanBelow65IsLowForThoseOverTen(double age, double mean, Known low) {
        assertThat(low(Facts.patient(age, 30.0), 100.0, null, mean, false)).isEqualTo(low);
    }

    @Test
    void aDerivedMeanCounts() {
        // (95 + 2 x 49) / 3 = 64.3; (95 + 2 x 50) / 3 = 65
        assertThat(low(Facts.adult(), 95.0, 49.0, null, false)).isEqualTo(Known.YES);
        assertThat(low(Facts.adult(), 95.0, 50.0, null, false)).isEqualTo(Known.NO);
        // A charted mean stands before the derived one.
        assertThat(low(Facts.adult(), 95.0, 49.0, 70.0, false)).isEqualTo(Known.NO);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # systolic, usual, age, low?
                    98,    130,  45,   YES
                    99.9,  125,  45,   YES
                    100,   150,  45,   NO
                    96,    120,  45,   NO
                    95.9,  120,  45,   YES
                    92,    115,  45,   NO
                    91,    110,  45,   NO
                    98,    150,  9,    NO
                    """)
    void aFallByAFifthBelow100IsLowForThoseOverTen(
            double systolic, double usual, double age, Known low) {
        Patient patient = Facts.patient(age, 70.0, new Patient.Baseline(null, new Pressure(usual)));
        assertThat(low(patient, systolic, null, 80.0, false)).isEqualTo(low);
        assertThat(low(patient, systolic, null, 80.0, true)).isEqualTo(Known.NO);
    }

    @Test
    void withoutTheDecidingPartItIsUnknown() {
        assertThat(low(Facts.adult(), null, 60.0, null, false)).isEqualTo(Known.UNKNOWN);
        assertThat(low(Facts.adult(), null, null, 80.0, false)).isEqualTo(Known.UNKNOWN);
        assertThat(low(Facts.adult(), null, null, 60.0, false)).isEqualTo(Known.YES);
        assertThat(low(Facts.patient(5.0, 20.0), null, null, 30.0, false)).isEqualTo(Known.UNKNOWN);
    }

    @Test
    void withoutAnAgeTheLimitsAreThoseOfAdultsAndSaidToBe() {
        Charted course = Charted.of(Facts.patient(null, 70.0)).at(1, Facts.pressure(89, 70));
        assertThat(Hypotension.lowReading(course.picture(1), SitePolicy.DEFAULT, false))
                .isEqualTo(Known.YES);
        assertThat(course.assess(ScaleId.LEE_2014, 1).notes()).contains(Note.ADULT_LIMITS);
    }
}
