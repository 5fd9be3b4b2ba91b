package org.cytovigil.feed.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a watched folder asks of the file system; tests put faults in its place. */
class Disk {
    /** What a file is. */
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        /** A pipe or a device, whose reading may never end. */
        OTHER
    }

    /**
     * How a file looks.
     *
     * @param bytes its size
     * @param changed when it was changed last
     */
    record Look(Kind kind, long bytes, Instant changed) {}

    void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    List<Path> list(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(found::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    /** Looks at a file itself, never through a link. */
    Look look(Path file) throws IOException {
        BasicFileAttributes found =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Kind kind = Kind.OTHER;
        if (found.isSymbolicLink()) {
            kind = Kind.LINK;
        } else if (found.isDirectory()) {
            kind = Kind.FOLDER;
        } else if (found.isRegularFile()) {
            kind = Kind.FILE;
        }
        return new Look(kind, found.size(), found.lastModifiedTime().toInstant());
    }

    /** At most so many bytes of a file, even if it grows meanwhile; never through a link. */
    byte[] read(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(most);
        }
    }

    boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes a new file, and forces it to the disk; there is none when that fails. */
    void write(Path file, String text) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        }
    }

    void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Moves a file to where there is none. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to);
    }
}
