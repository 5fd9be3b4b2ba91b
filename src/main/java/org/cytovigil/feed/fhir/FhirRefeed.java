package org.cytovigil.feed.fhir;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Intake;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.Quarantine;

/**
 * Feeds again the resources that wait in the quarantine, after the mapping was mended or the
 * patient was admitted. What is accepted whole now is settled; what is not stays as it is.
 */
// [impl->req~feed.fhir~1]
public final class FhirRefeed {
    private FhirRefeed() {}

    /**
     * What came of it.
     *
     * @param settled items that need nobody's look any more
     * @param waiting resources that are still refused
     * @param entries that were added
     */
    public record Report(int settled, int waiting, int entries) {}

    /**
     * Feeds every resource that waits, oldest first; what waits of other feeds is left alone.
     *
     * @throws org.cytovigil.ledger.LedgerException when the store fails; what was fed before is
     *     kept
     */
    public static <S extends Intake & Ledger & Quarantine> Report run(
            S store, CodeTable table, InstantSource clock) {
        int settled = 0;
        int waiting = 0;
        int entries = 0;
        Map<String, FhirIntake> intakes = new HashMap<>();
        try {
            for (Quarantine.Held held : store.held()) {
                String raw = held.item().raw();
                if (held.settled() != null || !raw.contains("\"resourceType\"")) {
                    continue;
                }
                List<FhirItem> items =
                        FhirText.read(raw.getBytes(StandardCharsets.UTF_8), held.item().source());
                // What came from a server names patients as that server does.
                String source = held.item().source();
                FhirIntake intake =
                        intakes.computeIfAbsent(
                                source.startsWith("http") ? source : "",
                                base ->
                                        new FhirIntake(
                                                store,
                                                store,
                                                table,
                                                clock,
                                                base,
                                                reference -> Optional.empty()));
                Outcome tried = new Outcome(items.getFirst());
                intake.read(tried, clock.instant());
                if (!tried.refused().isEmpty()) {
                    waiting++;
                    continue;
                }
                for (Outcome outcome : intake.take(items)) {
                    entries += outcome.repeated() ? 0 : outcome.entries().size();
                }
                store.settle(List.of(held.number()), clock.instant());
                settled++;
            }
        } finally {
            intakes.values().forEach(FhirIntake::close);
        }
        return new Report(settled, waiting, entries);
    }
}
