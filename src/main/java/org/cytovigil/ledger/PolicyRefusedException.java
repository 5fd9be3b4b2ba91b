package org.cytovigil.ledger;

/** A policy cannot be adopted; the message says why. Nothing was changed. */
public final class PolicyRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PolicyRefusedException(String message) {
        super(message);
    }
}
