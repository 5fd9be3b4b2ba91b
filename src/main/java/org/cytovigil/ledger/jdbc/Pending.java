package org.cytovigil.ledger.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What one caller wants kept, whole or not at all, in the words of the tables.
 *
 * @param entries as subscribers are told of them: with times to the millisecond
 * @param rows the same entries as rows
 */
record Pending(
        List<Entry> entries,
        List<StoredEntry> rows,
        List<Quarantine.Item> items,
        @Nullable Receipt receipt) {

    /**
     * @param store named when something cannot be kept
     * @throws LedgerException when an entry has no form in which it could be kept
     */
    static Pending of(Batch batch, Path store) {
        List<Entry> entries = new ArrayList<>(batch.entries().size());
        List<StoredEntry> rows = new ArrayList<>(batch.entries().size());
        for (Entry entry : batch.entries()) {
            Entry exact = toTheMillisecond(entry);
            entries.add(exact);
            rows.add(stored(exact, store));
        }
        return new Pending(entries, rows, List.copyOf(batch.quarantined()), batch.receipt());
    }

    boolean isEmpty() {
        return rows.isEmpty() && items.isEmpty() && receipt == null;
    }

    /** How many rows it adds to the tables of entries and quarantine. */
    int size() {
        return rows.size() + items.size();
    }

    private static Entry toTheMillisecond(Entry entry) {
        return new Entry(
                entry.stay(),
                entry.at().truncatedTo(ChronoUnit.MILLIS),
                entry.learned().truncatedTo(ChronoUnit.MILLIS),
                entry.author(),
                entry.event());
    }

    private static StoredEntry stored(Entry entry, Path store) {
        try {
            return StoredEntry.of(entry);
        } catch (JsonProcessingException | ArithmeticException e) {
            throw new LedgerException(
                    "An entry of stay %s cannot be kept in the store %s, nothing was added: %s"
                            .formatted(entry.stay(), store, e.getMessage()),
                    e);
        }
    }
}
