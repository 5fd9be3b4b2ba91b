package org.cytovigil.ui.trend;

import org.cytovigil.monitor.Series;

/**
 * Maps time to the horizontal of a chart and back; nothing else.
 *
 * @param from the time at the left edge, in milliseconds since 1970 UTC
 * @param to the time at the right edge, after {@code from}
 * @param left the left edge in pixels
 * @param width the width in pixels, above 0
 */
public record TimeAxis(long from, long to, double left, double width) {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    private static final long[] STEPS = {
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        5 * DAY,
        10 * DAY,
        30 * DAY
    };

    /**
     * An axis whose left edge stands on a whole number of pixels, so that a window that moves with
     * the present moves by whole pixels and is not drawn anew between them.
     */
    static TimeAxis snapped(long from, long to, double left, double width) {
        double perPixel = (to - from) / width;
        long start = Math.round(Math.floor(from / perPixel) * perPixel);
        return new TimeAxis(start, start + to - from, left, width);
    }

    public double right() {
        return left + width;
    }

    public double x(long time) {
        return left + (time - from) * width / (to - from);
    }

    public long time(double x) {
        return from + Math.round((x - left) * (to - from) / width);
    }

    /** The pixel column in which a time falls, counted from the left edge. */
    long column(long time) {
        return (long) Math.floor(x(time) - left);
    }

    /**
     * The last of the values in the same pixel column as a value; found by steps that double, so a
     * column of few costs little.
     *
     * @param last the last index that may be looked at
     */
    int lastOfColumn(Series series, int first, int last) {
        long column = column(series.time(first));
        int within = first;
        int step = 1;
        while (within + step <= last && column(series.time(within + step)) == column) {
            within += step;
            step *= 2;
        }
        while (step > 0) {
            if (within + step <= last && column(series.time(within + step)) == column) {
                within += step;
            }
            step /= 2;
        }
        return within;
    }

    public long span() {
        return to - from;
    }

    /**
     * The smallest round step between ticks that leaves them at least {@code apart} pixels apart.
     */
    long tickStep(double apart) {
        for (long step : STEPS) {
            if (step * width / (to - from) >= apart) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /** The first tick at or after the left edge, when ticks are counted from {@code origin}. */
    long firstTick(long origin, long step) {
        return origin + Math.ceilDiv(from - origin, step) * step;
    }
}
