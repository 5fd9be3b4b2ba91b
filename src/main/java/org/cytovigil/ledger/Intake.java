package org.cytovigil.ledger;

/**
 * Takes in foreign data, so that what a sender is told to be accepted is on disk. Safe for use by
 * several threads, which share the cost of a commit.
 */
public interface Intake {
    /**
     * Keeps a batch whole, durable on return; every subscriber has been told of its entries.
     *
     * @return whether it is new; {@code false} when a batch of the same receipt was kept before,
     *     and then nothing was added
     * @throws LedgerException when it could not be made durable; nothing of it was added then
     */
    boolean take(Batch batch);
}
