package org.cytovigil.grading;

import java.time.Instant;

/**
 * A grade that a clinician set beside the computed one (Clinical basis section 5). It ends when the
 * computed grade rises above it.
 *
 * @param grade the grade set, 0 to 5
 * @param reason why
 * @param by who
 * @param at since when
 */
public record GradeOverride(int grade, String reason, String by, Instant at) {}
