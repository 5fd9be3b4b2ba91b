package org.cytovigil.feed.csv;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cytovigil.feed.Refeeder;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Intake;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Receipt;

/** Feeds rows and cells of CSV files again that wait in the quarantine. */
// [impl->req~feed.csv.refeed~1]
public final class CsvRefeeder implements Refeeder {
    private final CsvReader reader;
    private final Intake intake;
    private final Quarantine quarantine;
    private final InstantSource clock;

    /**
     * For one store.
     *
     * @param reader with the mapping as it is now
     * @param intake keeps what is accepted
     * @param quarantine holds what waits
     * @param clock now
     */
    public CsvRefeeder(
            CsvReader reader, Intake intake, Quarantine quarantine, InstantSource clock) {
        this.reader = reader;
        this.intake = intake;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    @Override
    public Optional<Outcome> feed(Quarantine.Held held) {
        Quarantine.Item item = held.item();
        Instant now = clock.instant();
        CsvReading reading;
        try {
            if (item.raw().lines().limit(2).count() < 2) {
                return Optional.empty();
            }
            reading = reader.again(item.source(), item.raw(), item.line(), now);
        } catch (CsvFileException e) {
            return e.recognised() ? Optional.of(new Outcome(false, 1, 0)) : Optional.empty();
        }
        if (reading.entries().isEmpty() && saysTheSame(reading.items(), item)) {
            return Optional.of(new Outcome(false, 1, 0));
        }
        // A run that was cut off between keeping and settling keeps nothing twice.
        String number = Long.toString(held.number());
        intake.take(
                new Batch(
                        reading.entries(),
                        reading.items(),
                        new Receipt("quarantine", number, number, now)));
        quarantine.settle(List.of(held.number()), now);
        return Optional.of(new Outcome(true, reading.items().size(), reading.entries().size()));
    }

    private static boolean saysTheSame(List<Quarantine.Item> items, Quarantine.Item item) {
        return items.size() == 1 && items.getFirst().reason().equals(item.reason());
    }
}
