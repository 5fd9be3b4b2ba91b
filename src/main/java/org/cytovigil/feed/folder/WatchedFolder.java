package org.cytovigil.feed.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;
import org.cytovigil.feed.Sha256;
import org.cytovigil.ledger.LedgerException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files that are put into a folder, each once it has stopped growing, and moves them to
 * {@code done} or {@code rejected} with a report beside them. It finds them by listing the folder,
 * as events are lost on network shares. A file leaves the folder only after what it says is on the
 * disk; whatever goes wrong with one, it stays where it is and the others go on.
 */
// [impl->req~feed.folder~1]
public final class WatchedFolder implements AutoCloseable {
    /** Where files go that were taken. */
    public static final String DONE = "done";

    /** Where files go that were rejected. */
    public static final String REJECTED = "rejected";

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
    private static final Set<String> UNFINISHED =
            Set.of("tmp", "part", "partial", "crdownload", "filepart");

    /**
     * A file that is empty, or ends in the middle of a line, is not yet written, and one that was
     * written to after it was taken may be so again; some writers take their time.
     */
    private static final int LOOKS_AT_UNFINISHED = 15;

    private static final String WRITTEN_AFTER =
            "accepted, but the file was written to after it was taken, and was taken again as a whole";

    private final Path folder;
    private final Map<String, FileReader> readers;
    private final FileIntake intake;
    private final InstantSource clock;
    private final Disk disk;
    private final Map<Path, Seen> seen = new HashMap<>();
    private final Map<Path, AsideMover.Settled> settled = new HashMap<>();
    private final Map<Path, Instant> takenBefore = new HashMap<>();
    private final AsideMover aside;
    private final Map<Path, String> troubles = new HashMap<>();
    private volatile boolean closed;
    private volatile FolderStatus status = new FolderStatus(0, 0, 0, 0, true, null);
    private long done;
    private long rejected;
    private @Nullable Instant last;

    /** A file as it looked, and how often it has looked so. */
    private record Seen(Path file, Disk.Look look, int times) {}

    /** What was read of a file, if anything, and what came of it. */
    private record Read(FileIntake.Outcome outcome, @Nullable String digest) {}

    /**
     * Prepares a folder; it is looked at by {@link #look}.
     *
     * @param readers by the extension of a name, in lower case
     * @throws IOException when it is no folder, or the folders in it cannot be made
     */
    public WatchedFolder(
            Path folder, Map<String, FileReader> readers, FileIntake intake, InstantSource clock)
            throws IOException {
        this(folder, readers, intake, clock, new Disk());
    }

    WatchedFolder(
            Path folder,
            Map<String, FileReader> readers,
            FileIntake intake,
            InstantSource clock,
            Disk disk)
            throws IOException {
        this.folder = folder;
        this.readers = Map.copyOf(readers);
        this.intake = intake;
        this.clock = clock;
        this.disk = disk;
        this.aside = new AsideMover(folder, disk, clock);
        for (String name : List.of(DONE, REJECTED)) {
            disk.makeFolder(folder.resolve(name));
        }
    }

    /** How it is doing; may be asked by any thread. */
    public FolderStatus status() {
        return status;
    }

    /** Ends the looking after the file at hand. */
    @Override
    public void close() {
        closed = true;
    }

    /** Looks once, and takes what has not changed since the look before; by one thread only. */
    public void look() {
        boolean readable = true;
        try {
            takenBefore.putAll(aside.broughtBack());
            for (Seen file : whole(disk.list(folder))) {
                if (closed) {
                    break;
                }
                try {
                    handle(file);
                } catch (LedgerException e) {
                    // The next files would meet it too; none is lost.
                    trouble(file.file(), "the store cannot take it: " + e.getMessage());
                    break;
                }
            }
        } catch (IOException e) {
            readable = false;
            trouble(folder, "the folder cannot be read: " + reason(e));
        }
        if (readable) {
            troubles.remove(folder);
        }
        long waiting = seen.values().stream().filter(one -> isFile(one.look())).count();
        status = new FolderStatus(done, rejected, (int) waiting, troubles.size(), readable, last);
    }

    private static boolean isFile(Disk.Look look) {
        return look.kind() != Disk.Kind.FOLDER;
    }

    /** The files that look as they did before, in the order in which they were changed. */
    private List<Seen> whole(List<Path> found) {
        Set<Path> there = new HashSet<>();
        List<Seen> whole = new ArrayList<>();
        for (Path file : found) {
            if (isPassedOver(file)) {
                continue;
            }
            Seen now = seen(file);
            if (now == null) {
                continue;
            }
            there.add(file);
            boolean unfinished = now.look().bytes() == 0 || takenBefore.containsKey(file);
            int needed = unfinished ? LOOKS_AT_UNFINISHED : 2;
            if (now.look().kind() == Disk.Kind.FOLDER) {
                trouble(file, "is a folder; only files are taken");
            } else if (now.times() >= needed) {
                whole.add(now);
            }
        }
        seen.keySet().retainAll(there);
        settled.keySet().retainAll(there);
        aside.retain(there);
        takenBefore.keySet().retainAll(there);
        troubles.keySet().removeIf(file -> !there.contains(file) && !file.equals(folder));
        whole.sort(
                Comparator.comparing((Seen one) -> one.look().changed())
                        .thenComparing(one -> name(one.file())));
        return whole;
    }

    private @Nullable Seen seen(Path file) {
        try {
            Disk.Look look = disk.look(file);
            Seen before = seen.get(file);
            int times = before != null && before.look().equals(look) ? before.times() + 1 : 1;
            Seen now = new Seen(file, look, times);
            seen.put(file, now);
            return now;
        } catch (NoSuchFileException e) {
            // It went as it came: whoever put it there took it back.
            return null;
        } catch (IOException e) {
            trouble(file, "cannot be looked at: " + reason(e));
            return seen.get(file);
        }
    }

    private static boolean isPassedOver(Path file) {
        String name = name(file);
        return name.equals(DONE)
                || name.equals(REJECTED)
                || name.startsWith(".")
                || name.startsWith("~$")
                || UNFINISHED.contains(extension(name));
    }

    private void handle(Seen file) {
        AsideMover.Settled before = settled.get(file.file());
        if (before == null || !before.look().equals(file.look())) {
            Read read = read(file);
            if (read == null) {
                return;
            }
            Instant now = clock.instant();
            last = now;
            before =
                    new AsideMover.Settled(
                            file.look(),
                            read.outcome(),
                            read.digest(),
                            FileReport.of(
                                    name(file.file()),
                                    file.look().bytes(),
                                    now,
                                    takenBefore.get(file.file()),
                                    read.outcome()));
            settled.put(file.file(), before);
        }
        moveAside(file.file(), before);
    }

    /** What comes of a file; {@code null} when it has to wait. */
    private @Nullable Read read(Seen file) {
        String name = name(file.file());
        String refusal = refusal(file.look(), name);
        if (refusal != null) {
            return new Read(
                    intake.refuse(
                            name,
                            "%s: %s".formatted(name, refusal),
                            "%s %s".formatted(name, file.look()).getBytes(StandardCharsets.UTF_8)),
                    null);
        }
        byte[] content;
        try {
            content = disk.read(file.file(), (int) FileIntake.LARGEST_BYTES + 1);
            if (!disk.look(file.file()).equals(file.look())
                    || content.length != file.look().bytes()) {
                // Somebody writes to it; it is looked at anew.
                return null;
            }
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            trouble(file.file(), "cannot be read: " + reason(e));
            return null;
        }
        FileReader reader = Objects.requireNonNull(readers.get(extension(name)));
        if (file.times() < LOOKS_AT_UNFINISHED && !reader.isEnded(content)) {
            return null;
        }
        return new Read(outcome(file, content, reader), Sha256.hex(content));
    }

    private FileIntake.Outcome outcome(Seen file, byte[] content, FileReader reader) {
        String name = name(file.file());
        try {
            return intake.take(
                    name,
                    content,
                    reader,
                    takenBefore.containsKey(file.file()) ? List.of(WRITTEN_AFTER) : List.of());
        } catch (LedgerException e) {
            throw e;
        } catch (RuntimeException e) {
            // A file that the program cannot cope with must not stop those behind it.
            LOG.error("a file could not be read by a fault of the program", e);
            return intake.refuse(
                    name,
                    "%s: internal error (%s)".formatted(name, e.getClass().getSimpleName()),
                    content);
        }
    }

    private @Nullable String refusal(Disk.Look look, String name) {
        return switch (look.kind()) {
            case LINK -> "is a link, and links are not followed";
            case OTHER, FOLDER -> "is no file";
            case FILE -> {
                if (!readers.containsKey(extension(name))) {
                    yield "its name ends in none of "
                            + String.join(", ", readers.keySet().stream().sorted().toList());
                }
                yield look.bytes() > FileIntake.LARGEST_BYTES ? FileIntake.tooLarge() : null;
            }
        };
    }

    private void moveAside(Path file, AsideMover.Settled what) {
        try {
            aside.move(file, what);
        } catch (IOException e) {
            if (disk.exists(file)) {
                trouble(file, "is settled, and cannot be moved: " + reason(e));
                return;
            }
            LOG.warn("a file was taken away before it could be moved", e);
        }
        takenBefore.remove(file);
        done += what.isTaken() ? 1 : 0;
        rejected += what.isTaken() ? 0 : 1;
        settled.remove(file);
        seen.remove(file);
        troubles.remove(file);
    }

    /** Says each trouble once, and not at every look. */
    private void trouble(Path file, String what) {
        if (!what.equals(troubles.put(file, what))) {
            // Names of files are those of patients as often as not.
            CRC32 sum = new CRC32();
            sum.update(name(file).getBytes(StandardCharsets.UTF_8));
            LOG.warn("the file {}: {}", Long.toHexString(sum.getValue()), what);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String reason(IOException e) {
        // Its words name the file.
        return e.getClass().getSimpleName();
    }
}
