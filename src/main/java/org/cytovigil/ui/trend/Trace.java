package org.cytovigil.ui.trend;

import java.util.Arrays;
import org.cytovigil.monitor.Series;

/**
 * The visible part of a series of measured values, thinned to what a pixel column can show: of the
 * samples in one column the first, the lowest, the highest and the last remain, so no spike is ever
 * lost. Points are joined to the one before unless too much time lies between the samples.
 *
 * <p>One trace is read into again for each picture. It costs the visible columns, whatever number
 * of samples lies in each.
 */
final class Trace {
    private long[] times = new long[64];
    private double[] values = new double[64];
    private boolean[] joined = new boolean[64];
    private int size;
    private double lowest;
    private double highest;

    /**
     * Reads the visible samples, with one more on either side so that lines lead out of the
     * picture.
     *
     * @param now the present; later samples are left out
     * @param longestJoin over how many milliseconds two samples may be joined
     */
    void read(Series series, TimeAxis axis, long now, long longestJoin) {
        size = 0;
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
        int last = Math.min(series.lastAt(axis.to()) + 1, series.lastAt(now));
        int start = Math.max(0, series.lastAt(axis.from()));
        boolean join = false;
        while (start <= last) {
            int end = axis.lastOfColumn(series, start, last);
            if (series.longestGap(start, end) > longestJoin) {
                end = beforeGap(series, start, longestJoin);
            }
            addColumn(series, start, end, join);
            start = end + 1;
            join = start <= last && series.time(start) - series.time(end) <= longestJoin;
        }
    }

    /** Within a column there is such a gap only when a pixel is longer than it. */
    private static int beforeGap(Series series, int start, long longestJoin) {
        int i = start;
        while (series.time(i + 1) - series.time(i) <= longestJoin) {
            i++;
        }
        return i;
    }

    private void addColumn(Series series, int start, int end, boolean join) {
        int least = series.least(start, end);
        int most = series.most(start, end);
        add(series, start, join);
        int first = Math.min(least, most);
        int second = Math.max(least, most);
        if (first != start) {
            add(series, first, true);
        }
        if (second != start && second != first) {
            add(series, second, true);
        }
        if (end != start && end != second) {
            add(series, end, true);
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
