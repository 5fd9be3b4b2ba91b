package org.cytovigil.feed.clif;

import java.time.Instant;
import java.util.Comparator;
import org.cytovigil.ledger.Entry;

/**
 * An event that waits for its stay to be complete.
 *
 * @param at when it was so
 * @param tally the table it comes from
 * @param table that table's place among the tables
 * @param order its place among events of one time and table
 * @param line its line, or the first of them
 * @param rows how many rows it holds
 */
record Pending(
        Instant at, Tally tally, int table, int order, long line, int rows, Entry.Event event) {
    /** By time; at one time by table, then by order, then as in the file. */
    static final Comparator<Pending> IN_ORDER =
            Comparator.comparing(Pending::at)
                    .thenComparingInt(Pending::table)
                    .thenComparingInt(Pending::order)
                    .thenComparingLong(Pending::line);
}
