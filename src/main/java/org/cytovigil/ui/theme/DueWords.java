package org.cytovigil.ui.theme;

import java.time.Duration;
import java.time.Instant;
import org.cytovigil.grading.Check;
import org.cytovigil.grading.DueCheck;
import org.cytovigil.grading.Wording;

/** Checks in words. */
public final class DueWords {
    private DueWords() {}

    /** "blood pressure". */
    public static String name(Check check) {
        return Texts.of("due.check." + check.name());
    }

    /** "due in 12 min", "due 3 min ago", "overdue 32 min": always counted from when it was due. */
    public static String when(DueCheck check, Instant now) {
        Duration until = Duration.between(now, check.due());
        if (check.isOverdue(now)) {
            return Texts.of("due.overdue", Wording.duration(until.negated()));
        }
        if (check.isDue(now)) {
            return until.toMinutes() == 0
                    ? Texts.of("due.now")
                    : Texts.of("due.past", Wording.duration(until.negated()));
        }
        return Texts.of("due.in", minutesBegun(until));
    }

    /** "in 12 min", or "now". */
    public static String left(DueCheck check, Instant now) {
        return check.isDue(now)
                ? Texts.of("due.left-now")
                : Texts.of("due.left", minutesBegun(Duration.between(now, check.due())));
    }

    /** The minute that has begun counts: "in 0 min" would say that it is due. */
    private static String minutesBegun(Duration until) {
        return Wording.duration(until.plusSeconds(60).minusNanos(1));
    }
}
