package org.cytovigil.feed.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.feed.mapping.CodeTable;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which drug a concept is of. */
class DrugReaderTest {
    private final DrugReader reader = new DrugReader(CodeTable.standard());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dextrose 5% with norepinephrine 8 mg/250 mL",
                "Normal saline + norepinephrine",
                "Glucose 5% / Noradrenaline 10 mg"
            })
    void aNameThatBeginsWithTheFluidIsOfTheVasopressorInIt(String text) {
        assertThat(reader.drug(new CodeableConcept().setText(text)))
                .isEqualTo(new DrugReader.Drug.Pressor(Vasopressor.NOREPINEPHRINE));
    }

    @ParameterizedTest
    @CsvSource({
        "norepinephrine with vasopressin, 7512",
        "norepinephrine with vasopressin, ''",
        "epinephrine, 7512"
    })
    void wordsForTwoDrugsAreNone(String text, String code) {
        CodeableConcept concept = new CodeableConcept().setText(text);
        if (!code.isEmpty()) {
            concept.addCoding().setSystem(FhirCodes.RXNORM).setCode(code);
        }
        assertThat(reader.drug(concept))
                .isInstanceOfSatisfying(
                        DrugReader.Drug.Unknown.class,
                        unknown ->
                                assertThat(unknown.reason())
                                        .startsWith("its codes and names are of different drugs"));
    }
}
