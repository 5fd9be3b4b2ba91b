package org.cytovigil.ui.charting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One keeper of drafts in a folder, known to others by a file that it holds locked: however the
 * program ends, the lock ends with it. Not for several threads at a time.
 */
final class DraftOwner {
    private static final String SUFFIX = ".owner";

    /**
     * Those of this program. Their files must not be opened to look: on POSIX systems to close a
     * file gives up every lock that the program has on it.
     */
    private static final Set<String> HERE = ConcurrentHashMap.newKeySet();

    private final String id = UUID.randomUUID().toString();
    private @Nullable FileChannel held;
    private @Nullable Path file;

    /** Names the owner's files, and nobody. */
    String id() {
        return id;
    }

    /** Shows others that this one is there, from the first draft on. */
    void hold(Path folder) throws IOException {
        if (held != null) {
            return;
        }
        Path mine = folder.resolve(id + SUFFIX);
        HERE.add(id);
        FileChannel channel =
                FileChannel.open(mine, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        held = channel;
        file = mine;
    }

    /** Whether that owner runs no more. */
    boolean isGone(Path folder, String other) throws IOException {
        Path theirs = folder.resolve(other + SUFFIX);
        if (HERE.contains(other)) {
            return false;
        }
        if (!Files.exists(theirs)) {
            return true;
        }
        boolean gone;
        try (FileChannel channel = FileChannel.open(theirs, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            gone = lock != null;
        }
        if (gone) {
            Files.deleteIfExists(theirs);
        }
        return gone;
    }

    /** Is there no more. */
    void release() {
        try {
            if (held != null) {
                held.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held = null;
            file = null;
            HERE.remove(id);
        }
    }
}
