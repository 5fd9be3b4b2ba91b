package org.cytovigil.feed.csv;

import java.util.List;

/**
 * A file cannot be read as a whole; nothing of it was. The message has a line for every mistake,
 * each with file, line and reason.
 */
public final class CsvFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean recognised;

    CsvFileException(String message) {
        this(List.of(message), false);
    }

    CsvFileException(List<String> mistakes, boolean recognised) {
        super(String.join("\n", mistakes));
        this.recognised = recognised;
    }

    /** Whether it has the columns that make it a file of this kind, and only others are wrong. */
    boolean recognised() {
        return recognised;
    }
}
