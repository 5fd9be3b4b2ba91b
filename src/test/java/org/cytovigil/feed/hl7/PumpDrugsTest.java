package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Quarantine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which drug a pump gives, and what becomes of it. */
// [utest->req~feed.pumps~1]
class PumpDrugsTest {
    private final Feed feed = new Feed();

    /** Time, drug and dose of what was charted, and by whom; a question mark for no dose. */
    private List<String> charted() {
        return feed.told.stream()
                .filter(
                        entry ->
                                entry.event() instanceof Entry.Observed observed
                                        && observed.observation() instanceof VasopressorCharted)
                .map(PumpDrugsTest::shown)
                .toList();
    }

    private static String shown(Entry entry) {
        var infusion =
                ((VasopressorCharted) ((Entry.Observed) entry.event()).observation()).infusion();
        return "%s %s %s %s"
                .formatted(
                        entry.at().toString().substring(11, 16),
                        infusion.drug().id(),
                        infusion.rate() == null ? "?" : infusion.rate().amount(),
                        entry.author().name());
    }

    private List<String> reasons() {
        return feed.ledger.items().stream().map(Quarantine.Item::reason).toList();
    }

    private void gives(String id, String time, String module, String drug, String dose) {
        feed.send(
                Feed.message(
                        id,
                        time + "00",
                        "OBX|1||70049^MDC_DEV_PUMP_INFUS_LVP_MDS^MDC|1.0.0.0|||||||X|||||||PUMP",
                        "OBX|2|CWE|184514^MDC_DRUG_NAME_LABEL^MDC|%s.2.1|%s||||||R"
                                .formatted(module, drug),
                        Feed.PUMP_DOSE.formatted(module, dose, "R")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    7512^norepinephrine^RXNORM                                  | norepinephrine
                    NE16^Norepi 16 mg^L^7512^norepinephrine^RXNORM              | norepinephrine
                    X1^Levophed^L^3992^pump 3^L                                 | norepinephrine
                    ^Dextrose 5% with norepinephrine 8 mg/250 mL                | norepinephrine
                    """)
    void codeAndNamesThatAgreeAreOneDrug(String drug, String expected) {
        gives("1", "1100", "1.1", drug, "0.1");

        assertThat(charted()).containsExactly("11:00 %s 0.1 PUMP 1.1".formatted(expected));
        assertThat(reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    7512^epinephrine^RXNORM                           | 7512, epinephrine
                    3992^norepinephrine^RXNORM                        | 3992, norepinephrine
                    Norepinephrine^Epinephrine                        | Norepinephrine, Epinephrine
                    NE16^Norepi 16 mg^L^3992^pump 3^RXNORM            | NE16, Norepi 16 mg, 3992, pump 3
                    NE16^Norepi 16 mg^L^A^Adrenaline^L                | NE16, Norepi 16 mg, Adrenaline
                    PROP^Propofol^L^7512^norepinephrine^RXNORM        | PROP, Propofol, 7512, norepinephrine
                    """)
    void codesAndNamesOfDifferentDrugsWait(String drug, String words) {
        gives("1", "1100", "1.1", drug, "0.1");

        assertThat(charted()).isEmpty();
        assertThat(reasons())
                .containsExactly("its codes and names are of different drugs: " + words);
    }
}
