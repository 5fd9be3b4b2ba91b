package org.cytovigil.feed.simulator.unit;

import java.time.Instant;

/**
 * A report on its way.
 *
 * @param report what is said
 * @param due when it is sent, which may be later than what it tells of
 * @param mishap what happens on the way
 */
public record Delivery(Report report, Instant due, Mishap mishap) {
    /** What happens on the way. */
    public enum Mishap {
        NONE,
        /** It is sent once more after it was answered, with the same control id. */
        SENT_TWICE,
        /** The connection breaks before the answer comes; it is sent again on the next one. */
        CONNECTION_LOST
    }
}
