package org.cytovigil.feed;

import java.util.Optional;
import org.cytovigil.ledger.Quarantine;

/** Feeds quarantined items of one way in again; each way in has its own. */
@FunctionalInterface
public interface Refeeder {
    /**
     * Reads an item again as if it came now, and keeps what is accepted; the item is settled unless
     * it is refused as before. An interrupted call keeps nothing twice.
     *
     * @param held an item that waits
     * @return what came of it; empty when it came another way in, and then nothing was done
     * @throws org.cytovigil.ledger.LedgerException when the store fails; the item waits on then
     */
    Optional<Outcome> feed(Quarantine.Held held);

    /**
     * What came of an item.
     *
     * @param settled whether it needs nobody's look any more
     * @param waiting how many items wait in its place: itself, or those parts of it that are still
     *     refused
     * @param entries that were added
     */
    record Outcome(boolean settled, int waiting, int entries) {}
}
