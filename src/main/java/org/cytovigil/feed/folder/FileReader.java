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
}
