package org.cytovigil.grading;

import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.Vasopressor;
import org.jspecify.annotations.Nullable;

/**
 * The vasoactive drugs that run, and since when they run at high dose.
 *
 * @param drugs what runs, inotropes included, in the order of {@link Vasopressor}
 * @param highDoseSince since when they are certainly at high dose without a break, or {@code null}
 * @param possiblyHighDoseSince since when they may be, for want of a dose or a weight, or {@code
 *     null}
 */
public record RunningVasopressors(
        List<RunningVasopressor> drugs,
        @Nullable Instant highDoseSince,
        @Nullable Instant possiblyHighDoseSince) {
    /** Nothing runs. */
    public static final RunningVasopressors NONE = new RunningVasopressors(List.of(), null, null);
}
