package org.cytovigil.ui.trend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Set values, each holding until the next, cut to the visible stretch of time. */
final class Steps {
    private Steps() {}

    /**
     * A value that was set and holds.
     *
     * @param from when it was set
     * @param confirmedUntil until when its charting vouches for it, at most {@code to}
     * @param to when the next was set, or the present
     */
    record Held<T>(T value, long from, long confirmedUntil, long to) {}

    /**
     * The values held at some visible moment up to the present, oldest first. Costs a binary search
     * and the visible steps.
     *
     * @param steps in the order of time
     * @param holds for how many milliseconds a charting vouches for the value
     */
    static <T> List<Held<T>> visible(
            List<T> steps, Function<T, Instant> at, TimeAxis axis, long now, long holds) {
        List<Held<T>> held = new ArrayList<>();
        long end = Math.min(axis.to(), now);
        for (int i = Math.max(0, lastAt(steps, at, axis.from())); i < steps.size(); i++) {
            long from = at.apply(steps.get(i)).toEpochMilli();
            if (from > end) {
                break;
            }
            long next =
                    i + 1 < steps.size()
                            ? at.apply(steps.get(i + 1)).toEpochMilli()
                            : Long.MAX_VALUE;
            long to = Math.min(next, now);
            held.add(new Held<>(steps.get(i), from, Math.min(to, from + holds), to));
        }
        return held;
    }

    /** The index of the last step at or before {@code time}; -1 when there is none. */
    static <T> int lastAt(List<T> steps, Function<T, Instant> at, long time) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at.apply(steps.get(middle)).toEpochMilli() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
