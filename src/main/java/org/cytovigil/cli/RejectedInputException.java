package org.cytovigil.cli;

/** What the user gave cannot be used; the message names file, place and reason. */
final class RejectedInputException extends Exception {
    private static final long serialVersionUID = 1L;

    RejectedInputException(String message) {
        super(message);
    }

    /** Passes on what the reader of the input says. */
    RejectedInputException(Exception cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
