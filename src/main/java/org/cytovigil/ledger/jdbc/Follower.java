package org.cytovigil.ledger.jdbc;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Finds what other programs append to the same store, so that all entries are told in the order in
 * which they stand there. Not safe for use by several threads.
 */
// [impl->req~ledger.follow~1]
final class Follower {
    /** Bounds how much of a long import is held at once. */
    private static final int ROWS_AT_ONCE = 5_000;

    private final Handle handle;
    private final EntryReader reader;
    private final Path path;

    /** Changes when another connection has committed. */
    private long version;

    /** The last entry that was told, or stood there at the beginning. */
    private long told;

    private @Nullable LedgerException unreadable;

    /**
     * Follows from now on.
     *
     * @param handle the connection that this program writes through: its own entries are no news
     */
    Follower(Handle handle, Path path) {
        this.handle = handle;
        this.reader = new EntryReader(handle);
        this.path = path;
        this.version = version();
        this.told =
                handle.createQuery("select coalesce(max(sequence), 0) from entry")
                        .mapTo(Long.class)
                        .one();
    }

    /**
     * Tells what others have appended.
     *
     * @throws LedgerException when an entry cannot be read, and then at each later call too: those
     *     after it have been told
     */
    void catchUp(Consumer<List<Entry>> tell) {
        long present = version();
        if (present != version) {
            tellUpTo(Long.MAX_VALUE, tell);
            version = present;
        }
        if (unreadable != null) {
            throw unreadable;
        }
    }

    /**
     * Tells this program's own entries, and before them what others had appended by then.
     *
     * @param first the place of the first of them
     */
    void own(long first, List<Entry> entries, Consumer<List<Entry>> tell) {
        try {
            if (first > told + 1) {
                tellUpTo(first - 1, tell);
            }
            told = first + entries.size() - 1;
        } catch (JdbiException e) {
            // They are durable already, and telling them may not fail: the next look reads from the
            // gap on, own entries once more.
            version = -1;
        }
        tell.accept(entries);
    }

    private void tellUpTo(long last, Consumer<List<Entry>> tell) {
        List<EntryReader.Row> rows;
        do {
            rows = reader.entriesAfter(told, last, ROWS_AT_ONCE);
            for (EntryReader.Row row : rows) {
                tell(row, tell);
            }
        } while (rows.size() == ROWS_AT_ONCE);
    }

    private void tell(EntryReader.Row row, Consumer<List<Entry>> tell) {
        try {
            tell.accept(EntryReader.decode(List.of(row), path));
        } catch (LedgerException e) {
            unreadable = unreadable == null ? e : unreadable;
        }
        told = row.sequence();
    }

    private long version() {
        return handle.createQuery("pragma data_version").mapTo(Long.class).one();
    }
}
