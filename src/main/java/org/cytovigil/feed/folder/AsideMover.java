package org.cytovigil.feed.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves files that are settled aside, each with a report beside it; no name is overwritten. */
final class AsideMover {
    private static final Logger LOG = LoggerFactory.getLogger(AsideMover.class);

    private final Path folder;
    private final Disk disk;
    private final InstantSource clock;
    private final MovedFiles moved;
    private final Map<Path, Reported> reported = new HashMap<>();

    /** A report that was written before a move that failed. */
    private record Reported(Path file, String text) {}

    /**
     * What is to be said of a file that has still to be moved.
     *
     * @param digest of what was read of it; {@code null} when it was not read
     */
    record Settled(
            Disk.Look look, FileIntake.Outcome outcome, @Nullable String digest, String report) {
        boolean isTaken() {
            return outcome instanceof FileIntake.Outcome.Taken;
        }

        private boolean isAgain() {
            return outcome instanceof FileIntake.Outcome.Taken taken && !taken.isNew();
        }
    }

    AsideMover(Path folder, Disk disk, InstantSource clock) {
        this.folder = folder;
        this.disk = disk;
        this.clock = clock;
        this.moved = new MovedFiles(disk);
    }

    /** Forgets files that are no longer in the folder. */
    void retain(Set<Path> there) {
        reported.keySet().retainAll(there);
    }

    /** The report first: a file that has left the folder has its report beside it. */
    void move(Path file, Settled what) throws IOException {
        Path target = folder.resolve(what.isTaken() ? WatchedFolder.DONE : WatchedFolder.REJECTED);
        disk.makeFolder(target);
        Reported before = reported.get(file);
        if (before != null && !target.equals(before.file().getParent())) {
            // The file was changed since, and another thing came of it.
            disk.remove(before.file());
        }
        for (int number = 1; !isMoved(file, what, target, number); number++) {
            LOG.debug("there is one of that name, the next number is tried");
        }
        reported.remove(file);
    }

    private boolean isMoved(Path file, Settled what, Path target, int number) throws IOException {
        Path to = target.resolve(numbered(file, number));
        Path report = target.resolve(to.getFileName() + ".report.txt");
        if (disk.exists(to)) {
            return false;
        }
        try {
            if (disk.exists(report) && !isStanding(file, what, report)) {
                return false;
            }
            if (!disk.exists(report)) {
                disk.write(report, what.report());
                reported.put(file, new Reported(report, what.report()));
            }
            disk.move(file, to);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("another program was quicker", e);
            return false;
        }
        if (what.digest() != null) {
            moved.add(to, what.look(), what.digest(), clock.instant());
        }
        return true;
    }

    /**
     * Whether a report that is there is that of the file: left by a run that ended before the move,
     * or written before a move that failed. One that says something else by now is taken away.
     */
    private boolean isStanding(Path file, Settled what, Path report) throws IOException {
        Reported before = reported.get(file);
        if (before == null || !before.file().equals(report)) {
            return what.isAgain();
        }
        if (!before.text().equals(what.report())) {
            disk.remove(report);
        }
        return true;
    }

    /**
     * Brings files back that were written to after they were moved.
     *
     * @return where they are now, and when they were moved aside
     */
    Map<Path, Instant> broughtBack() {
        Map<Path, Instant> back = new HashMap<>();
        List<MovedFiles.Changed> changed = moved.changed(clock.instant());
        for (MovedFiles.Changed one : changed) {
            try {
                Path free = free(one.file());
                disk.move(one.file(), free);
                back.put(free, one.at());
                LOG.warn("a file was written to after it was moved aside, and is taken again");
            } catch (IOException e) {
                // Its words name the file.
                LOG.warn(
                        "a file was written to after it was moved aside, and cannot be moved back: {}",
                        e.getClass().getSimpleName());
            }
        }
        return back;
    }

    private Path free(Path moved) {
        int number = 1;
        while (disk.exists(folder.resolve(numbered(moved, number)))) {
            number++;
        }
        return folder.resolve(numbered(moved, number));
    }

    private static String numbered(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        if (number == 1) {
            return name;
        }
        return dot <= 0
                ? name + "-" + number
                : name.substring(0, dot) + "-" + number + name.substring(dot);
    }
}
