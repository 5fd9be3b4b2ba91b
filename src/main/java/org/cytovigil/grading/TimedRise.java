package org.cytovigil.grading;

import java.time.Instant;

/**
 * A rise of the grade that comes by time alone if nothing changes: a high dose that will have run
 * long enough.
 *
 * @param at when
 * @param to the grade from then on
 */
public record TimedRise(Instant at, GradeRange to) {}
