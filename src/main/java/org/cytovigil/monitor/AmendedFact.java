package org.cytovigil.monitor;

import java.time.Instant;
import org.cytovigil.clinical.Observation;
import org.jspecify.annotations.Nullable;

/**
 * A fact that was charted and does not count any more.
 *
 * @param at when it was said to have been so
 * @param was the fact as it was charted first
 * @param is what counts in its place; {@code null} when it was taken out
 * @param learned when the program learned of the change
 * @param by who made it
 * @param reason why
 */
public record AmendedFact(
        Instant at,
        Observation was,
        @Nullable Observation is,
        Instant learned,
        String by,
        String reason) {}
