package org.cytovigil.feed.clif;

/**
 * What was offered is no CLIF folder; the message says which folder, what is wrong with it and what
 * is needed.
 */
public final class ClifException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClifException(String message) {
        super(message);
    }
}
