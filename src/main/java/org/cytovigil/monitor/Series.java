package org.cytovigil.monitor;

/** Values of one parameter in time order; immutable and safe to read from any thread. */
public final class Series {
    /** No values. */
    public static final Series EMPTY = new Series(new long[0], new double[0], 0);

    private final long[] times;
    private final double[] values;
    private final int size;

    Series(long[] times, double[] values, int size) {
        this.times = times;
        this.values = values;
        this.size = size;
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
}
