package org.cytovigil.feed.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~feed.case-file~1]
class TreatmentReaderTest {
    private static List<Treatment> treatments(CaseFile file) {
        return CaseFileReaderTest.observations(file).stream()
                .filter(Observation.TreatmentGiven.class::isInstance)
                .map(observation -> ((Observation.TreatmentGiven) observation).treatment())
                .toList();
    }

    private static CaseFile tocilizumab(String dose) throws CaseFileException {
        return CaseFileReaderTest.entry("'treatments':[{'drug':'tocilizumab',%s}]".formatted(dose));
    }

    @Test
    void milligramsAreTheAmount() throws CaseFileException {
        CaseFile file = tocilizumab("'doseMg':560,'text':'over 1 h'");

        assertThat(treatments(file))
                .containsExactly(new Treatment("tocilizumab", new DrugAmount(560), "over 1 h"));
        assertThat(file.remarks()).isEmpty();
    }

    @Test
    void milligramsPerKilogramAreTakenTimesTheWeightInForce() throws CaseFileException {
        // 25 kg at first, 27 from hour 10 on: 12 x 25 = 300 and 0.3 x 27 = 8.1. Entries in any
        // order.
        CaseFile file =
                CaseFileReaderTest.read(
                        """
                        [{"id":"A","patient":{"weightKg":25},"entries":[
                        {"hours":20,"treatments":[{"drug":"dexamethasone","doseMgPerKg":0.3}]},
                        {"hours":10,"weightKg":27,"treatments":[{"drug":"dexamethasone","doseMgPerKg":0.3}]},
                        {"hours":9,"treatments":[{"drug":"tocilizumab","doseMgPerKg":12}]},
                        {"hours":15,"weightKg":2700}]}]
                        """);

        assertThat(treatments(file))
                .containsExactly(
                        new Treatment("tocilizumab", new DrugAmount(300), "12 mg/kg"),
                        new Treatment("dexamethasone", new DrugAmount(8.1), "0.3 mg/kg"),
                        new Treatment("dexamethasone", new DrugAmount(8.1), "0.3 mg/kg"));
    }

    @Test
    void withoutAWeightTheOrderStaysInWordsWithARemark() throws CaseFileException {
        CaseFile file = tocilizumab("'doseMgPerKg':8");

        assertThat(treatments(file)).containsExactly(new Treatment("tocilizumab", "8 mg/kg"));
        assertThat(file.remarks())
                .containsExactly(
                        "cases.json[0].entries[0].treatments[0]: 8 mg/kg and no weight is known:"
                                + " kept without an amount");
    }

    @ParameterizedTest
    @CsvSource({"-5", "0", "56000"})
    void anAmountThatCannotBeIsKeptWithARemark(String milligrams) throws CaseFileException {
        CaseFile file = tocilizumab("'doseMg':" + milligrams);

        assertThat(treatments(file)).hasSize(1);
        assertThat(file.remarks())
                .singleElement()
                .asString()
                .startsWith("cases.json[0].entries[0]: amount of tocilizumab " + milligrams);
    }

    @Test
    void twoDosesOfOneDrugContradictEachOther() {
        assertThatThrownBy(() -> tocilizumab("'doseMg':560,'doseMgPerKg':8"))
                .isInstanceOf(CaseFileException.class)
                .hasMessageStartingWith("cases.json[0].entries[0].treatments[0]: ");
    }

    @Test
    void resultsAreConvertedAndOtherUnitsRefused() throws CaseFileException {
        CaseFile file =
                CaseFileReaderTest.entry("'labs':[{'analyte':'crp','value':1.1,'unit':'mg/dL'}]");

        assertThat(CaseFileReaderTest.observations(file))
                .containsExactly(new Observation.LaboratoryResult(Analyte.CRP, 11));
        assertThatThrownBy(
                        () ->
                                CaseFileReaderTest.entry(
                                        "'labs':[{'analyte':'crp','value':1.1,'unit':'nmol/L'}]"))
                .isInstanceOf(CaseFileException.class)
                .hasMessage(
                        "cases.json[0].entries[0].labs[0]: wrong unit 'nmol/L' for CRP; accepted:"
                                + " mg/L, mg/dL, ug/mL");
    }
}
