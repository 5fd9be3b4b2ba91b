package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cytovigil.feed.hl7.Wire.ORDER;
import static org.cytovigil.feed.hl7.Wire.PATIENT;
import static org.cytovigil.feed.hl7.Wire.header;
import static org.cytovigil.feed.hl7.Wire.spo2;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.cytovigil.feed.Refeeding;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Quarantine;
import org.junit.jupiter.api.Test;

/** What waits in the quarantine is fed again. */
// [utest->req~feed.refeed~1]
class RefeedTest {
    private final Wire wire = new Wire();
    private final Refeed refeed =
            new Refeed(wire.ledger, wire.ledger, wire.ledger, () -> Samples.NOW);

    private static CodeTable mended() throws Exception {
        return CodeTable.read(
                new StringReader(
                        """
                        system,code,name,unit,target,detail,note
                        99V,SAT,saturation,%,spo2,,
                        ,,NE 16/250,,drug,norepinephrine,
                        """),
                "site.csv");
    }

    private List<Long> unsettled() {
        return wire.ledger.held().stream()
                .filter(held -> held.settled() == null)
                .map(Quarantine.Held::number)
                .toList();
    }

    private List<Integer> run(Hl7Intake reader) {
        Refeeding.Report report =
                new Refeeding(wire.ledger, List.of(held -> refeed.feed(reader, held)))
                        .run(Quarantine.Filter.WAITING, Refeeding.Progress.TO_THE_END);
        return outcome(report.settled(), report.waiting(), report.entries());
    }

    private static List<Integer> outcome(int settled, int waiting, int entries) {
        return List.of(settled, waiting, entries);
    }

    private void sendTwoUnknownCodes() {
        wire.send(
                header("ORU^R01", "1"),
                PATIENT,
                ORDER,
                "OBX|1|NM|SAT^saturation^99V||93|%|||||F",
                "OBX|2|NM|XYZ^other^99V||93|%|||||F");
    }

    @Test
    void aMendedMappingSettlesWhatItUnderstandsNow() throws Exception {
        sendTwoUnknownCodes();

        assertThat(run(wire.with(mended()))).isEqualTo(outcome(1, 1, 1));
        assertThat(wire.events())
                .containsExactly("S-1 Observed[observation=OxygenSaturation[percent=93.0]]");
        assertThat(unsettled()).containsExactly(2L);
    }

    @Test
    void aSecondRunFindsNothingNew() throws Exception {
        sendTwoUnknownCodes();
        run(wire.with(mended()));

        assertThat(run(wire.with(mended()))).isEqualTo(outcome(0, 1, 0));
        assertThat(wire.told).hasSize(1);
        assertThat(wire.ledger.held()).hasSize(2);
    }

    @Test
    void anUnknownPatientsMessageIsFedOnceThePatientIsKnown() {
        wire.send(
                header("ORU^R01", "1"),
                "PID|||5",
                ORDER,
                spo2("93"),
                spo2("8388607").replace("20260302110000", "20260302110500"));
        assertThat(run(wire.intake)).isEqualTo(outcome(0, 1, 0));

        Samples.admit(wire.ledger, "S-5", "5", Instant.parse("2026-03-02T09:00:00Z"));
        wire.told.clear();

        assertThat(run(wire.intake)).isEqualTo(outcome(1, 1, 1));
        assertThat(wire.events())
                .containsExactly("S-5 Observed[observation=OxygenSaturation[percent=93.0]]");
        assertThat(wire.reasons())
                .containsExactly("unknown patient", "8388607 stands for no value");
        assertThat(unsettled()).containsExactly(2L);
    }

    @Test
    void aPumpIsFedAgainAsAWhole() throws Exception {
        wire.send(
                header("ORU^R01", "1"),
                PATIENT,
                ORDER,
                "OBX|1|CWE|184519^MDC_PUMP_INFUSING_STATUS^MDC|1.1.1.1|^pump-status-infusing||||||R",
                "OBX|2|ST|184514^MDC_DRUG_NAME_LABEL^MDC|1.1.2.1|NE 16/250||||||R",
                "OBX|3|NM|157924^MDC_RATE_DOSE^MDC|1.1.2.2|8|ug/min|||||R");
        assertThat(wire.told).isEmpty();

        assertThat(run(wire.with(mended()))).isEqualTo(outcome(1, 0, 1));

        assertThat(wire.events().getFirst())
                .contains("drug=NOREPINEPHRINE", "rate=DoseRate[amount=8.0, unit=UG_PER_MIN]");
    }

    @Test
    void whatWasAcceptedWithARemarkIsNotChartedTwice() {
        wire.send(
                header("ORU^R01", "1"),
                PATIENT,
                ORDER,
                "OBX|1|TX|107117-4^Oxygen device^LN||Helmet||||||F");
        assertThat(wire.told).hasSize(1);

        assertThat(run(wire.intake)).isEqualTo(outcome(0, 1, 0));

        assertThat(wire.told).hasSize(1);
    }

    @Test
    void rowsOfOtherFeedsAndNoiseAreLeftAlone() {
        wire.intake.answer(new byte[] {1, 2, 3}, Wire.SENDER);
        wire.ledger.keep(
                List.of(
                        new Quarantine.Item(
                                Samples.NOW, "clif_vitals.csv", 7, "no number", "a,b")));

        assertThat(run(wire.intake)).isEqualTo(outcome(0, 0, 0));
        assertThat(unsettled()).containsExactly(1L, 2L);
    }
}
