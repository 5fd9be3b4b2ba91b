package org.cytovigil.feed.casefile;

/** A case file could not be read; the message names the file, the place in it and the reason. */
public final class CaseFileException extends Exception {
    private static final long serialVersionUID = 1L;

    public CaseFileException(String message) {
        super(message);
    }

    public CaseFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
