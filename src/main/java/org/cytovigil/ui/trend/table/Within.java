package org.cytovigil.ui.trend.table;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What of a list in the order of time lies where. */
final class Within {
    private Within() {}

    /** The index of the last at or before a moment; -1 when there is none. */
    static <T> int lastAt(List<T> list, Function<T, Instant> at, Instant moment) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at.apply(list.get(middle)).isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }

    /**
     * Those between two moments, both included.
     *
     * @return empty when there are none
     */
    static <T> List<T> of(List<T> list, Function<T, Instant> at, Instant from, Instant last) {
        int first = lastAt(list, at, from.minusNanos(1)) + 1;
        int end = lastAt(list, at, last) + 1;
        return first < end ? list.subList(first, end) : List.of();
    }
}
