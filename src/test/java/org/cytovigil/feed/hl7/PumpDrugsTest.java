package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Quarantine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which drug a pump gives, and what becomes of it. */
// [utest->req~feed.pumps~1]
class PumpDrugsTest {
    private final Feed feed = new Feed();

    /** Time, drug and dose of what was charted, and by whom; a question mark for no dose. */
    private List<String> charted() {
        return charted(feed);
    }

    private static List<String> charted(Feed feed) {
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
        gives(feed, id, time, module, drug, dose);
    }

    private static void gives(
            Feed feed, String id, String time, String module, String drug, String dose) {
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

    private static final String NE = "norepinephrine";

    /** Steps: minute, module, drug, dose. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    # the first drug ends, and once
                    00 1.1 NE 0.1, 05 1.1 EPI 0.05, 06 1.1 EPI 0.05 ; 11:05 epinephrine 0.05 PUMP 1.1, 11:05 norepinephrine 0.0 pumps together, 11:06 epinephrine 0.05 PUMP 1.1
                    # late
                    05 1.1 EPI 0.05, 00 1.1 NE 0.1 ; 11:05 epinephrine 0.05 PUMP 1.1, 11:00 norepinephrine 0.1 PUMP 1.1, 11:05 norepinephrine 0.0 pumps together
                    # a stopped other drug is none that is given
                    00 1.1 NE 0.1, 05 1.1 EPI 0 ; 11:00 norepinephrine 0.1 PUMP 1.1, 11:05 epinephrine 0.0 PUMP 1.1
                    # another module is another pump
                    00 1.1 NE 0.1, 05 1.2 EPI 0.05 ; 11:00 norepinephrine 0.1 PUMP 1.1, 11:05 epinephrine 0.05 PUMP 1.2
                    # a second pump gives on what the first gave
                    00 1.2 NE 0.2, 01 1.1 NE 0.1, 05 1.1 EPI 0.05 ; 11:01 norepinephrine 0.1 PUMP 1.1, 11:05 epinephrine 0.05 PUMP 1.1, 11:05 norepinephrine 0.2 pumps together
                    # a pump that was programmed to another drug gives nothing on
                    00 1.2 NE 0.2, 01 1.1 NE 0.1, 02 1.2 EPI 0.05, 05 1.1 NE 0 ; 11:02 epinephrine 0.05 PUMP 1.2, 11:02 norepinephrine 0.1 pumps together, 11:05 norepinephrine 0.0 PUMP 1.1
                    # and back
                    00 1.1 NE 0.1, 05 1.1 EPI 0.05, 08 1.1 NE 0.3 ; 11:08 norepinephrine 0.3 PUMP 1.1, 11:08 epinephrine 0.0 pumps together
                    # drugs of no interest
                    00 1.1 NE 0.1, 05 1.1 Propofol 2, 06 1.1 Propofol 2 ; 11:00 norepinephrine 0.1 PUMP 1.1, 11:05 norepinephrine 0.0 PUMP 1.1
                    00 1.1 NE 0.1, 05 1.1 Sodium_chloride_0.9% 2 ; 11:00 norepinephrine 0.1 PUMP 1.1, 11:05 norepinephrine 0.0 PUMP 1.1
                    00 1.1 NE 0.1, 05 1.1 Propofol 0 ; 11:00 norepinephrine 0.1 PUMP 1.1
                    00 1.1 NE 0.1, 05 1.2 Propofol 2 ; 11:00 norepinephrine 0.1 PUMP 1.1
                    00 1.2 NE 0.2, 01 1.1 NE 0.1, 05 1.1 Propofol 2 ; 11:01 norepinephrine 0.1 PUMP 1.1, 11:05 norepinephrine 0.0 PUMP 1.1, 11:05 norepinephrine 0.2 pumps together
                    00 1.1 NE 0.1, 03 1.1 NE 0, 05 1.1 Propofol 2 ; 11:00 norepinephrine 0.1 PUMP 1.1, 11:03 norepinephrine 0.0 PUMP 1.1
                    """)
    void aPumpProgrammedToAnotherDrugGivesTheFirstNoMore(String steps, String last) {
        for (boolean restarted : new boolean[] {false, true}) {
            try (Feed fresh = new Feed()) {
                int number = 0;
                for (String step : steps.split(",", -1)) {
                    String[] parts = step.strip().split(" ", -1);
                    String drug =
                            parts[2].replace("NE", NE)
                                    .replace("EPI", "epinephrine")
                                    .replace('_', ' ');
                    fresh.now = fresh.now.plusSeconds(1);
                    if (restarted) {
                        fresh.restart();
                    }
                    gives(fresh, "s" + number++, "11" + parts[0], parts[1], drug, parts[3]);
                }
                List<String> expected = List.of(last.strip().split(", ", -1));
                List<String> said = charted(fresh);
                assertThat(said.subList(said.size() - expected.size(), said.size()))
                        .as("restarted: %s, all: %s", restarted, said)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void whatEndsADrugIsTakenBackWithTheOtherDrug() {
        gives(feed, "1", "1100", "1.1", NE, "0.1");
        gives(feed, "2", "1105", "1.1", "epinephrine", "0.05");
        feed.now = feed.now.plusSeconds(1);
        feed.send(
                Feed.message(
                        "3",
                        "110500",
                        "OBX|1||70049^MDC_DEV_PUMP_INFUS_LVP_MDS^MDC|1.0.0.0|||||||X|||||||PUMP",
                        "OBX|2|ST|184514^MDC_DRUG_NAME_LABEL^MDC|1.1.2.1|epinephrine||||||D"));

        assertThat(feed.told)
                .filteredOn(entry -> entry.event() instanceof Entry.Retracted)
                .extracting(entry -> entry.author().name())
                .containsExactly("PUMP 1.1", "pumps together");
    }

    @Test
    void pumpsNamedByTheirSenderAloneCanBeTwo() {
        for (String drug : List.of(NE, "epinephrine", "Propofol")) {
            feed.send(
                    Feed.message(
                            drug,
                            "1100" + (drug.length() + 10),
                            "OBX|2|ST|184514^MDC_DRUG_NAME_LABEL^MDC|1.1.2.1|%s||||||R"
                                    .formatted(drug),
                            Feed.PUMP_DOSE.formatted("1.1", "0.1", "R")));
        }

        assertThat(charted(feed))
                .containsExactly(
                        "11:00 norepinephrine 0.1 GATE/WARD7 1.1",
                        "11:00 epinephrine 0.1 GATE/WARD7 1.1");
    }

    private static final String NOT_ITS =
            "the stop is not charted: norepinephrine was charted by another, and this pump did not"
                    + " give it: correct it at the bedside";

    private void person(String time, double dose) {
        feed.ledger.append(
                List.of(
                        new Entry(
                                new StayId("S-1"),
                                Instant.parse("2026-03-02T" + time + ":00Z"),
                                feed.now,
                                new Author(Author.Kind.PERSON, "nurse"),
                                new Entry.Observed(
                                        new VasopressorCharted(
                                                new VasopressorInfusion(
                                                        Vasopressor.NOREPINEPHRINE,
                                                        new DoseRate(
                                                                dose, DoseUnit.UG_PER_KG_PER_MIN),
                                                        Salt.UNSTATED))))));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPumpThatDidNotGiveADrugStopsNothingThatAPersonCharted(boolean restarted) {
        gives("1", "1050", "1.1", NE, "0.2");
        gives("2", "1051", "1.1", NE, "0");
        person("10:55", 0.1);
        if (restarted) {
            feed.restart();
        }
        gives("3", "1100", "9.1", NE, "0");
        gives("4", "1101", "1.1", NE, "0");

        assertThat(charted()).last().isEqualTo("10:55 norepinephrine 0.1 nurse");
        assertThat(reasons()).containsExactly(NOT_ITS, NOT_ITS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thePumpThatGaveItStopsItAlsoWhenAPersonChartedIt(boolean restarted) {
        gives("1", "1050", "1.1", NE, "0.2");
        person("10:55", 0.1);
        if (restarted) {
            feed.restart();
        }
        gives("2", "1100", "1.1", NE, "0");

        assertThat(charted()).last().isEqualTo("11:00 norepinephrine 0.0 PUMP 1.1");
        assertThat(reasons()).isEmpty();
    }
}
