package org.cytovigil.monitor;

import java.util.Arrays;
import java.util.List;

/**
 * A growing series of values in time order, held in primitive arrays. What was handed out as a
 * {@link Series} never changes: appending writes only behind its end, and anything else makes new
 * arrays. One thread writes.
 */
final class Column {
    private long[] times = new long[16];
    private double[] values = new double[16];
    private short[] tellers = new short[16];
    private int size;
    private Extremes extremes = Extremes.NONE;

    /** Adds a value of which nobody knows who says so, at the end when it is the latest. */
    void add(long time, double value) {
        add(time, value, (short) 0);
    }

    /**
     * Adds a value, at the end when it is the latest.
     *
     * @param teller the number by which {@link Tellers} knows who says so
     */
    void add(long time, double value, short teller) {
        int place = size;
        while (place > 0 && times[place - 1] > time) {
            place--;
        }
        boolean appended = place == size;
        if (place < size || size == times.length) {
            int capacity = size == times.length ? size * 2 : times.length;
            times = Arrays.copyOf(times, capacity);
            values = Arrays.copyOf(values, capacity);
            tellers = Arrays.copyOf(tellers, capacity);
            System.arraycopy(times, place, times, place + 1, size - place);
            System.arraycopy(values, place, values, place + 1, size - place);
            System.arraycopy(tellers, place, tellers, place + 1, size - place);
        }
        times[place] = time;
        values[place] = value;
        tellers[place] = teller;
        size++;
        // Blocks are of 16 values: most values complete none.
        if (!appended || (size & (Extremes.FAN - 1)) == 0) {
            extremes = extremes.extended(times, values, place, size, appended);
        }
    }

    /** The bytes of the blocks from which charts are drawn. */
    long blockBytes() {
        return extremes.bytes();
    }

    /** The values so far, of which nobody knows who said so; shares the arrays. */
    Series series() {
        return series(List.of(""));
    }

    /**
     * The values so far; shares the arrays.
     *
     * @param names by the numbers given with the values
     */
    Series series(List<String> names) {
        return new Series(times, values, tellers, size, extremes, names);
    }
}
