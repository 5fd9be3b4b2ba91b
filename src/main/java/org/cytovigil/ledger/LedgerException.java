package org.cytovigil.ledger;

/**
 * The store could not be read or written; the message says which store, what happened and what to
 * do.
 */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerException(String message) {
        super(message);
    }

    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
