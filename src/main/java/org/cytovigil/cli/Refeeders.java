package org.cytovigil.cli;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.cytovigil.feed.Refeeder;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.csv.CsvReader;
import org.cytovigil.feed.csv.CsvRefeeder;
import org.cytovigil.feed.fhir.FhirRefeeder;
import org.cytovigil.feed.hl7.Hl7Intake;
import org.cytovigil.feed.hl7.Refeed;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Intake;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.Quarantine;

/** Every way in that can read again what was refused. */
final class Refeeders implements AutoCloseable {
    private final Hl7Intake hl7;
    private final StayDirectory directory;
    private final FhirRefeeder resources;
    private final List<Refeeder> all;

    /** Over a store, by a mapping table. */
    <S extends Ledger & Intake & Quarantine> Refeeders(
            S store, CodeTable table, InstantSource clock, ZoneId zone) {
        hl7 = new Hl7Intake(store, store, table, clock, zone);
        Refeed messages = new Refeed(store, store, store, clock);
        directory = new StayDirectory(store);
        resources = new FhirRefeeder(store, table, clock);
        CsvReader rows = new CsvReader(table, directory, store, zone);
        all =
                List.of(
                        held -> messages.feed(hl7, held),
                        new CsvRefeeder(rows, store, store, clock),
                        resources);
    }

    List<Refeeder> all() {
        return all;
    }

    @Override
    public void close() {
        resources.close();
        directory.close();
        hl7.close();
    }
}
