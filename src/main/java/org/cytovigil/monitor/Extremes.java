package org.cytovigil.monitor;

import java.util.Arrays;

/**
 * Where in a column the lowest and the highest value of each whole block lie, and the longest time
 * between neighbours in it, level above level: a block of one level is {@value #FAN} of the level
 * below, of the lowest {@value #FAN} values. A chart asks for the extremes of a stretch of any
 * length at the cost of its ends.
 *
 * <p>As in {@link Column}, what is handed out never changes: a block is written once, behind those
 * that were handed out. Sixteen bytes a block are about one byte a value. One thread writes.
 */
// [impl->req~ui.trend-reduction~1]
final class Extremes {
    /** Values in a block, and blocks in a block of the next level. */
    static final int FAN = 16;

    private static final int SHIFT = 4;
    private static final int[][] NO_PLACES = {};

    static final Extremes NONE = new Extremes(NO_PLACES, NO_PLACES, new long[0][]);

    private final int[][] least;
    private final int[][] most;
    private final long[][] gaps;

    private Extremes(int[][] least, int[][] most, long[][] gaps) {
        this.least = least;
        this.most = most;
        this.gaps = gaps;
    }

    /**
     * The extremes once the column has values up to {@code size}, of which those from {@code from}
     * on are new or have moved. Where no more than the end is new, blocks are added in place while
     * there is room.
     *
     * @param appended whether nothing that was handed out has changed
     */
    Extremes extended(long[] times, double[] values, int from, int size, boolean appended) {
        int levels = 0;
        for (int blocks = size >> SHIFT; blocks > 0; blocks >>= SHIFT) {
            levels++;
        }
        Extremes grown = appended && hasRoom(levels, size) ? this : copied(levels, size);
        for (int level = 0; level < levels; level++) {
            int shift = shift(level + 1);
            for (int block = from >> shift; block < size >> shift; block++) {
                grown.write(times, values, level, block);
            }
        }
        return grown;
    }

    /** By how many bits the indices of blocks of a level are shorter than those of values. */
    private static int shift(int level) {
        return SHIFT * level;
    }

    private boolean hasRoom(int levels, int size) {
        if (levels > least.length) {
            return false;
        }
        for (int level = 0; level < levels; level++) {
            if (size >> shift(level + 1) > least[level].length) {
                return false;
            }
        }
        return true;
    }

    private Extremes copied(int levels, int size) {
        int[][] newLeast = new int[levels][];
        int[][] newMost = new int[levels][];
        long[][] newGaps = new long[levels][];
        for (int level = 0; level < levels; level++) {
            int room = Math.max(4, (size >> shift(level + 1)) * 3 / 2);
            boolean had = level < least.length;
            newLeast[level] = had ? Arrays.copyOf(least[level], room) : new int[room];
            newMost[level] = had ? Arrays.copyOf(most[level], room) : new int[room];
            newGaps[level] = had ? Arrays.copyOf(gaps[level], room) : new long[room];
        }
        return new Extremes(newLeast, newMost, newGaps);
    }

    private void write(long[] times, double[] values, int level, int block) {
        int first = block << SHIFT;
        int lowest = level == 0 ? first : least[level - 1][first];
        int highest = level == 0 ? first : most[level - 1][first];
        long gap = 0;
        for (int i = first; i < first + FAN; i++) {
            int low = level == 0 ? i : least[level - 1][i];
            int high = level == 0 ? i : most[level - 1][i];
            lowest = values[low] < values[lowest] ? low : lowest;
            highest = values[high] > values[highest] ? high : highest;
            long one = level > 0 ? gaps[level - 1][i] : i == 0 ? 0 : times[i] - times[i - 1];
            gap = Math.max(gap, one);
        }
        least[level][block] = lowest;
        most[level][block] = highest;
        gaps[level][block] = gap;
    }

    /** The first of the lowest values from one index to another, both included. */
    int least(double[] values, int from, int to) {
        int lowest = from;
        int i = from;
        while (i <= to) {
            int level = level(i, to);
            int candidate = level == 0 ? i : least[level - 1][i >> shift(level)];
            lowest = values[candidate] < values[lowest] ? candidate : lowest;
            i += 1 << shift(level);
        }
        return lowest;
    }

    /** The first of the highest values from one index to another, both included. */
    int most(double[] values, int from, int to) {
        int highest = from;
        int i = from;
        while (i <= to) {
            int level = level(i, to);
            int candidate = level == 0 ? i : most[level - 1][i >> shift(level)];
            highest = values[candidate] > values[highest] ? candidate : highest;
            i += 1 << shift(level);
        }
        return highest;
    }

    /** The longest time between neighbours from one index to another; 0 for a single value. */
    long longestGap(long[] times, int from, int to) {
        long longest = 0;
        // A block's gaps include the one before its first value, which is within from here on.
        int i = from + 1;
        while (i <= to) {
            int level = level(i, to);
            long gap = level == 0 ? times[i] - times[i - 1] : gaps[level - 1][i >> shift(level)];
            longest = Math.max(longest, gap);
            i += 1 << shift(level);
        }
        return longest;
    }

    /** How many levels up the largest whole block is that begins at an index and ends within. */
    private static int level(int i, int to) {
        int level = 0;
        int size = FAN;
        while ((i & (size - 1)) == 0 && size > 0 && i <= to - size + 1) {
            level++;
            size <<= SHIFT;
        }
        return level;
    }

    /** The bytes of all blocks. */
    long bytes() {
        long bytes = 0;
        for (int[] level : least) {
            bytes += 16L * level.length;
        }
        return bytes;
    }
}
