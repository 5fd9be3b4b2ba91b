package org.cytovigil.feed.folder;

/** A file is refused as a whole; the message has a line for each reason, with file and place. */
public final class FileRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The reason in the words of whoever read it. */
    public FileRefusedException(Exception cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    /** A reason. */
    public FileRefusedException(String message) {
        super(message);
    }
}
