package org.cytovigil.ledger;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
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
     * The entries of one stay about what was so between two moments, both included, in the order in
     * which they were added. Moments are told apart by the millisecond.
     *
     * @param from goes by {@link Entry#at}
     * @return empty for an unknown stay, and when {@code to} is before {@code from}
     */
    List<Entry> entriesOf(StayId stay, Instant from, Instant to);

    /**
     * Has a listener told of every later append, on an appending thread or on one that calls {@link
     * #catchUp}, one after the other in the order of the ledger; it must return quickly. What is
     * appended while the subscription begins may be told besides standing in {@link #entriesOf}.
     *
     * @return ends the subscription
     */
    Runnable subscribe(Consumer<List<Entry>> listener);

    /**
     * Looks for what other programs have appended, and has every subscriber told of it. Cheap when
     * there is nothing: it is meant to be called many times a second. What comes in while another
     * thread appends may have to wait for the next call.
     *
     * @throws LedgerException when the store could not be read, or holds an entry that this program
     *     cannot read; subscribers have been told of the others
     */
    void catchUp();

    /**
     * Has a listener told of every later append that the disk did not take, on the appending thread
     * and before the append throws. Nothing of it is in the ledger; who offered it will offer it
     * again. A ledger that keeps nothing on a disk tells of none.
     *
     * @return ends the subscription
     */
    default Runnable subscribeFailures(BiConsumer<List<Entry>, LedgerException> listener) {
        return () -> {};
    }

    /**
     * Tries whether an append could be made durable at this moment.
     *
     * @throws LedgerException when it could not
     */
    default void requireWritable() {}

    /** Ends the use of the ledger; what was appended stays. */
    @Override
    void close();
}
