package org.cytovigil.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.cytovigil.monitor.Heartbeat;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Remembers beside a store when a program with a screen last watched it, so that the next one can
 * say for how long nobody could see anything: the time of an empty file, which no crash can leave
 * half written. A gateway has no screen and keeps none.
 */
// [impl->req~alarm.monitor-off~1]
final class Lifeline implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Path file;
    private boolean complained;
    private @Nullable Heartbeat beating;

    Lifeline(Path store) {
        this.file = store.resolveSibling(store.getFileName() + ".watched");
    }

    /** When it was watched last; empty when it never was, or nobody can tell. */
    Optional<Instant> last() {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            complain(e);
            return Optional.empty();
        }
    }

    /** It is being watched from now on, until this is closed. */
    Lifeline start(InstantSource clock) {
        beating = new Heartbeat("lifeline", EVERY, () -> touch(clock.instant()));
        return this;
    }

    @Override
    public void close() {
        Heartbeat running = beating;
        if (running != null) {
            running.close();
        }
    }

    /** It is being watched. */
    void touch(Instant now) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            Files.setLastModifiedTime(file, FileTime.from(now));
        } catch (FileAlreadyExistsException e) {
            // Another program on the same store was quicker, and has set the time.
            return;
        } catch (IOException e) {
            complain(e);
        }
    }

    /** Once: a folder that cannot be written to stays so for a while. */
    private void complain(IOException problem) {
        if (!complained) {
            complained = true;
            LoggerFactory.getLogger(Lifeline.class)
                    .warn("the time of the last watch cannot be kept", problem);
        }
    }
}
