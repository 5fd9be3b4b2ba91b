package org.cytovigil.feed.fhir;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.feed.Refeeder;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Intake;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.Quarantine;

/**
 * Feeds again the resources that wait in the quarantine, after the mapping was mended or the
 * patient was admitted. What is accepted whole now is settled; what is not stays as it is.
 */
// [impl->req~feed.fhir~1]
public final class FhirRefeeder implements Refeeder, AutoCloseable {
    private final Intake intake;
    private final Ledger ledger;
    private final Quarantine quarantine;
    private final CodeTable table;
    private final InstantSource clock;

    /** By the server that the resources came from; empty for files. */
    private final Map<String, FhirIntake> intakes = new HashMap<>();

    /** Over one store, by a mapping table. */
    public <S extends Intake & Ledger & Quarantine> FhirRefeeder(
            S store, CodeTable table, InstantSource clock) {
        this.intake = store;
        this.ledger = store;
        this.quarantine = store;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<Refeeder.Outcome> feed(Quarantine.Held held) {
        String raw = held.item().raw();
        if (held.settled() != null || !raw.contains("\"resourceType\"")) {
            return Optional.empty();
        }
        String source = held.item().source();
        List<FhirItem> items = FhirText.read(raw.getBytes(StandardCharsets.UTF_8), source);
        // What came from a server names patients as that server does.
        FhirIntake reader =
                intakes.computeIfAbsent(source.startsWith("http") ? source : "", this::reader);
        // Each may be of another import, in which others have its names.
        reader.forget();
        org.cytovigil.feed.fhir.Outcome tried =
                new org.cytovigil.feed.fhir.Outcome(items.getFirst());
        reader.read(tried, clock.instant());
        if (!tried.refused().isEmpty()) {
            return Optional.of(new Refeeder.Outcome(false, 1, 0));
        }
        int entries = 0;
        for (org.cytovigil.feed.fhir.Outcome outcome : reader.take(items)) {
            entries += outcome.repeated() ? 0 : outcome.entries().size();
        }
        quarantine.settle(List.of(held.number()), clock.instant());
        return Optional.of(new Refeeder.Outcome(true, 0, entries));
    }

    private FhirIntake reader(String base) {
        return new FhirIntake(intake, ledger, table, clock, base, reference -> Optional.empty());
    }

    @Override
    public void close() {
        intakes.values().forEach(FhirIntake::close);
    }
}
