package org.cytovigil.ledger.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cytovigil.ledger.LedgerException;

/**
 * The backups that the program makes of a store by itself, in the folder {@code backups} beside it.
 * Programs that share a store share them. One thread at a time.
 */
// [impl->req~ledger.automatic-backup~1]
public final class Backups {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** What a program that was ended in the middle of a backup left is not touched before. */
    private static final Duration UNFINISHED = Duration.ofHours(1);

    private final Path store;
    private final Path folder;

    /** The backups of a store, whether there are any or not. */
    public Backups(Path store) {
        this.store = store.toAbsolutePath().normalize();
        this.folder = this.store.resolveSibling("backups");
    }

    /** Where they are; the folder is made with the first of them. */
    public Path folder() {
        return folder;
    }

    private record Dated(Path file, Instant at) {}

    /**
     * The backups, the newest first, and last those dated in the future, which a clock that was
     * wrong has left.
     *
     * @throws LedgerException when the folder cannot be read
     */
    public List<Path> newestFirst(Instant now) {
        return dated(now).stream().map(Dated::file).toList();
    }

    private List<Dated> dated(Instant now) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String start = store.getFileName() + ".";
        List<Dated> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(start)) {
                    StoreBackup.moment(name.substring(start.length()))
                            .ifPresent(at -> found.add(new Dated(file, at)));
                }
            }
        } catch (IOException e) {
            throw Faults.of(folder, "read", e);
        }
        Instant latest = now.plus(CLOCKS_DIFFER);
        found.sort(
                Comparator.comparing((Dated one) -> one.at().isAfter(latest))
                        .thenComparing(Dated::at, Comparator.reverseOrder()));
        return found;
    }

    /**
     * Makes a backup when the newest one is older than that, and then removes the oldest ones. It
     * is read back and checked before it counts, so that this is also a check of the whole store.
     *
     * @param every how old the newest one may be
     * @param kept how many stay; at least 1
     * @return the new one; empty when none was due
     * @throws LedgerException when none could be made, because the store is damaged, the disk has
     *     not enough space, or any other reason; those that are there stay then
     */
    public Optional<Path> keep(Duration every, int kept, Instant now) {
        List<Dated> before = dated(now);
        if (!before.isEmpty()
                && Duration.between(before.getFirst().at(), now).abs().compareTo(every) < 0) {
            return Optional.empty();
        }
        requireSpace();
        Path made = folder.resolve(store.getFileName() + "." + StoreBackup.STAMP.format(now));
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
                Disk.forceFolder(folder);
            }
            removeUnfinished(now);
            StoreBackup.copy(store, made);
            for (Dated old : before.subList(Math.min(kept - 1, before.size()), before.size())) {
                Files.deleteIfExists(old.file());
            }
        } catch (IOException e) {
            throw Faults.of(made, "written", e);
        }
        return Optional.of(made);
    }

    /** A backup must not be what fills the disk. */
    private void requireSpace() {
        Path at = Files.isDirectory(folder) ? folder : store;
        long needed = Disk.size(store) + Disk.size(Disk.beside(store, "-wal"));
        if (DiskSpace.of(at).usable() < needed + DiskSpace.of(at).least()) {
            throw new LedgerException(
                    "There is not enough space for a backup of the store %s (%d MB). Free some space."
                            .formatted(store, needed / 1_000_000 + 1));
        }
    }

    private void removeUnfinished(Instant now) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(store.getFileName() + ".")
                        && name.contains(".unfinished")
                        && Files.getLastModifiedTime(file)
                                .toInstant()
                                .isBefore(now.minus(UNFINISHED))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
