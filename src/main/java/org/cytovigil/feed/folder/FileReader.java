package org.cytovigil.feed.folder;

import java.time.Instant;

/** Reads files of one kind; nothing is kept by it. */
@FunctionalInterface
public interface FileReader {
    /**
     * Reads a file.
     *
     * @param name without its folder
     * @param received now
     * @throws FileRefusedException when nothing of it is to be kept
     */
    FileContent read(String name, byte[] content, Instant received) throws FileRefusedException;

    /**
     * Whether it ends as files of its kind do. One that does not may have been written to the
     * middle of a line, and its writer is given more time.
     *
     * @param content of the file, which is not empty
     */
    default boolean isEnded(byte[] content) {
        return true;
    }
}
