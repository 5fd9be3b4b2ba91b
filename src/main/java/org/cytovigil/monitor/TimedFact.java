package org.cytovigil.monitor;

import java.time.Instant;
import org.cytovigil.clinical.Observation;

/** A fact and when it was so. */
public record TimedFact(Instant at, Observation observation) {}
