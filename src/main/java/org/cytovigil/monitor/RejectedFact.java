package org.cytovigil.monitor;

import java.time.Instant;
import org.cytovigil.clinical.Observation;

/**
 * A fact that is kept and not graded, or not graded in whole.
 *
 * @param at when it is said to have been so
 * @param observation the fact
 * @param reason why it cannot be true
 */
public record RejectedFact(Instant at, Observation observation, String reason) {}
