package org.cytovigil.alarm;

import java.time.Duration;
import java.time.Instant;

/**
 * Settings of one kind of alarm that are others for one patient, for a while.
 *
 * @param kind which
 * @param change in what they differ from the unit's
 * @param by who decided it
 * @param at from when
 * @param reason why, in words
 * @param until when it ends by itself
 */
public record AlarmAdjustment(
        AlarmKind kind, AlarmChange change, String by, Instant at, String reason, Instant until) {
    /**
     * The longest time. Who decided it may be off duty for a week, and the severest CRS is over by
     * then: what is still right is decided anew.
     */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** One that would last too long ends after {@link #LONGEST}. */
    public AlarmAdjustment {
        Instant last = at.plus(LONGEST);
        until = until.isAfter(last) ? last : until;
    }
}
