package org.cytovigil.feed.clif;

/** Is told how far an import has read. Called on the importing thread; it must return quickly. */
@FunctionalInterface
public interface ClifProgress {
    /** Tells nobody. */
    ClifProgress NONE = (file, bytes, ofBytes, rows) -> {};

    /**
     * Reading went on: called when a table is opened, every thousand rows, and once at its end.
     *
     * @param file the file's name, without its folder
     * @param bytes how many bytes of the file, as stored, have been read
     * @param ofBytes the file's size, or -1 when it is not known
     * @param rows how many rows have been read, without the header
     */
    void read(String file, long bytes, long ofBytes, long rows);
}
