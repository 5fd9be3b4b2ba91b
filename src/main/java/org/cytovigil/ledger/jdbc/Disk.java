package org.cytovigil.ledger.jdbc;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Does to files what has to outlast a power cut. */
// [impl->req~ledger.power-loss~1]
final class Disk {
    private Disk() {}

    /** Waits until what was written to a file is on the disk. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Gives a file another name, at once and in the place of whatever had it. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(to);
    }

    /**
     * Waits until the names in the folder of a file are on the disk: a file that is there can still
     * lose its name. Windows opens no folders, and needs none: its file systems keep a log of
     * names.
     */
    static void forceFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || File.separatorChar == '\\') {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The same file under another name beside it: {@code unit.db} and {@code -wal}. */
    static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** How long a file is; 0 when there is none. */
    static long size(Path file) {
        return file.toFile().length();
    }
}
