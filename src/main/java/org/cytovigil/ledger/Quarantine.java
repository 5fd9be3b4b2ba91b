package org.cytovigil.ledger;

import java.util.List;

/**
 * Where foreign data waits that could not become an entry: nothing that was offered is dropped in
 * silence.
 */
public interface Quarantine {
    /**
     * Keeps items, durable on return.
     *
     * @throws LedgerException when they could not be kept
     */
    void keep(List<Item> items);

    /** Every item kept, oldest first; empty when there is none. */
    List<Item> items();

    /**
     * One piece of foreign data that was not accepted.
     *
     * @param source the file it came from, without its folder
     * @param line the line in that file, counted from 1
     * @param reason why it was not accepted, in words
     * @param raw the text as it came
     */
    record Item(String source, long line, String reason, String raw) {}
}
