package org.cytovigil.ledger.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cytovigil.ledger.LedgerException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Copies stores, from and to files of their own. A copy is only kept once it was read back and its
 * chains were found sound.
 */
// [impl->req~ledger.backup~1]
public final class StoreBackup {
    /** What SQLite keeps beside a store that is open or was not closed. */
    static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

    static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private StoreBackup() {}

    /** The moment that a name was stamped with; empty when it is no stamp. */
    static Optional<Instant> moment(String stamp) {
        try {
            return Optional.of(STAMP.parse(stamp, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Copies a store as it is at one moment into a new file, while others go on reading and writing
     * it. The copy is complete and on the disk on return, or is not there.
     *
     * @return how many entries the copy has
     * @throws LedgerException when the store is none or not sound, the file is there already, or
     *     the copy failed
     */
    public static long copy(Path store, Path copy) {
        return copy(new SqliteFile(store), copy);
    }

    static long copy(SqliteFile from, Path copy) {
        requireStore(from);
        SqliteFile to = from.at(copy);
        if (to.exists()) {
            throw new LedgerException(
                    "The file %s is there already. Name a new one.".formatted(to.path()));
        }
        to.requireUsable();
        Path unfinished = Disk.beside(to.path(), ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            writeCopy(from, unfinished);
            long entries = requireSound(from.at(unfinished));
            Disk.move(unfinished, to.path());
            return entries;
        } catch (IOException e) {
            throw Faults.of(to.path(), "written", e);
        } finally {
            discard(unfinished);
        }
    }

    /**
     * Puts a copy of a backup in the place of a store. What was there is kept beside it.
     *
     * @param replace whether a store may be there
     * @param now names what is put aside
     * @return the names of the files that were put aside; empty when nothing was there
     * @throws LedgerException when the backup is none or not sound, a store is there and must not
     *     be replaced or is in use, or the disk failed; the store is as it was then
     */
    public static List<Path> restore(Path backup, Path store, boolean replace, Instant now) {
        return restore(backup, new SqliteFile(store), replace, now);
    }

    static List<Path> restore(Path backup, SqliteFile to, boolean replace, Instant now) {
        if (to.exists() && !replace) {
            throw new LedgerException(
                    "There is a store %s already. With --replace it is put aside and kept."
                            .formatted(to.path()));
        }
        to.requireUsable();
        Path unfinished = Disk.beside(to.path(), ".restoring");
        discard(unfinished);
        try {
            copy(to.at(backup), unfinished);
            if (to.exists()) {
                requireUnused(to);
            }
            return swap(unfinished, to.path(), ".before-" + STAMP.format(now));
        } catch (IOException e) {
            throw Faults.of(to.path(), "restored", e);
        } finally {
            discard(unfinished);
        }
    }

    private static void requireStore(SqliteFile file) {
        if (!file.exists() || Schema.look(file) == Schema.State.EMPTY) {
            throw new LedgerException(
                    "There is no store %s. Name the file of a store.".formatted(file.path()));
        }
    }

    /** A snapshot of one moment, without what the file has unused. */
    private static void writeCopy(SqliteFile from, Path copy) throws IOException {
        try (Handle handle = from.open()) {
            handle.execute("vacuum into ?", copy.toString());
        } catch (JdbiException e) {
            throw Faults.of(from.path(), "copied", e);
        }
        Disk.force(copy);
    }

    private static long requireSound(SqliteFile copy) {
        try (JdbcLedger ledger = JdbcLedger.openExisting(copy)) {
            return switch (ledger.verify()) {
                case Verification.Sound sound -> sound.entries();
                case Verification.Broken broken ->
                        throw new LedgerException(
                                "It was not copied: entry %d of the store does not fit its chain: %s."
                                        .formatted(broken.sequence(), broken.reason()));
                case Verification.Damaged damaged ->
                        throw new LedgerException(
                                "It was not copied: the store is damaged: %s."
                                        .formatted(damaged.reason()));
            };
        }
    }

    /**
     * Puts a file in the place of a store that nobody uses. What was there is kept beside it, its
     * write-ahead log too: a log that stayed would be read into the restored file. The store keeps
     * its name until the other has it, so that a power cut leaves the one or the other.
     *
     * @param ending of the names of what is kept
     */
    static List<Path> swap(Path restored, Path store, String ending) throws IOException {
        List<Path> aside = new ArrayList<>();
        Path kept = Disk.beside(store, ending);
        if (Files.exists(store) && !Files.exists(kept)) {
            keep(store, kept);
            aside.add(kept);
        }
        for (String companion : COMPANIONS) {
            Path old = Disk.beside(store, companion);
            Path oldKept = Disk.beside(kept, companion);
            if (Files.exists(old) && !Files.exists(oldKept)) {
                Files.move(old, oldKept);
                aside.add(oldKept);
            } else {
                Files.deleteIfExists(old);
            }
        }
        Disk.move(restored, store);
        return aside;
    }

    private static void keep(Path store, Path kept) throws IOException {
        try {
            Files.createLink(kept, store);
        } catch (UnsupportedOperationException | IOException e) {
            // This file system knows no second names.
            Files.move(store, kept);
        }
    }

    /** A program that has the store open would go on writing into the file that was put aside. */
    static void requireUnused(SqliteFile store) {
        if (!store.isUnused()) {
            throw new LedgerException(
                    "The store %s is in use. End the programs that have it open, and try again."
                            .formatted(store.path()));
        }
    }

    static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
            for (String companion : COMPANIONS) {
                Files.deleteIfExists(Disk.beside(unfinished, companion));
            }
        } catch (IOException e) {
            throw Faults.of(unfinished, "removed", e);
        }
    }
}
