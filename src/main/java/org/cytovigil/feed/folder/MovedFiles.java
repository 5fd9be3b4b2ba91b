package org.cytovigil.feed.folder;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.feed.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after files that were moved aside. A writer that paused holds its file open, and goes on
 * writing to it wherever it was moved.
 */
final class MovedFiles {
    /** Few pause for longer within one file. */
    static final Duration LOOKED_AFTER = Duration.ofHours(1);

    /** So that a look stays short however many files came; the newest are the ones written to. */
    private static final int MOST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(MovedFiles.class);

    private final Disk disk;
    private final Map<Path, Moved> moved = new LinkedHashMap<>();

    /** How it looked when it was read, and what was read. */
    private record Moved(Disk.Look look, String digest, Instant at) {}

    /**
     * A file that was written to.
     *
     * @param file where it is now
     * @param at when it was moved there
     */
    record Changed(Path file, Instant at) {}

    MovedFiles(Disk disk) {
        this.disk = disk;
    }

    /**
     * Looks after one from now on.
     *
     * @param digest of what was read of it
     */
    void add(Path file, Disk.Look look, String digest, Instant at) {
        moved.remove(file);
        moved.put(file, new Moved(look, digest, at));
        if (moved.size() > MOST) {
            moved.remove(moved.keySet().iterator().next());
        }
    }

    /** Those that say something else than was read of them, of which none is looked after still. */
    List<Changed> changed(Instant now) {
        List<Changed> changed = new ArrayList<>();
        moved.values().removeIf(one -> now.isAfter(one.at().plus(LOOKED_AFTER)));
        for (Map.Entry<Path, Moved> one : List.copyOf(moved.entrySet())) {
            Path file = one.getKey();
            try {
                Disk.Look look = disk.look(file);
                if (look.equals(one.getValue().look())) {
                    continue;
                }
                if (saysTheSame(file, look, one.getValue())) {
                    moved.replace(
                            file, new Moved(look, one.getValue().digest(), one.getValue().at()));
                } else {
                    moved.remove(file);
                    changed.add(new Changed(file, one.getValue().at()));
                }
            } catch (NoSuchFileException e) {
                // Somebody cleared the folder up.
                moved.remove(file);
            } catch (IOException e) {
                LOG.debug("a file that was moved cannot be looked at now", e);
            }
        }
        return changed;
    }

    private boolean saysTheSame(Path file, Disk.Look look, Moved before) throws IOException {
        return look.bytes() == before.look().bytes()
                && Sha256.hex(disk.read(file, (int) FileIntake.LARGEST_BYTES + 1))
                        .equals(before.digest());
    }
}
