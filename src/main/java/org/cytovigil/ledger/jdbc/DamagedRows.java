package org.cytovigil.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/**
 * What can be read of a damaged store. A page that cannot be read ends a query; reading then goes
 * on behind it. Nothing is changed, and nothing is thrown for damage.
 */
final class DamagedRows implements AutoCloseable {
    private static final int AT_ONCE = 1_000;

    /** A damaged page in the middle of the tree hides some thousand rows. */
    private static final int MOST_MISSING = 20_000;

    private static final String COLUMNS =
            "select sequence, stay, kind, happened_at, learned_at, author_kind, author, payload, previous_hash, hash from entry ";

    private final @Nullable Handle handle;
    private final Deque<Row> read = new ArrayDeque<>();

    /**
     * An entry that is as it was written.
     *
     * @param sequence its place
     */
    record Row(long sequence, StoredEntry entry, String hash) {}

    DamagedRows(SqliteFile file) {
        Handle opened = null;
        if (Disk.size(file.path()) > 0) {
            try {
                opened = file.look();
                opened.createQuery("select count(*) from sqlite_master").mapTo(Long.class).one();
            } catch (JdbiException e) {
                close(opened);
                opened = null;
            }
        }
        this.handle = opened;
    }

    /**
     * The next entry behind a place that can be read and is as it was written; {@code null} for
     * none.
     */
    @Nullable Row after(long sequence) {
        while (!read.isEmpty() && read.peek().sequence() <= sequence) {
            read.remove();
        }
        long from = sequence;
        while (read.isEmpty()) {
            long reached = readAfter(from);
            if (reached < 0) {
                return null;
            }
            from = reached;
        }
        return read.remove();
    }

    /** The last entry up to a place that can be read and is as it was written. */
    @Nullable Row lastUpTo(long sequence) {
        List<Row> found = new ArrayList<>();
        query(
                COLUMNS + "where sequence <= " + sequence + " order by sequence desc limit 1000",
                (row, context) -> row(row),
                row -> {
                    if (found.isEmpty() && row.valid() != null) {
                        found.add(row.valid());
                    }
                });
        return found.isEmpty() ? null : found.getFirst();
    }

    /**
     * The last place that was ever given, by the ends of the chains; -1 when they cannot be read.
     */
    long lastStated() {
        List<Long> found = new ArrayList<>();
        boolean whole =
                query(
                        "select coalesce(max(last_sequence), 0) from writer where author_kind <> 'POLICY'",
                        (row, context) -> row.getLong(1),
                        found::add);
        return whole && found.size() == 1 ? found.getFirst() : -1;
    }

    /**
     * How many policies were ever adopted, by the end of their chain; -1 when it cannot be read.
     */
    long policiesStated() {
        List<Long> found = new ArrayList<>();
        boolean whole =
                query(
                        "select coalesce(sum(entries), 0) from writer where author_kind = 'POLICY'",
                        (row, context) -> row.getLong(1),
                        found::add);
        return whole && found.size() == 1 ? found.getFirst() : -1;
    }

    /**
     * Gives all rows of a query that can be read, up to the first damaged page.
     *
     * @return whether there was none
     */
    <T> boolean query(String sql, RowMapper<T> mapper, Consumer<T> taker) {
        if (handle == null) {
            return false;
        }
        try (ResultIterator<T> rows = handle.createQuery(sql).map(mapper).iterator()) {
            while (rows.hasNext()) {
                taker.accept(rows.next());
            }
            return true;
        } catch (JdbiException e) {
            // This is what damage looks like; whoever asks says what is missing.
            return false;
        }
    }

    /** A row as read, and what it is when its hash fits. */
    private record Found(long sequence, @Nullable Row valid) {}

    /**
     * Reads on.
     *
     * @return the place up to which was read; -1 at the end
     */
    private long readAfter(long from) {
        List<Found> found = new ArrayList<>();
        boolean whole =
                query(
                        COLUMNS
                                + "where sequence > "
                                + from
                                + " order by sequence limit "
                                + AT_ONCE,
                        (row, context) -> row(row),
                        found::add);
        for (long next = from + 1;
                found.isEmpty() && !whole && handle != null && next <= from + MOST_MISSING;
                next++) {
            query(COLUMNS + "where sequence = " + next, (row, context) -> row(row), found::add);
        }
        // A damaged tree may lead back to rows that were read.
        found.removeIf(row -> row.sequence() <= from);
        for (Found row : found) {
            if (row.valid() != null
                    && (read.isEmpty() || read.getLast().sequence() < row.sequence())) {
                read.add(row.valid());
            }
        }
        if (found.isEmpty()) {
            return -1;
        }
        // The place of a row that does not fit may itself be damaged: it must not lead over the
        // others.
        return read.isEmpty()
                ? Math.max(from + AT_ONCE, found.getFirst().sequence())
                : read.getLast().sequence();
    }

    private static Found row(ResultSet row) throws SQLException {
        EntryReader.Row entry = EntryReader.Row.of(row);
        String hash = row.getString(10);
        boolean fits =
                StoredEntry.isAsWritten(entry.entry(), entry.sequence(), row.getString(9), hash);
        return new Found(
                entry.sequence(), fits ? new Row(entry.sequence(), entry.entry(), hash) : null);
    }

    private static void close(@Nullable Handle opened) {
        if (opened != null) {
            opened.close();
        }
    }

    @Override
    public void close() {
        close(handle);
    }
}
