package org.cytovigil.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.cytovigil.ledger.jdbc.EntryWriter.ChainEnd;
import org.cytovigil.ledger.jdbc.EntryWriter.Writer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/**
 * Checks a store: the file, then every author's chain from its first entry to where the author's
 * row says it ends, then the chain of the adopted policies.
 */
final class Verifier {
    private final Handle handle;
    private final Map<Writer, ChainEnd> ends = new HashMap<>();
    private long entries;

    private record Row(long sequence, StoredEntry entry, String previousHash, String hash) {
        static Row of(ResultSet row) throws SQLException {
            EntryReader.Row read = EntryReader.Row.of(row);
            return new Row(read.sequence(), read.entry(), row.getString(9), row.getString(10));
        }
    }

    Verifier(Handle handle) {
        this.handle = handle;
    }

    /** Reads the whole store as it is at the start of the check, while others may go on writing. */
    Verification verify() {
        List<String> damage = SqliteFile.damage(handle);
        if (!damage.isEmpty()) {
            return new Verification.Damaged(String.join("; ", damage));
        }
        handle.execute("begin");
        try {
            Verification.Broken broken = firstMisfit();
            if (broken == null) {
                Map<Writer, ChainEnd> stated = statedEnds();
                ChainEnd policies = stated.remove(PolicyTable.CHAIN);
                broken = firstMissingEnd(stated);
                if (broken == null) {
                    broken = new PolicyTable(handle).firstMisfit(policies);
                }
            }
            return broken == null ? new Verification.Sound(entries) : broken;
        } finally {
            handle.execute("rollback");
        }
    }

    private Verification.@Nullable Broken firstMisfit() {
        try (ResultIterator<Row> rows =
                handle.createQuery(
                                """
                                select sequence, stay, kind, happened_at, learned_at, author_kind, author, payload,
                                    previous_hash, hash
                                from entry order by sequence
                                """)
                        .map((row, context) -> Row.of(row))
                        .iterator()) {
            return firstMisfit(rows);
        }
    }

    private Verification.@Nullable Broken firstMisfit(Iterator<Row> rows) {
        while (rows.hasNext()) {
            Row row = rows.next();
            entries++;
            if (row.sequence() != entries) {
                return new Verification.Broken(entries, "the entry is missing");
            }
            Writer writer = Writer.of(row.entry());
            ChainEnd end = ends.getOrDefault(writer, ChainEnd.NONE);
            if (!end.hash().equals(row.previousHash())) {
                return new Verification.Broken(
                        row.sequence(),
                        "it does not follow the entry before it of the same author");
            }
            if (!StoredEntry.isAsWritten(row.entry(), row.sequence(), end.hash(), row.hash())) {
                return new Verification.Broken(
                        row.sequence(), "its content is not what was written");
            }
            ends.put(writer, new ChainEnd(end.entries() + 1, row.sequence(), row.hash()));
        }
        return null;
    }

    private Map<Writer, ChainEnd> statedEnds() {
        Map<Writer, ChainEnd> stated = new HashMap<>();
        handle.createQuery(
                        "select author_kind, author, entries, last_sequence, last_hash from writer")
                .map(
                        (row, context) ->
                                Map.entry(
                                        new Writer(row.getString(1), row.getString(2)),
                                        new ChainEnd(
                                                row.getLong(3), row.getLong(4), row.getString(5))))
                .forEach(writer -> stated.put(writer.getKey(), writer.getValue()));
        return stated;
    }

    private Verification.@Nullable Broken firstMissingEnd(Map<Writer, ChainEnd> stated) {
        if (stated.equals(ends)) {
            return null;
        }
        // Nothing between the entries is missing, so what is missing came after the last.
        boolean more = stated.values().stream().anyMatch(end -> end.sequence() > entries);
        return more
                ? new Verification.Broken(entries + 1, "the entry is missing")
                : new Verification.Broken(
                        entries, "the ends of the authors' chains are not those that were written");
    }
}
