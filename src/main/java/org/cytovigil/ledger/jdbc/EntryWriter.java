package org.cytovigil.ledger.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Receipt;
import org.cytovigil.ledger.jdbc.GroupCommit.Outcome;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes entries and quarantined items through one connection; each entry is chained to the one
 * before it of the same author. Not safe for use by several threads.
 */
// [impl->req~ledger.append-only~1]
final class EntryWriter {
    /** A message that comes again later than this is taken for a new one. */
    static final Duration RECEIPTS_KEPT = Duration.ofDays(30);

    private static final int ROWS_AT_ONCE = 5_000;

    private final Handle handle;
    private final Statements statements;

    // Where the chains end, as of the entry "last". Another writer of the same store makes them
    // stale.
    private final Map<Writer, ChainEnd> ends = new HashMap<>();
    private long last = -1;

    /** An author as the tables name it. */
    record Writer(String kind, String name) {
        static Writer of(StoredEntry entry) {
            return new Writer(entry.authorKind(), entry.author());
        }
    }

    /**
     * The end of an author's chain.
     *
     * @param entries how many entries the author has written
     * @param sequence the last of them
     * @param hash its hash
     */
    record ChainEnd(long entries, long sequence, String hash) {
        static final ChainEnd NONE = new ChainEnd(0, 0, StoredEntry.NO_HASH);
    }

    EntryWriter(Handle handle) {
        this.handle = handle;
        this.statements = new Statements(handle.getConnection());
    }

    /**
     * Writes the batches of a group in their order, all or none, durable on return.
     *
     * @return what came of each batch: of one whose receipt was known, before or within the group,
     *     nothing is written
     */
    List<Outcome.Kept> write(List<Pending> group) {
        Map<Writer, ChainEnd> moved = new HashMap<>();
        List<Outcome.Kept> kept = new ArrayList<>();
        SqliteFile.write(
                handle,
                () -> {
                    List<Boolean> isNew = noteWithin(group);
                    List<StoredEntry> rows = new ArrayList<>();
                    List<Quarantine.Item> items = new ArrayList<>();
                    for (int i = 0; i < group.size(); i++) {
                        if (isNew.get(i)) {
                            rows.addAll(group.get(i).rows());
                            items.addAll(group.get(i).items());
                        }
                    }
                    long next = rows.isEmpty() ? 1 : writeWithin(rows, moved);
                    if (!items.isEmpty()) {
                        keepWithin(items);
                    }
                    for (int i = 0; i < group.size(); i++) {
                        kept.add(new Outcome.Kept(isNew.get(i), next));
                        next += isNew.get(i) ? group.get(i).rows().size() : 0;
                    }
                });
        ends.putAll(moved);
        last = moved.values().stream().mapToLong(ChainEnd::sequence).max().orElse(last);
        return kept;
    }

    /** Marks items as settled that are not yet, durable on return. */
    void settle(List<Long> numbers, Instant at) {
        SqliteFile.write(
                handle,
                () -> {
                    try (PreparedBatch batch =
                            handle.prepareBatch(
                                    "update quarantine set settled_at = ? where sequence = ? and settled_at is null")) {
                        numbers.forEach(
                                number -> batch.bind(0, at.toEpochMilli()).bind(1, number).add());
                        if (!numbers.isEmpty()) {
                            batch.execute();
                        }
                    }
                });
    }

    /** Notes the receipts of the group, and says of which batches they were not known. */
    private List<Boolean> noteWithin(List<Pending> group) {
        List<Boolean> isNew = new ArrayList<>(Collections.nCopies(group.size(), true));
        List<Integer> withReceipt = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            if (group.get(i).receipt() != null) {
                withReceipt.add(i);
            }
        }
        if (withReceipt.isEmpty()) {
            return isNew;
        }
        int[] added =
                statements.run(
                        "insert into receipt (sender, control_id, digest, received_at) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        statement -> {
                            for (int i : withReceipt) {
                                Receipt receipt = Objects.requireNonNull(group.get(i).receipt());
                                statement.setString(1, receipt.sender());
                                statement.setString(2, receipt.controlId());
                                statement.setString(3, receipt.digest());
                                statement.setLong(4, receipt.received().toEpochMilli());
                                statement.addBatch();
                            }
                            return statement.executeBatch();
                        });
        for (int i = 0; i < added.length; i++) {
            isNew.set(withReceipt.get(i), added[i] == 1);
        }
        return isNew;
    }

    /**
     * Forgets receipts that are much older than the newest one. Their age is not measured by a
     * clock: a store that was put aside for long still knows what came last.
     */
    void forgetOldReceipts() {
        long newest =
                handle.createQuery("select coalesce(max(received_at), 0) from receipt")
                        .mapTo(Long.class)
                        .one();
        long oldest =
                handle.createQuery("select coalesce(min(received_at), 0) from receipt")
                        .mapTo(Long.class)
                        .one();
        long kept = newest - RECEIPTS_KEPT.toMillis();
        if (oldest < kept) {
            SqliteFile.write(
                    handle,
                    () -> handle.execute("delete from receipt where received_at < ?", kept));
        }
    }

    /** Notes where a chain ends; called within a transaction. */
    void saveEnd(Writer writer, ChainEnd end) {
        save(Map.of(writer, end));
    }

    private void keepWithin(List<Quarantine.Item> items) {
        long before = statements.number("select coalesce(max(sequence), 0) from quarantine");
        statements.run(
                "insert into quarantine (sequence, received_at, source, line, reason, raw) values (?, ?, ?, ?, ?, ?)",
                statement -> {
                    long sequence = before;
                    for (Quarantine.Item item : items) {
                        sequence++;
                        statement.setLong(1, sequence);
                        statement.setLong(2, item.received().toEpochMilli());
                        statement.setString(3, item.source());
                        statement.setLong(4, item.line());
                        statement.setString(5, item.reason());
                        statement.setString(6, item.raw());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    /**
     * Adds rows; called within a transaction.
     *
     * @return the place of the first
     */
    private long writeWithin(List<StoredEntry> entries, Map<Writer, ChainEnd> moved) {
        long before = statements.number("select coalesce(max(sequence), 0) from entry");
        if (before != last) {
            ends.clear();
        }
        long sequence = before;
        for (int from = 0; from < entries.size(); from += ROWS_AT_ONCE) {
            List<StoredEntry> rows =
                    entries.subList(from, Math.min(entries.size(), from + ROWS_AT_ONCE));
            insert(rows, sequence, moved);
            sequence += rows.size();
        }
        save(moved);
        return before + 1;
    }

    private void insert(List<StoredEntry> rows, long before, Map<Writer, ChainEnd> moved) {
        statements.run(
                """
                insert into entry (sequence, stay, kind, happened_at, learned_at, author_kind, author, payload,
                    previous_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                statement -> {
                    long sequence = before;
                    for (StoredEntry row : rows) {
                        sequence++;
                        Writer writer = Writer.of(row);
                        ChainEnd end = moved.computeIfAbsent(writer, this::end);
                        String hash = row.hash(end.hash(), sequence);
                        moved.put(writer, new ChainEnd(end.entries() + 1, sequence, hash));
                        statement.setLong(1, sequence);
                        statement.setString(2, row.stay());
                        statement.setString(3, row.kind());
                        statement.setLong(4, row.happenedAt());
                        statement.setLong(5, row.learnedAt());
                        statement.setString(6, row.authorKind());
                        statement.setString(7, row.author());
                        statement.setString(8, row.payload());
                        statement.setString(9, end.hash());
                        statement.setString(10, hash);
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    private ChainEnd end(Writer writer) {
        ChainEnd known = ends.get(writer);
        if (known != null) {
            return known;
        }
        return handle.createQuery(
                        "select entries, last_sequence, last_hash from writer where author_kind = ? and author = ?")
                .bind(0, writer.kind())
                .bind(1, writer.name())
                .map(
                        (row, context) ->
                                new ChainEnd(row.getLong(1), row.getLong(2), row.getString(3)))
                .findOne()
                .orElse(ChainEnd.NONE);
    }

    private void save(Map<Writer, ChainEnd> moved) {
        statements.run(
                """
                insert into writer (author_kind, author, entries, last_sequence, last_hash)
                values (?, ?, ?, ?, ?)
                on conflict (author_kind, author) do update
                set entries = excluded.entries, last_sequence = excluded.last_sequence,
                    last_hash = excluded.last_hash
                """,
                statement -> {
                    for (Map.Entry<Writer, ChainEnd> end : moved.entrySet()) {
                        statement.setString(1, end.getKey().kind());
                        statement.setString(2, end.getKey().name());
                        statement.setLong(3, end.getValue().entries());
                        statement.setLong(4, end.getValue().sequence());
                        statement.setString(5, end.getValue().hash());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }
}
