package org.cytovigil.monitor;

import java.time.Duration;
import java.time.Instant;
import org.cytovigil.clinical.Observation;

/**
 * A fact that the program learned long after it was so.
 *
 * @param at when it was so
 * @param learned when the program learned it first
 * @param observation the fact
 */
public record LateFact(Instant at, Instant learned, Observation observation) {
    /** How much later than it was so the program learned it. */
    public Duration delay() {
        return Duration.between(at, learned);
    }
}
