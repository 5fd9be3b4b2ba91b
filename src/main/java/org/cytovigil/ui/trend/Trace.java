package org.cytovigil.ui.trend;

import java.util.Arrays;
import org.cytovigil.monitor.Series;

/**
 * The visible part of a series of measured values, thinned to what a pixel column can show: of the
 * samples in one column the first, the lowest, the highest and the last remain, so no spike is ever
 * lost. Points are joined to the one before unless too much time lies between the samples.
 */
final class Trace {
    private long[] times = new long[64];
    private double[] values = new double[64];
    private boolean[] joined = new boolean[64];
    private int size;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    private Trace() {}

    /**
     * Costs a binary search and the visible samples, with one more on either side so that lines
     * lead out of the picture.
     *
     * @param now the present; later samples are left out
     * @param longestJoin over how many milliseconds two samples may be joined
     */
    static Trace of(Series series, TimeAxis axis, long now, long longestJoin) {
        Trace trace = new Trace();
        int first = Math.max(0, series.lastAt(axis.from()));
        int last = Math.min(series.lastAt(axis.to()) + 1, series.lastAt(now));
        int start = first;
        for (int i = first; i <= last; i++) {
            boolean ends =
                    i == last
                            || axis.column(series.time(i + 1)) != axis.column(series.time(start))
                            || series.time(i + 1) - series.time(i) > longestJoin;
            if (ends) {
                boolean join =
                        start > first && series.time(start) - series.time(start - 1) <= longestJoin;
                trace.addColumn(series, start, i, join);
                start = i + 1;
            }
        }
        return trace;
    }

    private void addColumn(Series series, int start, int end, boolean join) {
        int least = start;
        int most = start;
        for (int i = start + 1; i <= end; i++) {
            if (series.value(i) < series.value(least)) {
                least = i;
            }
            if (series.value(i) > series.value(most)) {
                most = i;
            }
        }
        add(series, start, join);
        int before = start;
        for (int i : new int[] {Math.min(least, most), Math.max(least, most), end}) {
            if (i != before) {
                add(series, i, true);
                before = i;
            }
        }
    }

    private void add(Series series, int i, boolean join) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
            joined = Arrays.copyOf(joined, size * 2);
        }
        times[size] = series.time(i);
        values[size] = series.value(i);
        joined[size] = join;
        size++;
        lowest = Math.min(lowest, series.value(i));
        highest = Math.max(highest, series.value(i));
    }

    int size() {
        return size;
    }

    long time(int i) {
        return times[i];
    }

    double value(int i) {
        return values[i];
    }

    /** Whether a line leads from the point before to this one. */
    boolean joined(int i) {
        return joined[i];
    }

    /** Whether no line leads to or from this point. */
    boolean alone(int i) {
        return !joined[i] && (i + 1 == size || !joined[i + 1]);
    }

    /** The lowest value; infinite when there is none. */
    double lowest() {
        return lowest;
    }

    /** The highest value; negative infinite when there is none. */
    double highest() {
        return highest;
    }
}
