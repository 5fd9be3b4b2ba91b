package org.cytovigil.ui.handover;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Keeps a sheet as a file, whole or not at all, for the eyes of whoever saved it. */
// [impl->req~report.file~1]
public final class PaperFile {
    private PaperFile() {}

    /**
     * Writes beside the place and moves it there when all is written.
     *
     * @param replace whether a file that is there already is replaced
     * @throws FileAlreadyExistsException when there is one and it is not to be replaced
     * @throws IOException when the disk does not take it; nothing is left behind
     */
    public static void write(Path file, byte[] content, boolean replace) throws IOException {
        Path place = file.toAbsolutePath();
        Path folder = place.getParent();
        if (folder == null || Files.isDirectory(place)) {
            throw new IOException("it is a folder");
        }
        if (!replace && Files.exists(place)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        Path made = Files.createTempFile(folder, ".sheet", ".tmp", ownerOnly());
        try {
            Files.write(made, content);
            move(made, place, replace);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static void move(Path made, Path place, boolean replace) throws IOException {
        if (!replace) {
            // Fails when somebody made such a file meanwhile.
            Files.move(made, place);
            return;
        }
        try {
            Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(made, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
