package org.cytovigil.grading;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One check of a patient and when it is due.
 *
 * @param check which
 * @param last when it was done last; {@code null} for never
 * @param every how often it is asked for at this grade
 * @param due when it is due
 * @param overdue from then on it is overdue if not done
 * @param putOff who put it off and why; {@code null} when nobody did
 */
public record DueCheck(
        Check check,
        @Nullable Instant last,
        Duration every,
        Instant due,
        Instant overdue,
        @Nullable PutOffCheck putOff) {
    /** Whether it should be done by now. */
    public boolean isDue(Instant now) {
        return !due.isAfter(now);
    }

    /** Whether it is later than a round may be. */
    public boolean isOverdue(Instant now) {
        return !overdue.isAfter(now);
    }
}
