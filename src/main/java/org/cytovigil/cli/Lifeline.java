package org.cytovigil.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Remembers beside a store when a program last watched it, so that the next one can say for how
 * long nobody did: the time of an empty file, which no crash can leave half written.
 */
// [impl->req~alarm.monitor-off~1]
final class Lifeline {
    private final Path file;
    private boolean complained;

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
