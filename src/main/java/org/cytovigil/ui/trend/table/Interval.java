package org.cytovigil.ui.trend.table;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time of one row.
 *
 * @param from its first moment
 * @param to the first moment after it
 */
record Interval(Instant from, Instant to) {
    /** Whether a moment lies in it. */
    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    Duration length() {
        return Duration.between(from, to);
    }

    /**
     * The intervals of the wall clock, from the one of a first moment to the one of the last,
     * oldest first. They begin at round times of the local day: on a day whose clock is set, one
     * has another length, and an hour that comes twice is two intervals.
     *
     * @param step divides a day; at least a minute
     * @return empty when {@code last} is before {@code first}
     */
    static List<Interval> of(Duration step, Instant first, Instant last, ZoneId zone) {
        List<Interval> made = new ArrayList<>();
        if (last.isBefore(first)) {
            return made;
        }
        Instant from = begin(step, first.atZone(zone));
        while (!from.isAfter(last)) {
            Instant to = next(step, from.atZone(zone));
            made.add(new Interval(from, to));
            from = to;
        }
        return made;
    }

    private static Instant begin(Duration step, ZonedDateTime at) {
        LocalDateTime floor = floor(step, at.toLocalDateTime());
        Instant begin = ZonedDateTime.ofLocal(floor, at.getZone(), at.getOffset()).toInstant();
        // Where the clock was set back in between, the row may begin with that.
        ZoneOffsetTransition set = setBackAtAStep(step, begin, at.toInstant(), at.getZone());
        return set == null ? begin : set.getInstant();
    }

    private static Instant next(Duration step, ZonedDateTime from) {
        LocalDateTime then = floor(step, from.toLocalDateTime()).plus(step);
        Instant next = ZonedDateTime.ofLocal(then, from.getZone(), from.getOffset()).toInstant();
        ZoneOffsetTransition set =
                setBackAtAStep(step, from.toInstant(), next.minusMillis(1), from.getZone());
        return set == null ? next : set.getInstant();
    }

    /** A clock set back after one moment, up to another, to where an interval of an hour begins. */
    private static @Nullable ZoneOffsetTransition setBackAtAStep(
            Duration step, Instant after, Instant upTo, ZoneId zone) {
        if (step.compareTo(Duration.ofHours(1)) > 0) {
            return null;
        }
        ZoneOffsetTransition set = zone.getRules().nextTransition(after);
        boolean within = set != null && !set.getInstant().isAfter(upTo) && set.isOverlap();
        return within && floor(step, set.getDateTimeAfter()).equals(set.getDateTimeAfter())
                ? set
                : null;
    }

    private static LocalDateTime floor(Duration step, LocalDateTime at) {
        long seconds = at.toLocalTime().toSecondOfDay();
        return at.toLocalDate().atStartOfDay().plusSeconds(seconds - seconds % step.toSeconds());
    }
}
