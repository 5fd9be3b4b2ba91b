package org.cytovigil.ledger.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cytovigil.ledger.LedgerException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Opens a store whatever has become of it. It is checked whole first. A damaged one is kept beside
 * the new one, which is the newest sound backup together with everything that can still be read of
 * the damaged one; without a backup it is what can be read, or an empty store.
 */
// [impl->req~ledger.damage~1]
public final class StoreRecovery {
    private final SqliteFile file;
    private final Backups backups;
    private final Instant now;
    private final String stamp;

    /**
     * An open store.
     *
     * @param said what had to be done about damage and what is lost, for everybody on the unit to
     *     read; empty when the store was sound
     */
    public record Opened(JdbcLedger ledger, String said) {}

    private StoreRecovery(SqliteFile file, Instant now) {
        this.file = file;
        this.backups = new Backups(file.path());
        this.now = now;
        this.stamp = StoreBackup.STAMP.format(now);
    }

    /**
     * Opens a store, making it when there is no file and no backup of it.
     *
     * @throws LedgerException when the file is no store of this program or of a newer version of
     *     it, the folder cannot be used, the disk is full, or the store is damaged and cannot be
     *     replaced because another program has it open and it cannot be read at all
     */
    public static Opened open(Path store, Instant now) {
        return new StoreRecovery(new SqliteFile(store), now).open();
    }

    private Opened open() {
        file.requireUsable();
        try {
            Optional<String> damage = damage();
            return damage.isEmpty() ? opened() : alone(damage.get(), true);
        } catch (IOException e) {
            throw Faults.of(file.path(), "read", e);
        }
    }

    private Optional<String> damage() throws IOException {
        return new StoreInspection(file, !backups.newestFirst(now).isEmpty()).damage();
    }

    /**
     * Two programs that start at once must not both replace the store: the second would take it
     * from under the first. The file that they lock stays, because a third would lock another one.
     *
     * @param lookAgain whether another program may have mended it meanwhile
     */
    private Opened alone(String damage, boolean lookAgain) throws IOException {
        Path guard = Disk.beside(file.path(), ".mending");
        try (FileChannel channel =
                FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            return lookAgain && damage().isEmpty()
                    ? new Opened(JdbcLedger.open(file), "")
                    : recovered(damage);
        }
    }

    /**
     * An older form is brought to the present one while it is opened, and can be checked only then.
     */
    private Opened opened() throws IOException {
        boolean older = file.exists() && Schema.look(file) == Schema.State.OLDER;
        String damage;
        try {
            JdbcLedger ledger = JdbcLedger.open(file);
            damage = older ? StoreInspection.words(ledger.verify()).orElse("") : "";
            if (damage.isEmpty()) {
                return new Opened(ledger, "");
            }
            ledger.close();
        } catch (LedgerException e) {
            if (!older || !Faults.isOfTheFile(e)) {
                throw e;
            }
            damage = "its tables are damaged";
        }
        return alone(damage, false);
    }

    private Opened recovered(String damage) throws IOException {
        LoggerFactory.getLogger(StoreRecovery.class).error("the store is damaged: {}", damage);
        Path aside = Disk.beside(file.path(), ".damaged-" + stamp);
        List<Path> copies = keepWithItsLog(aside);
        if (file.exists() && !file.isUnused()) {
            copies.forEach(StoreRecovery::remove);
            return inUse(damage);
        }
        Path restored = Disk.beside(file.path(), ".restoring");
        Path scratch = Disk.beside(file.path(), ".salvaging");
        StoreBackup.discard(restored);
        StoreBackup.discard(scratch);
        try {
            SqliteFile damaged = copies.contains(aside) ? file.at(aside) : file;
            boolean isEndReadable =
                    Disk.size(damaged.path()) > 0
                            && WriteAheadLog.damage(Disk.beside(damaged.path(), "-wal")).isEmpty();
            Salvage salvage = new Salvage(FirstPage.readable(damaged, scratch), isEndReadable, now);
            Path backup = restoreNewest(salvage, restored);
            Salvage.Result result = salvage.into(file.at(restored));
            StoreBackup.swap(restored, file.path(), ".damaged-" + stamp);
            return new Opened(
                    JdbcLedger.open(file), words(damage, Files.exists(aside), backup, result));
        } finally {
            StoreBackup.discard(restored);
            StoreBackup.discard(scratch);
        }
    }

    /**
     * Copies a store that was not closed, log and all: looking whether it is in use lets SQLite
     * carry the log over into the file.
     */
    private List<Path> keepWithItsLog(Path aside) throws IOException {
        List<Path> copies = new ArrayList<>();
        if (Disk.size(Disk.beside(file.path(), "-wal")) == 0) {
            return copies;
        }
        List<String> endings = new ArrayList<>(List.of(""));
        endings.addAll(StoreBackup.COMPANIONS);
        for (String ending : endings) {
            Path from = Disk.beside(file.path(), ending);
            if (Files.exists(from)) {
                Path to = Disk.beside(aside, ending);
                copies.add(to);
                Files.copy(from, to);
                Disk.force(to);
            }
        }
        Disk.forceFolder(aside);
        return copies;
    }

    private static void remove(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw Faults.of(copy, "removed", e);
        }
    }

    /** Who has it open shows and writes it: a second screen on the damage is better than none. */
    private Opened inUse(String damage) {
        return new Opened(
                JdbcLedger.open(file),
                "The store is damaged (%s) and another program uses it. End all programs that use %s and start again: it is mended then."
                        .formatted(damage, file.path().getFileName()));
    }

    /**
     * Puts a copy of the newest backup that is sound and belongs to the same course of the store in
     * its place, and nothing when there is none.
     */
    private @Nullable Path restoreNewest(Salvage salvage, Path restored) {
        for (Path backup : backups.newestFirst(now)) {
            try {
                StoreBackup.copy(file.at(backup), restored);
                if (salvage.continues(file.at(restored))) {
                    return backup;
                }
            } catch (LedgerException e) {
                LoggerFactory.getLogger(StoreRecovery.class).error("a backup is not sound", e);
            }
            StoreBackup.discard(restored);
        }
        JdbcLedger.open(file.at(restored)).close();
        return null;
    }

    private String words(
            String damage, boolean kept, @Nullable Path backup, Salvage.Result result) {
        StringBuilder said =
                new StringBuilder("The store was damaged (").append(damage).append(")");
        said.append(
                kept
                        ? ". It is kept as %s.damaged-%s"
                                .formatted(file.path().getFileName(), stamp)
                        : "");
        said.append(
                backup == null
                        ? ", and a new one was begun; there was no sound backup."
                        : ", and the backup %s was restored.".formatted(backup.getFileName()));
        said.append(
                String.format(
                        Locale.ROOT,
                        " %d entries are there, %d of them read from the damaged file. ",
                        result.entries(),
                        result.saved()));
        return said.append(result.loss()).toString();
    }
}
