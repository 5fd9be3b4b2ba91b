package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drugs given once and boluses, as results. */
// [utest->req~feed.hl7.given~1]
class GivenDrugsTest {
    private final Wire wire = new Wire();

    private static String result(String code, String value, String unit) {
        return "OBX|1|NM|%s||%s|%s|||||F|||20260302110000".formatted(code, value, unit);
    }

    private void send(String result) {
        wire.send(Wire.header("ORU^R01", "G1"), Wire.PATIENT, Wire.ORDER, result);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    612865^tocilizumab 20 mg/mL^RXNORM, 480, mg, tocilizumab, 480
                    161^acetaminophen^RXNORM,             1, g,  paracetamol, 1000
                    3264^dexamethasone^RXNORM,           10, mg, dexamethasone, 10
                    6902^methylprednisolone^RXNORM,     500, mg, methylprednisolone, 500
                    """)
    void anAmountOfADrugIsATreatment(
            String code, String value, String unit, String drug, double milligrams) {
        send(result(code, value, unit));

        assertThat(wire.told)
                .extracting(Entry::event)
                .containsExactly(
                        new Entry.Observed(
                                new Observation.TreatmentGiven(
                                        new Treatment(drug, new DrugAmount(milligrams), ""))));
        assertThat(wire.reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    500, mL
                    0.5, L
                    """)
    void aBolusIsCountedInMillilitres(String value, String unit) {
        send(result("FLUID-BOLUS^Fluid bolus given^99CYTOVIGIL", value, unit));

        assertThat(wire.told)
                .extracting(Entry::event)
                .containsExactly(new Entry.Observed(new Observation.FluidBolus(500)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    612865^tocilizumab^RXNORM   | 0   | mg | 0 is no amount of a drug
                    612865^tocilizumab^RXNORM   | 480 | mL | wrong unit 'mL'; accepted: mg, g, ug
                    612865^dexamethasone^RXNORM | 10  | mg | code and name disagree: 612865 is *tocilizumab*, and came as 'dexamethasone'
                    """)
    void whatIsNoAmountOfThatDrugIsRefused(String code, String value, String unit, String reason) {
        send(result(code, value, unit));

        assertThat(wire.told).isEmpty();
        assertThat(wire.reasons()).containsExactly(reason);
    }
}
