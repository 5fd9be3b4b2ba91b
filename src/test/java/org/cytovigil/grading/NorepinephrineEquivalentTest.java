package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NorepinephrineEquivalentTest {
    private static final Weight SEVENTY = new Weight(70);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    NOREPINEPHRINE, 0.2,  UG_PER_KG_PER_MIN, 0.2
                    NOREPINEPHRINE, 14,   UG_PER_MIN,        0.2
                    EPINEPHRINE,    0.05, UG_PER_KG_PER_MIN, 0.05
                    PHENYLEPHRINE,  1,    UG_PER_KG_PER_MIN, 0.06
                    DOPAMINE,       10,   UG_PER_KG_PER_MIN, 0.1
                    VASOPRESSIN,    0.04, U_PER_MIN,         0.1
                    VASOPRESSIN,    2.4,  U_PER_H,           0.1
                    DOBUTAMINE,     5,    UG_PER_KG_PER_MIN, 0
                    NOREPINEPHRINE, 0,    UG_PER_MIN,        0
                    """)
    void oneDrugCountsByItsFactor(
            Vasopressor drug, double amount, DoseUnit unit, double equivalent) {
        assertThat(of(SEVENTY, charted(drug, amount, unit)).getAsDouble())
                .isCloseTo(equivalent, within(1e-9));
    }

    @Test
    void drugsThatRunTogetherAddUp() {
        OptionalDouble sum =
                of(
                        SEVENTY,
                        charted(Vasopressor.NOREPINEPHRINE, 14, DoseUnit.UG_PER_MIN),
                        charted(Vasopressor.EPINEPHRINE, 0.05, DoseUnit.UG_PER_KG_PER_MIN),
                        charted(Vasopressor.VASOPRESSIN, 0.03, DoseUnit.U_PER_MIN));

        assertThat(sum.getAsDouble()).isCloseTo(0.325, within(1e-9));
    }

    @Test
    void tartrateCountsHalf() {
        OptionalDouble sum =
                of(
                        SEVENTY,
                        new VasopressorInfusion(
                                Vasopressor.NOREPINEPHRINE,
                                new DoseRate(0.2, DoseUnit.UG_PER_KG_PER_MIN),
                                Salt.TARTRATE));

        assertThat(sum.getAsDouble()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void anUnknownDoseMakesTheSumUnknown() {
        assertThat(
                        of(
                                SEVENTY,
                                charted(Vasopressor.EPINEPHRINE, 0.1, DoseUnit.UG_PER_KG_PER_MIN),
                                new VasopressorInfusion(
                                        Vasopressor.NOREPINEPHRINE, null, Salt.BASE)))
                .isEmpty();
    }

    @Test
    void aDrugWithoutATermMakesTheSumUnknown() {
        assertThat(of(SEVENTY, charted(Vasopressor.METARAMINOL, 1, DoseUnit.UG_PER_KG_PER_MIN)))
                .isEmpty();
    }

    @Test
    void withoutAWeightOnlyDosesPerKilogramCount() {
        assertThat(
                        of(
                                        null,
                                        charted(
                                                Vasopressor.NOREPINEPHRINE,
                                                0.2,
                                                DoseUnit.UG_PER_KG_PER_MIN))
                                .getAsDouble())
                .isCloseTo(0.2, within(1e-9));
        assertThat(of(null, charted(Vasopressor.NOREPINEPHRINE, 14, DoseUnit.UG_PER_MIN)))
                .isEmpty();
    }

    @Test
    void vasopressinGoesByTheMinuteWhateverTheWeight() {
        assertThat(
                        of(null, charted(Vasopressor.VASOPRESSIN, 0.04, DoseUnit.U_PER_MIN))
                                .getAsDouble())
                .isCloseTo(0.1, within(1e-9));
        // 0.001 x 70 x 2.5; without a weight nobody knows what runs a minute.
        VasopressorInfusion perKilogram =
                charted(Vasopressor.VASOPRESSIN, 0.001, DoseUnit.U_PER_KG_PER_MIN);
        assertThat(of(SEVENTY, perKilogram).getAsDouble()).isCloseTo(0.175, within(1e-9));
        assertThat(of(null, perKilogram)).isEmpty();
    }

    private static OptionalDouble of(@Nullable Weight weight, VasopressorInfusion... infusions) {
        return NorepinephrineEquivalent.of(List.of(infusions), weight);
    }

    private static VasopressorInfusion charted(Vasopressor drug, double amount, DoseUnit unit) {
        return new VasopressorInfusion(drug, new DoseRate(amount, unit), Salt.BASE);
    }
}
