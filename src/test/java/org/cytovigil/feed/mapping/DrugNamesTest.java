package org.cytovigil.feed.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.feed.mapping.CodeTable.Match;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A drug in its carrier fluid is the drug, and words for two drugs are none. */
// [utest->req~feed.mapping~1]
class DrugNamesTest {
    private static final CodeTable STANDARD = CodeTable.standard();

    private static Mapped read(Code code, String... texts) {
        return STANDARD.read(
                (Match.Found) STANDARD.match(List.of(code)), List.of(), List.of(texts));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Dextrose 5% with norepinephrine 8 mg/250 mL | NOREPINEPHRINE
                    Glucose 5% norepinephrine 4 mg              | NOREPINEPHRINE
                    Normal saline + norepinephrine              | NOREPINEPHRINE
                    Glucose 5% / Noradrenaline 10 mg            | NOREPINEPHRINE
                    Ringer lactate (EPINEPHRINE)                | EPINEPHRINE
                    Noradrenaline (norepinephrine) in glucose   | NOREPINEPHRINE
                    Sodium chloride 0.9%,angiotensin II 2.5 mg  | ANGIOTENSIN_II
                    Phenylephrine 10 mg in sodium chloride      | PHENYLEPHRINE
                    Sodium chloride 0.9%                        |
                    Glucose 5% with desmopressin                |
                    """)
    void aNameThatBeginsWithTheFluidIsOfTheVasopressorInIt(
            String name, @Nullable Vasopressor drug) {
        Mapped expected = new Mapped.Drug(drug);
        assertThat(read(new Code("184514", "MDC_DRUG_NAME_LABEL", "MDC"), name))
                .isEqualTo(expected);
        assertThat(read(new Code("vasopressor", "", "CSV"), name)).isEqualTo(expected);
        assertThat(STANDARD.drug(name)).contains(new Mapped.Drug(drug));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Norepinephrine + vasopressin             | its codes and names are of different drugs: Norepinephrine + vasopressin
                    Glucose 5% with dopamine and dobutamine  | its codes and names are of different drugs: Glucose 5% with dopamine and dobutamine
                    Lidocaine 1% with epinephrine            | the drug 'Lidocaine 1% with epinephrine' is not in the table
                    Glucose 5% with epinephrine (nebulised)  | 'Glucose 5% with epinephrine (nebulised)' is inhaled, and no infusion
                    """)
    void aNameOfTwoDrugsOrOfAnUnknownOneIsNone(String name, String reason) {
        assertThat(read(new Code("184514", "MDC_DRUG_NAME_LABEL", "MDC"), name))
                .isEqualTo(new Mapped.Refused(reason));
        assertThat(STANDARD.drug(name)).isEmpty();
    }
}
