package org.cytovigil.feed.clif;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Where the tables of a CLIF data set lie. */
public interface ClifSource {
    /** The source's name for messages, for instance the folder's path. */
    String name();

    /**
     * Opens the file of one table.
     *
     * @param table the table's name with its prefix, for instance {@code clif_vitals}
     * @return empty when the source has no file of that table; otherwise the caller closes the
     *     stream
     * @throws IOException when the file cannot be opened, or when two files claim to be that table
     */
    Optional<Table> open(String table) throws IOException;

    /**
     * The file of one table, as stored: a name ending in {@code .gz} says that it is compressed.
     *
     * @param file its name, without folder
     * @param bytes its size as stored, or -1 when it is not known
     * @param stream its bytes as stored
     */
    record Table(String file, long bytes, InputStream stream) {}

    /**
     * A folder of {@code clif_*.csv} or {@code clif_*.csv.gz} files, their names in any case.
     *
     * @throws ClifException when there is no such folder
     */
    static ClifSource folder(Path folder) {
        return new FolderSource(folder);
    }

    /**
     * The same files as resources on the class path, their names in lower case.
     *
     * @param folder the resource folder, for instance {@code assets/cases/mimic-iv-demo}
     */
    static ClifSource classPath(String folder) {
        return new ClassPathSource(folder);
    }
}
