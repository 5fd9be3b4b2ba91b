package org.cytovigil.monitor;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that knows when the one behind it is wrong, and says so. Safe for several threads. */
public interface TellingClock extends InstantSource {
    /**
     * What is wrong with the computer's clock, in words for the user; empty while nothing is. It is
     * found out by asking for the time.
     */
    String notice();

    /**
     * Goes on from a moment that is known to be past; nothing happens when this clock has passed
     * it.
     */
    void notBefore(Instant moment);
}
