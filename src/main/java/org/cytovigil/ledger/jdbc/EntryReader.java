package org.cytovigil.ledger.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.jdbi.v3.core.Handle;

/** Reads entries through one connection. Not safe for use by several threads. */
final class EntryReader {
    private static final String ENTRIES =
            "select sequence, stay, kind, happened_at, learned_at, author_kind, author, payload from entry ";

    private final Handle handle;

    /**
     * An entry as it stands in the table.
     *
     * @param sequence its place in the ledger, counted from 1
     */
    record Row(long sequence, StoredEntry entry) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong(1),
                    new StoredEntry(
                            row.getString(2),
                            row.getString(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8)));
        }
    }

    EntryReader(Handle handle) {
        this.handle = handle;
    }

    List<Row> entriesOf(StayId stay) {
        return handle.createQuery(ENTRIES + "where stay = ? order by sequence")
                .bind(0, stay.value())
                .map((row, context) -> Row.of(row))
                .list();
    }

    /**
     * The entries of a stay about what was so between two moments, in the order of the ledger.
     *
     * @param from UTC, milliseconds since 1970, included
     * @param to likewise
     */
    List<Row> entriesOf(StayId stay, long from, long to) {
        return handle.createQuery(
                        ENTRIES
                                + "where stay = ? and happened_at between ? and ? order by sequence")
                .bind(0, stay.value())
                .bind(1, from)
                .bind(2, to)
                .map((row, context) -> Row.of(row))
                .list();
    }

    /**
     * The entries between two places, the oldest first.
     *
     * @param after the place before the first of them
     * @param last the last place of interest
     * @param most of them
     */
    List<Row> entriesAfter(long after, long last, int most) {
        return handle.createQuery(
                        ENTRIES + "where sequence > ? and sequence <= ? order by sequence limit ?")
                .bind(0, after)
                .bind(1, last)
                .bind(2, most)
                .map((row, context) -> Row.of(row))
                .list();
    }

    List<Row> admissions() {
        // The kind stands in the text and not in a parameter so that the index of admissions serves
        // the query.
        return handle.createQuery(ENTRIES + "where kind = 'admitted' order by sequence")
                .map((row, context) -> Row.of(row))
                .list();
    }

    /**
     * The entries that the rows say.
     *
     * @throws LedgerException naming the first row that says none this program knows
     */
    static List<Entry> decode(List<Row> rows, Path path) {
        List<Entry> entries = new ArrayList<>(rows.size());
        for (Row row : rows) {
            try {
                entries.add(row.entry().entry());
            } catch (JsonProcessingException e) {
                throw unreadable(row, path, e.getOriginalMessage(), e);
            } catch (IllegalArgumentException e) {
                throw unreadable(row, path, String.valueOf(e.getMessage()), e);
            }
        }
        return entries;
    }

    private static LedgerException unreadable(Row row, Path path, String reason, Exception cause) {
        return new LedgerException(
                "Entry %d of the store %s cannot be read: %s. Open the store with the version of CytoVigil that wrote it, or verify it."
                        .formatted(row.sequence(), path, reason),
                cause);
    }
}
