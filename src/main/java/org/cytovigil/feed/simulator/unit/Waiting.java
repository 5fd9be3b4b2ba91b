package org.cytovigil.feed.simulator.unit;

import java.time.Instant;

/** How the sender of a unit waits. */
public interface Waiting {
    /**
     * Waits for a moment.
     *
     * @return whether it has come; false when the unit is to end before it
     * @throws InterruptedException when the thread is to end
     */
    boolean until(Instant moment) throws InterruptedException;
}
