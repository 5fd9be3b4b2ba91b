package org.cytovigil.ledger.jdbc;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.ledger.Adoption;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.jdbc.EntryWriter.ChainEnd;
import org.cytovigil.ledger.jdbc.EntryWriter.Writer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of adopted policies, through one connection. Not safe for use by several threads. */
final class PolicyTable {
    /** Under which name the end of the chain stands among those of the authors. */
    static final Writer CHAIN = new Writer("POLICY", "");

    private static final String ROWS =
            """
            select sequence, version, holds_from, learned_at, author_kind, author, settings, previous_hash, hash
            from policy order by sequence
            """;

    private final Handle handle;

    /**
     * A row of the table.
     *
     * @param sequence its place, counted from 1
     */
    private record Row(long sequence, StoredPolicy policy, String previousHash, String hash) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong(1),
                    new StoredPolicy(
                            row.getString(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7)),
                    row.getString(8),
                    row.getString(9));
        }
    }

    PolicyTable(Handle handle) {
        this.handle = handle;
    }

    private List<Row> rows() {
        return handle.createQuery(ROWS).map((row, context) -> Row.of(row)).list();
    }

    /**
     * All adoptions, the oldest first.
     *
     * @throws LedgerException naming the first one that says what this program does not know
     */
    List<Adoption> adoptions(Path store) {
        List<Adoption> adoptions = new ArrayList<>();
        for (Row row : rows()) {
            try {
                adoptions.add(row.policy().adoption());
                Adoption.timeline(adoptions);
            } catch (IllegalArgumentException e) {
                throw new LedgerException(
                        "Policy %s, adopted as number %d in the store %s, cannot be read: %s. Open the store with the version of CytoVigil that wrote it, or verify it."
                                .formatted(
                                        row.policy().version(),
                                        row.sequence(),
                                        store,
                                        e.getMessage()),
                        e);
            }
        }
        return adoptions;
    }

    /** Adds an adoption; called within a transaction that holds the right to write. */
    void add(StoredPolicy policy) {
        List<Row> rows = rows();
        long sequence = rows.isEmpty() ? 1 : rows.getLast().sequence() + 1;
        String previous = rows.isEmpty() ? StoredEntry.NO_HASH : rows.getLast().hash();
        String hash = policy.hash(previous, sequence);
        handle.execute(
                """
                insert into policy (sequence, version, holds_from, learned_at, author_kind, author, settings,
                    previous_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                sequence,
                policy.version(),
                policy.holdsFrom(),
                policy.learnedAt(),
                policy.authorKind(),
                policy.author(),
                policy.settings(),
                previous,
                hash);
        new EntryWriter(handle).saveEnd(CHAIN, new ChainEnd(rows.size() + 1L, sequence, hash));
    }

    /** How many adoptions there are. */
    long count() {
        return handle.createQuery("select count(*) from policy").mapTo(Long.class).one();
    }

    /** The rows of a damaged store that can be read and are as they were written. */
    static List<StoredPolicy> readable(DamagedRows damaged) {
        List<StoredPolicy> policies = new ArrayList<>();
        damaged.query(
                ROWS,
                (row, context) -> Row.of(row),
                row -> {
                    if (row.policy().isAsWritten(row.sequence(), row.previousHash(), row.hash())) {
                        policies.add(row.policy());
                    }
                });
        return policies;
    }

    /** Adds an adoption unless it is there; called within a transaction, in order. */
    void addMissing(StoredPolicy policy) {
        List<Row> rows = rows();
        if (rows.isEmpty() || rows.getLast().policy().holdsFrom() < policy.holdsFrom()) {
            add(policy);
        }
    }

    /**
     * The first row that is not as it was written; {@code null} when all are.
     *
     * @param end where the chain ends by its own row among the authors; {@code null} when there is
     *     none
     */
    Verification.@Nullable Broken firstMisfit(@Nullable ChainEnd end) {
        ChainEnd found = ChainEnd.NONE;
        for (Row row : rows()) {
            long place = found.entries() + 1;
            if (row.sequence() != place) {
                return broken(place, "it is missing");
            }
            if (!found.hash().equals(row.previousHash())) {
                return broken(place, "it does not follow the one before it");
            }
            if (!row.policy().isAsWritten(place, found.hash(), row.hash())) {
                return broken(place, "its content is not what was written");
            }
            found = new ChainEnd(place, place, row.hash());
        }
        ChainEnd stated = end == null ? ChainEnd.NONE : end;
        if (stated.equals(found)) {
            return null;
        }
        return stated.entries() > found.entries()
                ? broken(found.entries() + 1, "it is missing")
                : broken(found.entries(), "the end of the chain is not the one that was written");
    }

    private static Verification.Broken broken(long place, String reason) {
        return new Verification.Broken(place, "adopted policy " + place + ": " + reason);
    }
}
