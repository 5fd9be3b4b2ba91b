package org.cytovigil.monitor;

import java.time.Instant;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Gives the entries of one stay, told in the order of the ledger, places that never fall: when an
 * entry was learned, or just after the place before it where the clock that wrote that had been
 * ahead. For deciding which of a fact and its retraction stands; whether a fact is late goes by the
 * clock itself. One thread only.
 */
// [impl->req~monitor.ledger-order~1]
public final class LedgerOrder {
    private Instant last = Instant.MIN;
    private @Nullable Instant learned;

    /** The place of the next entry; entries learned in the same instant share one. */
    public Instant next(Entry entry) {
        if (!entry.learned().equals(learned)) {
            last = entry.learned().isAfter(last) ? entry.learned() : last.plusNanos(1);
            learned = entry.learned();
        }
        return last;
    }
}
