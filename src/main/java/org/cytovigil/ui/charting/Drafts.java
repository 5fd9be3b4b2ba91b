package org.cytovigil.ui.charting;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.cytovigil.clinical.StayId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is typed and not saved, for each patient and panel, so that it outlives a closed
 * panel, and with a folder also the program. Safe for use by several threads: whatever the order in
 * which they write, what was kept last stands. Programs that share a folder have files of their
 * own, so that none overwrites what is being typed in another; what a program left that runs no
 * more is taken over by the first that asks for it.
 */
// [impl->req~ui.chart-drafts~1]
public final class Drafts implements AutoCloseable {
    private static final String AT = "at";
    private static final String FIELD = "field.";

    private static final String DRAFT = ".draft";

    private final @Nullable Path folder;
    private final DraftOwner owner = new DraftOwner();
    private final Map<String, Optional<Draft>> latest = new HashMap<>();

    private Drafts(@Nullable Path folder) {
        this.folder = folder;
    }

    /** In memory only. */
    public static Drafts inMemory() {
        return new Drafts(null);
    }

    /**
     * In files of a folder, which is made when it is needed.
     *
     * @param folder beside the store
     */
    public static Drafts in(Path folder) {
        return new Drafts(folder);
    }

    /**
     * What was typed there and not saved; a file that cannot be understood is none.
     *
     * @throws UncheckedIOException when the file is there and cannot be read
     */
    synchronized Optional<Draft> find(StayId stay, String sheet) {
        String name = name(stay, sheet);
        Optional<Draft> known = latest.get(name);
        if (known != null) {
            return known;
        }
        return folder == null ? Optional.empty() : find(folder, name);
    }

    private Optional<Draft> find(Path in, String name) {
        Optional<Draft> own = read(file(in, name));
        if (own.isPresent()) {
            return own;
        }
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(in, name + ".*" + DRAFT)) {
            for (Path file : found) {
                if (owner.isGone(in, ownerOf(file, name))) {
                    left.add(file);
                }
            }
            return takeOver(in, name, left);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of several the latest; an older one is offered when that has been dealt with. */
    private Optional<Draft> takeOver(Path in, String name, List<Path> left) throws IOException {
        Map<Path, Draft> drafts = new HashMap<>();
        left.forEach(file -> read(file).ifPresent(draft -> drafts.put(file, draft)));
        List<Path> latestFirst =
                drafts.keySet().stream()
                        .sorted(Comparator.comparing((Path file) -> at(drafts, file)).reversed())
                        .toList();
        for (Path file : latestFirst) {
            owner.hold(in);
            try {
                Files.move(file, file(in, name), StandardCopyOption.ATOMIC_MOVE);
                return Optional.ofNullable(drafts.get(file));
            } catch (NoSuchFileException e) {
                // Another program was quicker: what it took is no longer offered here.
            }
        }
        return Optional.empty();
    }

    private static Instant at(Map<Path, Draft> drafts, Path file) {
        return Objects.requireNonNull(drafts.get(file)).at();
    }

    private Path file(Path in, String name) {
        return in.resolve(name + "." + owner.id() + DRAFT);
    }

    private static String ownerOf(Path file, String name) {
        String whole = file.getFileName().toString();
        return whole.substring(name.length() + 1, whole.length() - DRAFT.length());
    }

    /** Leaves what was kept to whoever asks for it next. */
    @Override
    public synchronized void close() {
        owner.release();
    }

    /** Whether one is kept in memory, without a look at the disk. */
    synchronized boolean isKept(StayId stay, String sheet) {
        Optional<Draft> known = latest.get(name(stay, sheet));
        return known != null && known.isPresent();
    }

    /** Keeps it from now on, in memory; {@link #write} puts it on the disk. */
    synchronized void keep(StayId stay, String sheet, Draft draft) {
        latest.put(name(stay, sheet), Optional.of(draft));
    }

    /** Forgets it from now on; {@link #write} takes it from the disk. */
    synchronized void forget(StayId stay, String sheet) {
        latest.put(name(stay, sheet), Optional.empty());
    }

    /**
     * Brings the disk to what was kept or forgotten last. It waits for the disk.
     *
     * @throws UncheckedIOException when that fails
     */
    synchronized void write(StayId stay, String sheet) {
        String name = name(stay, sheet);
        Optional<Draft> draft = latest.get(name);
        if (folder == null || draft == null) {
            return;
        }
        try {
            if (draft.isEmpty()) {
                Files.deleteIfExists(file(folder, name));
            } else {
                Files.createDirectories(folder);
                owner.hold(folder);
                write(file(folder, name), draft.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path to, Draft draft) throws IOException {
        Properties lines = new Properties();
        lines.setProperty(AT, draft.at().toString());
        draft.texts().forEach((id, text) -> lines.setProperty(FIELD + id, text));
        StringWriter text = new StringWriter();
        lines.store(text, null);
        Path beside = to.resolveSibling(to.getFileName() + ".new");
        try (FileChannel file =
                FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Optional<Draft> read(Path file) {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(Files.readString(file)));
            Map<String, String> texts = new HashMap<>();
            for (String key : lines.stringPropertyNames()) {
                if (key.startsWith(FIELD)) {
                    texts.put(key.substring(FIELD.length()), lines.getProperty(key));
                }
            }
            return Optional.of(new Draft(Instant.parse(lines.getProperty(AT, "")), texts));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            // No draft was written so; there is nothing to be offered.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names nobody: the stay's id may be a number that a hospital gave. */
    private static String name(StayId stay, String sheet) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(stay.value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12) + "-" + sheet;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
