package org.cytovigil.grading;

import java.time.Duration;
import java.time.Instant;

/**
 * A check that somebody put off. It holds until its end, or until the check is done, and not while
 * the grade is above the one that stood: a sicker patient is looked at.
 *
 * @param check which
 * @param grade the lowest possible grade that stood
 * @param by who put it off
 * @param at when
 * @param reason why, in words; never blank
 * @param until when it ends by itself
 */
public record PutOffCheck(
        Check check, int grade, String by, Instant at, String reason, Instant until) {
    /**
     * The longest time: an examination or an operation; half a shift later somebody else may have
     * the patient.
     */
    public static final Duration LONGEST = Duration.ofHours(4);

    /**
     * One that would last too long ends after {@link #LONGEST}.
     *
     * @throws IllegalArgumentException when no reason is given
     */
    public PutOffCheck {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a check is put off for a reason");
        }
        Instant last = at.plus(LONGEST);
        until = until.isAfter(last) ? last : until;
    }
}
