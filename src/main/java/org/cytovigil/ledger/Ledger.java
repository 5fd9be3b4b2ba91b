package org.cytovigil.ledger;

import java.util.List;
import java.util.function.Consumer;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;

/**
 * The record of everything that happened, to which entries are only ever added. Safe for use by
 * several threads.
 */
public interface Ledger extends AutoCloseable {
    /**
     * Adds entries, all or none. On return they are durable and every subscriber has been told, in
     * the order in which they were added.
     *
     * @throws LedgerException when they could not be made durable; nothing was added then
     */
    void append(List<Entry> entries);

    /**
     * The stays that were admitted, in the order of their admission to the ledger; empty when there
     * are none.
     */
    List<Stay> stays();

    /** All entries of one stay in the order in which they were added; empty for an unknown stay. */
    List<Entry> entriesOf(StayId stay);

    /**
     * Has a listener told of every later append, on an appending thread, one append after the
     * other; it must return quickly.
     *
     * @return ends the subscription
     */
    Runnable subscribe(Consumer<List<Entry>> listener);

    /** Ends the use of the ledger; what was appended stays. */
    @Override
    void close();
}
