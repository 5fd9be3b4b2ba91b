package org.cytovigil.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** Every item kept, settled or not, oldest first; empty when there is none. */
    List<Held> held();

    /** What {@link #held} holds, without its numbers. */
    default List<Item> items() {
        return held().stream().map(Held::item).toList();
    }

    /** How many items are not settled. */
    default long unsettled() {
        return held().stream().filter(held -> held.settled() == null).count();
    }

    /**
     * Marks items as settled: fed again and accepted, or looked at and dismissed. They stay.
     *
     * @param numbers of items; one already settled keeps its first time
     * @throws LedgerException when that could not be kept
     */
    void settle(List<Long> numbers, Instant at);

    /**
     * An item in the quarantine.
     *
     * @param number its own, by which it is named
     * @param settled since when nobody need look at it, or {@code null} while somebody must
     */
    record Held(long number, Item item, @Nullable Instant settled) {}

    /**
     * One piece of foreign data that was not accepted.
     *
     * @param received when the program got it
     * @param source the file it came from, without its folder, or who sent it
     * @param line the line in that file, or the segment of the message, counted from 1
     * @param reason why it was not accepted, in words
     * @param raw the text as it came; of a message the part that by itself can be fed again
     */
    record Item(Instant received, String source, long line, String reason, String raw) {}
}
