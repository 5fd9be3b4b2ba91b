package org.cytovigil.ui.trend;

import java.util.Arrays;
import org.cytovigil.monitor.Series;

/**
 * Systolic over diastolic, thinned to one upper and one lower value a pixel column, the most
 * extreme of that column. Pressures charted without the other half are left to the lane's lines.
 */
final class PressureBand {
    /** Pressures in one column beyond which not each is looked at for its other half. */
    private static final int MANY = 32;

    private double[] xs = new double[64];
    private double[] uppers = new double[64];
    private double[] lowers = new double[64];
    private boolean[] joined = new boolean[64];
    private int size;

    /**
     * Reads the visible pairs, with one more on either side.
     *
     * @param now the present; later values are left out
     * @param longestJoin over how many milliseconds two pairs may be joined
     */
    void read(Series systolic, Series diastolic, TimeAxis axis, long now, long longestJoin) {
        size = 0;
        int s = Math.max(0, systolic.lastAt(axis.from()));
        int d = Math.max(0, diastolic.lastAt(axis.from()));
        int lastS = Math.min(systolic.lastAt(axis.to()) + 1, systolic.lastAt(now));
        int lastD = Math.min(diastolic.lastAt(axis.to()) + 1, diastolic.lastAt(now));
        long before = Long.MIN_VALUE;
        while (s <= lastS && d <= lastD) {
            long time = systolic.time(s);
            if (time != diastolic.time(d)) {
                if (time < diastolic.time(d)) {
                    s++;
                } else {
                    d++;
                }
                continue;
            }
            int pairs = pairsOfColumn(systolic, s, lastS, diastolic, d, lastD, axis, longestJoin);
            int endS = s + pairs - 1;
            int endD = d + pairs - 1;
            boolean near = before != Long.MIN_VALUE && time - before <= longestJoin;
            double upper = systolic.value(systolic.most(s, endS));
            double lower = diastolic.value(diastolic.least(d, endD));
            if (near && axis.column(time) == axis.column(before)) {
                uppers[size - 1] = Math.max(uppers[size - 1], upper);
                lowers[size - 1] = Math.min(lowers[size - 1], lower);
            } else {
                add(axis.x(time), upper, lower, near);
            }
            before = systolic.time(endS);
            s = endS + 1;
            d = endD + 1;
        }
    }

    /**
     * How many pairs from here on stand one beside the other in the same column without a gap: all
     * of it, when every pressure of the column has both halves, else the first alone.
     */
    private static int pairsOfColumn(
            Series systolic,
            int s,
            int lastS,
            Series diastolic,
            int d,
            int lastD,
            TimeAxis axis,
            long longestJoin) {
        int endS = axis.lastOfColumn(systolic, s, lastS);
        int endD = axis.lastOfColumn(diastolic, d, lastD);
        if (endS - s != endD - d || systolic.longestGap(s, endS) > longestJoin) {
            return 1;
        }
        if (endS - s >= MANY) {
            // Looking at each would cost the record; the ends of so dense a column tell enough.
            boolean pairs = systolic.time(s) == diastolic.time(d);
            return pairs && systolic.time(endS) == diastolic.time(endD) ? endS - s + 1 : 1;
        }
        for (int i = 0; i <= endS - s; i++) {
            if (systolic.time(s + i) != diastolic.time(d + i)) {
                return 1;
            }
        }
        return endS - s + 1;
    }

    private void add(double x, double upper, double lower, boolean join) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, size * 2);
            uppers = Arrays.copyOf(uppers, size * 2);
            lowers = Arrays.copyOf(lowers, size * 2);
            joined = Arrays.copyOf(joined, size * 2);
        }
        xs[size] = x;
        uppers[size] = upper;
        lowers[size] = lower;
        joined[size] = join;
        size++;
    }

    int size() {
        return size;
    }

    double x(int i) {
        return xs[i];
    }

    double systolic(int i) {
        return uppers[i];
    }

    double diastolic(int i) {
        return lowers[i];
    }

    /** Whether the band leads on from the bar before. */
    boolean joined(int i) {
        return joined[i];
    }
}
