package org.cytovigil.feed.clif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Observation.LaboratoryResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClifLabsTest {
    @TempDir private Path folder;

    private ClifFixture imported(String... rows) {
        ClifFixture clif = ClifFixture.withOneStay(folder).labs(rows);
        clif.run();
        return clif;
    }

    private static String row(String category, String numeric, String unit) {
        return "1,2026-01-02 06:00:00+00,,%s,,%s,%s,".formatted(category, numeric, unit);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    crp,             120.5, mg/L,     CRP,           120.5
                    crp,             1.1,   mg/dL,    CRP,           11
                    ferritin,        900,   ng/mL,    FERRITIN,      900
                    ferritin,        900,   ug/L,     FERRITIN,      900
                    ldh,             300,   IU/L,     LDH,           300
                    platelet_count,  45,    10*3/uL,  PLATELETS,     45
                    platelet_count,  45,    10^3/µL,  PLATELETS,     45
                    platelet_count,  45,    K/uL,     PLATELETS,     45
                    creatinine,      1.2,   mg/dL,    CREATININE,    1.2
                    creatinine,      176.8, umol/L,   CREATININE,    2
                    fibrinogen,      150,   mg/dL,    FIBRINOGEN,    150
                    lactate,         4.5,   mmol/L,   LACTATE,       4.5
                    lactate,         18.016, mg/dL,   LACTATE,       2
                    bilirubin_total, 34.2,  umol/L,   BILIRUBIN,     2
                    ldh,             5,     ukat/L,   LDH,           300
                    fibrinogen,      1.5,   g/L,      FIBRINOGEN,    150
                    alt,             36,    U/L,      ALT,           36
                    ast,             55,    u/l,      AST,           55
                    bilirubin_total, 1.9,   mg/dL,    BILIRUBIN,     1.9
                    il6,             800,   pg/mL,    INTERLEUKIN_6, 800
                    """)
    void analyteIsKeptInItsUnit(
            String category, String numeric, String unit, Analyte analyte, double value) {
        ClifFixture clif = imported(row(category, numeric, unit));

        assertThat(clif.observations()).containsExactly(new LaboratoryResult(analyte, value));
        assertThat(clif.ledger.items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    crp,             40,    nmol/L, "wrong unit 'nmol/L' for CRP; accepted: mg/L, mg/dL, ug/mL"
                    bilirubin_total, 20,    g/L,    "wrong unit 'g/L' for bilirubin; accepted: mg/dL, umol/L"
                    crp,             12,    "",     "wrong unit '' for CRP; accepted: mg/L, mg/dL, ug/mL"
                    creatinine,      -1,    mg/dL,  "creatinine -1 mg/dL is outside 0.05 to 30"
                    crp,             150,   mg/dL,  "CRP 1500 mg/L is outside 0 to 1000"
                    ldh,             5,     U/L,    "LDH 5 U/L is outside 20 to 100000"
                    """,
            quoteCharacter = '"')
    void resultThatDoesNotFitIsQuarantined(
            String category, String numeric, String unit, String reason) {
        ClifFixture clif = imported(row(category, numeric, unit));

        assertThat(clif.observations()).isEmpty();
        assertThat(clif.quarantined()).containsExactly("2: " + reason);
    }

    @Test
    void textIsReadWhereThereIsNoNumberAndAComparisonIsNone() {
        ClifFixture clif =
                imported(
                        "1,2026-01-02 06:00:00+00,,crp,5.5,,mg/L,",
                        "1,2026-01-02 07:00:00+00,,crp,<0.5,,mg/L,",
                        "1,2026-01-02 08:00:00+00,,crp,,,mg/L,");

        assertThat(clif.observations()).containsExactly(new LaboratoryResult(Analyte.CRP, 5.5));
        assertThat(clif.quarantined()).containsExactly("3: '<0.5' is not a number", "4: no value");
    }

    @Test
    void timeIsThatOfCollectionElseThatOfTheResult() {
        ClifFixture clif =
                imported(
                        "1,2026-01-02 06:00:00+00,2026-01-02 09:00:00+00,crp,,5,mg/L,",
                        "1,,2026-01-02 10:00:00+00,crp,,6,mg/L,");

        assertThat(clif.ledger.entriesOf(ClifFixture.STAY))
                .extracting(entry -> entry.at())
                .contains(
                        Instant.parse("2026-01-02T06:00:00Z"),
                        Instant.parse("2026-01-02T10:00:00Z"))
                .doesNotContain(Instant.parse("2026-01-02T09:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"urine,0", "blood/plasma/serum,1", "'',1"})
    void onlyBloodIsAccepted(String specimen, int accepted) {
        ClifFixture clif = imported(row("creatinine", "1.2", "mg/dL") + specimen);

        assertThat(clif.observations()).hasSize(accepted);
        assertThat(clif.ledger.items()).hasSize(1 - accepted);
    }

    @Test
    void otherTestsAreNotOfInterest() {
        ClifFixture clif = ClifFixture.withOneStay(folder).labs(row("sodium", "140", "mmol/L"));

        assertThat(clif.run().tables().get(4).notOfInterest()).isEqualTo(1);
        assertThat(clif.ledger.items()).isEmpty();
    }
}
