package org.cytovigil.ledger.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private StoreBackup() {}

    /**
     * Copies a store as it is at one moment into a new file, while others go on reading and writing
     * it. The copy is complete and on the disk on return, or is not there.
     *
     * @return how many entries the copy has
     * @throws LedgerException when the store is none or not sound, the file is there already, or
     *     the copy failed
     */
    public static long copy(Path store, Path copy) {
        SqliteFile from = existing(store);
        SqliteFile to = new SqliteFile(copy);
        if (to.exists()) {
            throw new LedgerException(
                    "The file %s is there already. Name a new one.".formatted(to.path()));
        }
        to.requireUsable();
        Path unfinished = beside(to.path(), ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            writeCopy(from, unfinished);
            long entries = requireSound(unfinished);
            Files.move(unfinished, to.path(), StandardCopyOption.ATOMIC_MOVE);
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
        SqliteFile to = new SqliteFile(store);
        if (to.exists() && !replace) {
            throw new LedgerException(
                    "There is a store %s already. With --replace it is put aside and kept."
                            .formatted(to.path()));
        }
        to.requireUsable();
        Path unfinished = beside(to.path(), ".restoring");
        discard(unfinished);
        try {
            copy(backup, unfinished);
            return swap(unfinished, to, STAMP.format(now));
        } catch (IOException e) {
            throw Faults.of(to.path(), "restored", e);
        } finally {
            discard(unfinished);
        }
    }

    private static SqliteFile existing(Path path) {
        SqliteFile file = new SqliteFile(path);
        if (!file.exists() || Schema.look(file) == Schema.State.EMPTY) {
            throw new LedgerException(
                    "There is no store %s. Name the file of a store.".formatted(file.path()));
        }
        return file;
    }

    /** A snapshot of one moment, without what the file has unused. */
    private static void writeCopy(SqliteFile from, Path copy) throws IOException {
        try (Handle handle = from.open()) {
            handle.execute("vacuum into ?", copy.toString());
        } catch (JdbiException e) {
            throw Faults.of(from.path(), "copied", e);
        }
        try (FileChannel file = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }

    private static long requireSound(Path copy) {
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
     * The store first gets out of the way, its write-ahead log with it: a log that stayed would be
     * read into the restored file.
     */
    private static List<Path> swap(Path restored, SqliteFile store, String stamp)
            throws IOException {
        List<Path> aside = new ArrayList<>();
        if (store.exists()) {
            requireUnused(store);
        }
        List<String> endings = new ArrayList<>(List.of(""));
        endings.addAll(COMPANIONS);
        for (String ending : endings) {
            Path old = beside(store.path(), ending);
            if (Files.exists(old)) {
                Path kept = beside(store.path(), ".before-" + stamp + ending);
                Files.move(old, kept);
                aside.add(kept);
            }
        }
        Files.move(restored, store.path(), StandardCopyOption.ATOMIC_MOVE);
        return aside;
    }

    /** A program that has the store open would go on writing into the file that was put aside. */
    private static void requireUnused(SqliteFile store) {
        if (!store.isUnused()) {
            throw new LedgerException(
                    "The store %s is in use. End the programs that have it open, and try again."
                            .formatted(store.path()));
        }
    }

    private static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
            for (String companion : COMPANIONS) {
                Files.deleteIfExists(beside(unfinished, companion));
            }
        } catch (IOException e) {
            throw Faults.of(unfinished, "removed", e);
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
