package org.cytovigil.alarm;

import java.time.Instant;
import java.util.List;
import org.cytovigil.grading.AlarmPriority;

/**
 * What an alarm is about, as it stood when it was raised.
 *
 * @param kind of condition
 * @param priority how urgent
 * @param level the grade, or another count that rises with what is wrong: a higher level alarms
 *     anew
 * @param cause what happened, in words
 * @param also what else of the stay is told by this alarm, so that it is not told twice; mostly
 *     empty
 * @param raisedAt when it was so, in model time
 */
public record Condition(
        AlarmKind kind,
        AlarmPriority priority,
        int level,
        String cause,
        List<String> also,
        Instant raisedAt) {
    /** A condition that tells nothing else. */
    public Condition(
            AlarmKind kind, AlarmPriority priority, int level, String cause, Instant raisedAt) {
        this(kind, priority, level, cause, List.of(), raisedAt);
    }

    /** The same condition, telling also what belongs to it. */
    public Condition telling(List<String> others) {
        return new Condition(kind, priority, level, cause, List.copyOf(others), raisedAt);
    }

    /** The same condition, as urgent as that. */
    Condition of(AlarmPriority other) {
        return new Condition(kind, other, level, cause, also, raisedAt);
    }

    /** Whether it must be answered even after it is gone. */
    public boolean latches() {
        return kind.latches(level);
    }
}
