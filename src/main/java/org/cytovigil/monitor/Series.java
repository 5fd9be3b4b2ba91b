package org.cytovigil.monitor;

import java.util.List;

/** Values of one parameter in time order; immutable and safe to read from any thread. */
public final class Series {
    /** No values. */
    public static final Series EMPTY =
            new Series(new long[0], new double[0], new short[0], 0, Extremes.NONE, List.of(""));

    private final long[] times;
    private final double[] values;
    private final short[] tellers;
    private final int size;
    private final Extremes extremes;
    private final List<String> names;

    Series(
            long[] times,
            double[] values,
            short[] tellers,
            int size,
            Extremes extremes,
            List<String> names) {
        this.times = times;
        this.values = values;
        this.tellers = tellers;
        this.size = size;
        this.extremes = extremes;
        this.names = names;
    }

    public int size() {
        return size;
    }

    /** The time of value {@code i} in milliseconds since 1970 UTC. */
    public long time(int i) {
        return times[i];
    }

    public double value(int i) {
        return values[i];
    }

    /** Who or what says that value {@code i} was so; empty when nobody knows. */
    public String teller(int i) {
        return names.get(tellers[i]);
    }

    /** The index of the last value at or before {@code time}; -1 when there is none. */
    public int lastAt(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /**
     * The index of the lowest value of a stretch, the first of equals. Costs the same however long
     * the stretch is, but for the logarithm.
     *
     * @param from the first index, at least 0
     * @param to the last index, at least {@code from} and below {@link #size}
     */
    public int least(int from, int to) {
        return extremes.least(values, from, to);
    }

    /** The index of the highest value of a stretch, as {@link #least}. */
    public int most(int from, int to) {
        return extremes.most(values, from, to);
    }

    /**
     * The longest time between two neighbours of a stretch in milliseconds; 0 for a single value.
     * Costs as {@link #least}.
     */
    public long longestGap(int from, int to) {
        return extremes.longestGap(times, from, to);
    }
}
