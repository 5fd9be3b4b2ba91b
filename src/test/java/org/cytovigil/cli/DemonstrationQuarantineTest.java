package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.feed.Remedies;
import org.cytovigil.feed.hl7.Hl7Intake;
import org.cytovigil.feed.hl7.Sender;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Remedy;
import org.junit.jupiter.api.Test;

/** What the demonstration shows as refused is what the program refuses. */
// [utest->req~ui.quarantine~1]
class DemonstrationQuarantineTest {
    private static MemoryLedger admitted() {
        MemoryLedger ledger = new MemoryLedger();
        ledger.append(List.of(DemonstrationQuarantine.admission()));
        return ledger;
    }

    @Test
    void everyItemIsRefusedForTheReasonItNamesAndHasItsAdvice() {
        for (Quarantine.Item item : DemonstrationQuarantine.items()) {
            MemoryLedger ledger = admitted();
            try (Hl7Intake intake =
                    new Hl7Intake(
                            ledger,
                            ledger,
                            CodeTable.standard(),
                            InstantSource.fixed(Demonstration.START),
                            ZoneOffset.UTC)) {
                intake.answer(
                        item.raw().getBytes(StandardCharsets.UTF_8), new Sender("127.0.0.1", null));
            }

            assertThat(ledger.items())
                    .extracting(Quarantine.Item::source, Quarantine.Item::reason)
                    .containsExactly(tuple(item.source(), item.reason()));
            assertThat(Remedies.of(item.reason())).isNotEqualTo(Remedy.LOOK);
        }
    }

    @Test
    void theyAreInTheOrderInWhichTheyCame() {
        assertThat(DemonstrationQuarantine.items())
                .extracting(Quarantine.Item::received)
                .isSorted();
    }
}
