package org.cytovigil.ledger.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.Quarantine;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what can still be read of a damaged store into a new one. Every entry carries a hash over
 * its own content, place and predecessor: one that fits is as it was written, whatever is damaged
 * around it. Where none is missing the new entries have the places and hashes of the old ones.
 */
// [impl->req~ledger.damage~1]
final class Salvage {
    private static final Author RECOVERY = new Author(Author.Kind.IMPORT, "recovery");
    private static final int ROWS_AT_ONCE = 5_000;

    private final SqliteFile damaged;
    private final boolean isEndReadable;
    private final Instant now;

    /**
     * What came of it.
     *
     * @param entries in the new store
     * @param saved those of them that came from the damaged one
     * @param loss what is missing, in words
     */
    record Result(long entries, long saved, String loss) {}

    /**
     * @param isEndReadable whether the file can tell by itself where its entries ended
     */
    Salvage(SqliteFile damaged, boolean isEndReadable, Instant now) {
        this.damaged = damaged;
        this.isEndReadable = isEndReadable;
        this.now = now;
    }

    /**
     * Whether the damaged store went on from that sound one: where both have an entry it is the
     * same. Backups of a course that was given up, because an older backup was restored, do not.
     */
    boolean continues(SqliteFile sound) {
        try (Handle from = sound.open();
                DamagedRows rows = new DamagedRows(damaged)) {
            DamagedRows.Row common = rows.lastUpTo(lastSequence(from));
            return common == null || common.hash().equals(hash(from, common.sequence()));
        }
    }

    private static long lastSequence(Handle handle) {
        return handle.createQuery("select coalesce(max(sequence), 0) from entry")
                .mapTo(Long.class)
                .one();
    }

    private static String hash(Handle handle, long sequence) {
        return handle.createQuery("select hash from entry where sequence = ?")
                .bind(0, sequence)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    /**
     * Adds to a store what it lacks.
     *
     * @param to a store that the damaged one continues, or an empty one
     */
    Result into(SqliteFile to) {
        try (Handle handle = to.open();
                DamagedRows rows = new DamagedRows(damaged)) {
            long before = lastSequence(handle);
            Losses losses = new Losses(before, lastLearned(handle), now);
            long saved = entries(handle, rows, before, losses);
            losses.end(isEndReadable ? rows.lastStated() : -1);
            String policies = policies(handle, rows);
            quarantine(handle, rows);
            receipts(handle, rows, losses.from());
            SqliteFile.checkpoint(handle);
            return new Result(lastSequence(handle), saved, losses.words() + policies);
        } catch (JdbiException e) {
            throw Faults.of(to.path(), "restored", e);
        }
    }

    private static Instant lastLearned(Handle handle) {
        return Instant.ofEpochMilli(
                handle.createQuery(
                                "select coalesce((select learned_at from entry order by sequence desc limit 1), 0)")
                        .mapTo(Long.class)
                        .one());
    }

    private long entries(Handle handle, DamagedRows rows, long before, Losses losses) {
        EntryWriter writer = new EntryWriter(handle);
        Set<String> admitted =
                new HashSet<>(
                        handle.createQuery("select stay from entry where kind = 'admitted'")
                                .mapTo(String.class)
                                .list());
        List<StoredEntry> saved = new ArrayList<>();
        long count = 0;
        DamagedRows.Row row = rows.after(before);
        while (row != null) {
            StoredEntry entry = row.entry();
            losses.saved(row.sequence(), Instant.ofEpochMilli(entry.learnedAt()));
            if (admitted.add(entry.stay()) && !entry.kind().equals("admitted")) {
                saved.add(admission(entry));
            }
            saved.add(entry);
            count++;
            if (saved.size() >= ROWS_AT_ONCE) {
                write(writer, saved, List.of());
                saved.clear();
            }
            row = rows.after(row.sequence());
        }
        write(writer, saved, List.of());
        return count;
    }

    /** A patient whose admission is lost must still be seen, by the identifier of the stay. */
    private StoredEntry admission(StoredEntry first) {
        Instant at = Instant.ofEpochMilli(Math.min(first.happenedAt(), first.learnedAt()));
        Stay stay =
                new Stay(
                        new StayId(first.stay()),
                        new Patient(
                                "NAME LOST, stay " + first.stay(),
                                "",
                                null,
                                null,
                                Patient.Baseline.NONE),
                        null,
                        at,
                        null,
                        "",
                        Stay.Origin.LIVE);
        try {
            return StoredEntry.of(
                    new Entry(stay.id(), at, now, RECOVERY, new Entry.Admitted(stay)));
        } catch (JsonProcessingException e) {
            throw new LedgerException("An admission could not be written anew.", e);
        }
    }

    private static void write(
            EntryWriter writer, List<StoredEntry> rows, List<Quarantine.Item> items) {
        if (!rows.isEmpty() || !items.isEmpty()) {
            writer.write(List.of(new Pending(List.of(), List.copyOf(rows), items, null)));
        }
    }

    /** What is to be said of policies that are missing; empty when none is. */
    private static String policies(Handle handle, DamagedRows rows) {
        PolicyTable table = new PolicyTable(handle);
        SqliteFile.write(handle, () -> PolicyTable.readable(rows).forEach(table::addMissing));
        long stated = rows.policiesStated();
        if (stated >= 0 && stated <= table.count()) {
            return "";
        }
        return " An adopted site policy may be missing: see which one is in force, and adopt it again.";
    }

    private static void quarantine(Handle handle, DamagedRows rows) {
        long before =
                handle.createQuery("select coalesce(max(sequence), 0) from quarantine")
                        .mapTo(Long.class)
                        .one();
        List<Quarantine.Item> items = new ArrayList<>();
        rows.query(
                "select received_at, source, line, reason, raw from quarantine where settled_at is null and sequence > "
                        + before
                        + " order by sequence",
                (row, context) -> item(row),
                item -> {
                    if (Stream.of(item.source(), item.reason(), item.raw())
                            .noneMatch(Objects::isNull)) {
                        items.add(item);
                    }
                });
        write(new EntryWriter(handle), List.of(), items);
    }

    private static Quarantine.Item item(ResultSet row) throws SQLException {
        return new Quarantine.Item(
                Instant.ofEpochMilli(row.getLong(1)),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5));
    }

    /**
     * A receipt bars the message from being taken in again: those of the time of which something is
     * missing are left out, so that senders can send it again.
     */
    private static void receipts(Handle handle, DamagedRows rows, @Nullable Instant lostFrom) {
        long before = lostFrom == null ? Long.MAX_VALUE : lostFrom.toEpochMilli();
        SqliteFile.write(
                handle,
                () ->
                        rows.query(
                                "select sender, control_id, digest, received_at from receipt",
                                (row, context) ->
                                        new Object[] {
                                            row.getString(1),
                                            row.getString(2),
                                            row.getString(3),
                                            row.getLong(4)
                                        },
                                receipt -> {
                                    if (Stream.of(receipt).noneMatch(Objects::isNull)
                                            && (long) receipt[3] < before) {
                                        handle.execute(
                                                "insert into receipt (sender, control_id, digest, received_at) values (?, ?, ?, ?)"
                                                        + " on conflict do nothing",
                                                receipt);
                                    }
                                }));
    }
}
