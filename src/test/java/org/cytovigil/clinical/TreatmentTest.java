package org.cytovigil.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~derived.counters~1]
class TreatmentTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    tocilizumab,                        tocilizumab,        ANTICYTOKINE
                    ' Tocilizumab ',                    tocilizumab,        ANTICYTOKINE
                    Actemra,                            tocilizumab,        ANTICYTOKINE
                    RoActemra®,                         tocilizumab,        ANTICYTOKINE
                    Tyenne,                             tocilizumab,        ANTICYTOKINE
                    tocilizumab-bavi,                   tocilizumab,        ANTICYTOKINE
                    infliximab-dyyb,                    infliximab,         ANTICYTOKINE
                    Solu-Medrol,                        methylprednisolone, STEROID
                    dexamethasone sodium phosphate,     dexamethasone,      STEROID
                    dexamethasone eye drops,            dexamethasone eye drops, OTHER
                    Cefepime,                           cefepime,           OTHER
                    some-drug,                          some-drug,          OTHER
                    """)
    void brandsAndBiosimilarsAreTheirIngredient(
            String drug, String ingredient, Treatment.Effect effect) {
        Treatment treatment = new Treatment(drug, "");

        assertThat(treatment.ingredient()).isEqualTo(ingredient);
        assertThat(treatment.effect()).isEqualTo(effect);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    tocilizumab, -1,      false
                    tocilizumab, 0,       false
                    tocilizumab, 0.001,   true
                    tocilizumab, 10000,   true
                    tocilizumab, 10000.1, false
                    tocilizumab, NaN,     false
                    cefepime,    300000,  true
                    cefepime,    300001,  false
                    """)
    void anAmountThatCannotBeLeavesTheDrugGivenWithoutIt(
            String drug, double milligrams, boolean plausible) {
        Observation given =
                new Observation.TreatmentGiven(
                        new Treatment(drug, new DrugAmount(milligrams), "as ordered"));

        assertThat(Plausibility.DEFAULT.fault(given).isEmpty()).isEqualTo(plausible);
        assertThat(Plausibility.DEFAULT.gradable(given))
                .contains(
                        plausible
                                ? given
                                : new Observation.TreatmentGiven(
                                        new Treatment(drug, "as ordered")));
    }
}
