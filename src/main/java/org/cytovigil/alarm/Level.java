package org.cytovigil.alarm;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How grave a condition is at a moment: 0 when there is none. Like a grade it may be a range for
 * want of a fact: the lowest end raises, and only a fall of the highest end ends.
 *
 * @param lowest that it is at least
 * @param highest that it may be
 * @param subject of what it is the level, for kinds where that may change: a scale; else empty
 * @param since when it came about if that is earlier than the moment, or when it will by time alone
 *     if nothing else is learned; {@code null} for the moment itself
 * @param until when it ends by time alone if nothing else is learned, or {@code null}
 * @param next what it becomes by time alone if nothing else is learned, with its own {@code since};
 *     {@code null} for nothing
 * @param cause says what happened, given what was alarmed before; asked only when it is raised
 */
record Level(
        int lowest,
        int highest,
        String subject,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Level next,
        Function<Before, String> cause) {
    /** No condition. */
    static final Level NONE = new Level(0, 0, "", before -> "");

    /** Nobody can tell whether there is one. */
    static final Level UNKNOWN = new Level(0, Integer.MAX_VALUE, "", before -> "");

    /** A level that came about just now, and does not end by itself. */
    Level(int lowest, int highest, String subject, Function<Before, String> cause) {
        this(lowest, highest, subject, null, null, null, cause);
    }

    /**
     * What was alarmed before.
     *
     * @param subject of what it was the level; empty for nothing
     */
    record Before(int level, String subject) {}

    static Level of(int level, String cause) {
        return level == 0 ? NONE : new Level(level, level, "", before -> cause);
    }

    Level since(Instant begun) {
        return new Level(lowest, highest, subject, begun, until, next, cause);
    }

    Level until(Instant end) {
        return new Level(lowest, highest, subject, since, end, next, cause);
    }

    Level then(Level later) {
        return new Level(lowest, highest, subject, since, until, later, cause);
    }
}
