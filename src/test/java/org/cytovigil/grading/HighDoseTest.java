package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.ClinicalPicture.Known;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The high-dose table of Lee 2014 and the sums of VASST (Clinical basis section 4, criteria 1.1 and
 * 2).
 */
class HighDoseTest {
    /** "norepinephrine 12 ug/min + vasopressin 0.03 [U]/min"; "?" is an unknown dose. */
    private static Known high(String drugs, @Nullable Weight weight) {
        return HighDose.now(running(drugs), weight, SitePolicy.DEFAULT);
    }

    private static List<RunningVasopressor> running(String drugs) {
        List<RunningVasopressor> running = new ArrayList<>();
        for (String drug : drugs.split(" \\+ ", -1)) {
            String[] words = drug.split(" ", -1);
            Vasopressor which = Vasopressor.parse(words[0]).orElseThrow();
            DoseRate rate =
                    words[1].equals("?")
                            ? null
                            : new DoseRate(
                                    Double.parseDouble(words[1]),
                                    DoseUnit.parse(words[2]).orElseThrow());
            Salt salt = drug.endsWith("tartrate") ? Salt.TARTRATE : Salt.BASE;
            running.add(
                    new RunningVasopressor(
                            new VasopressorInfusion(which, rate, salt),
                            Facts.ZERO,
                            Facts.ZERO,
                            Facts.ZERO));
        }
        return running;
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    norepinephrine 20 ug/min,                                  YES
                    norepinephrine 19.9 ug/min,                                NO
                    norepinephrine 0.25 ug/kg/min,                             YES
                    norepinephrine 0.249 ug/kg/min,                            NO
                    norepinephrine 40 ug/min tartrate,                         YES
                    norepinephrine 39.9 ug/min tartrate,                       NO
                    norepinephrine 1.2 mg/h,                                   YES
                    epinephrine 10 ug/min,                                     YES
                    epinephrine 9.9 ug/min,                                    NO
                    phenylephrine 200 ug/min,                                  YES
                    phenylephrine 199.9 ug/min,                                NO
                    dopamine 10 ug/kg/min,                                     YES
                    dopamine 9.9 ug/kg/min,                                    NO
                    dopamine 800 ug/min,                                       YES
                    dopamine 799 ug/min,                                       NO
                    vasopressin 0.1 [U]/min,                                   NO
                    vasopressin ? + norepinephrine 9.9 ug/min,                 NO
                    vasopressin 0.03 [U]/min + norepinephrine 10 ug/min,       YES
                    vasopressin 0.03 [U]/min + norepinephrine 9.9 ug/min,      NO
                    vasopressin 0.03 [U]/min + dopamine 9 ug/kg/min + norepinephrine 5.5 ug/min, YES
                    vasopressin 0.03 [U]/min + phenylephrine 99 ug/min,        NO
                    vasopressin 0.03 [U]/min + phenylephrine 100 ug/min,       YES
                    norepinephrine 12 ug/min + epinephrine 8 ug/min,           YES
                    norepinephrine 12 ug/min + epinephrine 7.9 ug/min,         NO
                    norepinephrine 1 ug/min + dopamine 10 ug/kg/min,           YES
                    norepinephrine 15 ug/min + dopamine 9.9 ug/kg/min,         NO
                    norepinephrine 16 ug/min + dopamine 8 ug/kg/min,           YES
                    norepinephrine 10 ug/min + phenylephrine 100 ug/min,       YES
                    norepinephrine 9 ug/min + epinephrine 5 ug/min + phenylephrine 59 ug/min, NO
                    norepinephrine 9 ug/min + epinephrine 5 ug/min + phenylephrine 60 ug/min, YES
                    angiotensin-ii 40 ng/kg/min,                               NO
                    norepinephrine ?,                                          UNKNOWN
                    norepinephrine ? + dopamine 10 ug/kg/min,                  YES
                    """)
    void ofAPatientOf80Kilograms(String drugs, Known high) {
        assertThat(high(drugs, new Weight(80))).isEqualTo(high);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # the same for every weight from 2 to 240 kg, or unknown
                    norepinephrine 0.083 ug/kg/min,    NO
                    norepinephrine 0.084 ug/kg/min,    UNKNOWN
                    norepinephrine 9.9 ug/kg/min,      UNKNOWN
                    norepinephrine 10 ug/kg/min,       YES
                    norepinephrine 20 ug/min,          YES
                    norepinephrine 19 ug/min,          NO
                    dopamine 10 ug/kg/min,             YES
                    dopamine 9 ug/kg/min,              NO
                    dopamine 19 ug/min,                NO
                    dopamine 20 ug/min,                UNKNOWN
                    dopamine 2400 ug/min,              YES
                    epinephrine 0.04 ug/kg/min,        NO
                    # 12 ug/min of 240 kg are high alone, 13 together are not
                    norepinephrine 1 ug/min + epinephrine 0.05 ug/kg/min,  UNKNOWN
                    # of 2 kg 8 ug/kg/min, which count 4: just 10 with vasopressin
                    vasopressin 0.03 [U]/min + norepinephrine 6 ug/min + dopamine 16 ug/min,    UNKNOWN
                    vasopressin 0.03 [U]/min + norepinephrine 6 ug/min + dopamine 15.9 ug/min,  NO
                    """)
    void withoutAWeight(String drugs, Known high) {
        assertThat(high(drugs, null)).isEqualTo(high);
    }

    @Test
    void aSingleDrugGoesByItsRowAndSeveralByTheirSum() {
        SitePolicy policy =
                SitePolicy.of("high-row", Map.of(Settings.HIGH_NOREPINEPHRINE, "25 ug/min"));
        Weight weight = new Weight(80);
        assertThat(HighDose.now(running("norepinephrine 22 ug/min"), weight, policy))
                .isEqualTo(Known.NO);
        assertThat(
                        HighDose.now(
                                running("norepinephrine 22 ug/min + epinephrine 1 ug/min"),
                                weight,
                                policy))
                .isEqualTo(Known.YES);
    }

    @Test
    void theEquivalentIsASumOrASpan() {
        // 12 + 8 + 10 / 10, and dopamine 6 ug/kg/min / 2
        assertThat(
                        HighDose.equivalent(
                                running(
                                        "norepinephrine 12 ug/min + epinephrine 8 ug/min"
                                                + " + phenylephrine 10 ug/min"
                                                + " + dopamine 6 ug/kg/min"
                                                + " + vasopressin 0.03 [U]/min"),
                                new Weight(80),
                                SitePolicy.DEFAULT))
                .isEqualTo(new HighDose.Amount(24, 24));
        assertThat(
                        HighDose.equivalent(
                                running("norepinephrine ? + epinephrine 8 ug/min"),
                                new Weight(80),
                                SitePolicy.DEFAULT))
                .isEqualTo(new HighDose.Amount(8, Double.POSITIVE_INFINITY));
    }
}
