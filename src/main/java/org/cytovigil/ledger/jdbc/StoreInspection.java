package org.cytovigil.ledger.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Looks whether a store is damaged before anybody opens it; changes nothing of it. What is no store
 * of this program, or one of a newer version, is not damaged: opening refuses it.
 */
// [impl->req~ledger.damage~1]
final class StoreInspection {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] MARK = "CyVg".getBytes(StandardCharsets.ISO_8859_1);
    private static final int MARK_AT = 68;
    private static final int SHORTEST_DATABASE = 512;
    private static final int LOOKED_AT = 1 << 20;

    /** Of the tables' definitions, and of the list of migrations on another page. */
    private static final List<String> WORDS = List.of("entry_is_never_changed", "V1__ledger.sql");

    private final SqliteFile file;
    private final boolean hasBackups;

    /**
     * @param hasBackups whether there are backups under the name of this store
     */
    StoreInspection(SqliteFile file, boolean hasBackups) {
        this.file = file;
        this.hasBackups = hasBackups;
    }

    /**
     * What is wrong with the store, in words; empty when it is sound, is none, or is yet to be
     * made.
     *
     * @throws IOException when the file cannot be read
     */
    Optional<String> damage() throws IOException {
        Path path = file.path();
        if (Disk.size(path) == 0) {
            boolean lost = hasBackups || Disk.size(Disk.beside(path, "-wal")) > 0;
            return lost
                    ? Optional.of(file.exists() ? "the file was empty" : "the file was gone")
                    : Optional.empty();
        }
        if (!isOurs()) {
            return Optional.empty();
        }
        Optional<String> log = WriteAheadLog.damage(Disk.beside(path, "-wal"));
        return log.isPresent() ? log : damageOfTables();
    }

    private Optional<String> damageOfTables() {
        try {
            return switch (Schema.judge(file)) {
                case NEWER -> Optional.empty();
                case EMPTY, FOREIGN -> Optional.of("its first page is damaged");
                case OLDER -> misfit(false);
                case PRESENT -> misfit(true);
            };
        } catch (SQLException | JdbiException e) {
            if (Faults.isOfTheFile(e)) {
                return Optional.of("the file is damaged");
            }
            throw Faults.of(file.path(), "opened", e);
        }
    }

    /**
     * @param chains whether the chains are checked; tables of an older form are brought to the
     *     present one first
     */
    private Optional<String> misfit(boolean chains) {
        try (Handle handle = file.look()) {
            if (!chains) {
                List<String> found = SqliteFile.damage(handle);
                return found.isEmpty() ? Optional.empty() : Optional.of("the file is damaged");
            }
            return words(new Verifier(handle).verify());
        }
    }

    /** What a check found, in words; empty when nothing. */
    static Optional<String> words(Verification found) {
        return switch (found) {
            case Verification.Sound sound -> Optional.empty();
            case Verification.Damaged damaged -> Optional.of("the file is damaged");
            case Verification.Broken broken ->
                    Optional.of("entry %d: %s".formatted(broken.sequence(), broken.reason()));
        };
    }

    /**
     * Whether this is or was a store of this program, however damaged: one mark of several is
     * enough.
     */
    private boolean isOurs() throws IOException {
        if (hasBackups) {
            return true;
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file.path())) {
            start = in.readNBytes(LOOKED_AT);
        }
        boolean isStump =
                start.length < SHORTEST_DATABASE
                        && agreeing(start, 0, MAGIC) * 2 >= Math.min(MAGIC.length, start.length);
        return isStump
                || agreeing(start, MARK_AT, MARK) == MARK.length
                || WORDS.stream()
                        .anyMatch(new String(start, StandardCharsets.ISO_8859_1)::contains);
    }

    private static int agreeing(byte[] bytes, int from, byte[] mark) {
        int agreeing = 0;
        for (int i = 0; i < mark.length && from + i < bytes.length; i++) {
            agreeing += bytes[from + i] == mark[i] ? 1 : 0;
        }
        return agreeing;
    }
}
