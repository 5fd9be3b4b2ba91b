package org.cytovigil.feed.simulator;

/**
 * Draws that depend on nothing but a seed and a moment: a sensor's noise is the same whether a
 * course is watched from its start or from its middle.
 */
final class Noise {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    Noise(long seed, long moment) {
        state = seed ^ mixed(moment * 0x5851F42D4C957F2DL + STEP);
    }

    /** As {@link Chance#bell}. */
    double bell() {
        return (next() + next() + next() + next() - 2) * Math.sqrt(3);
    }

    private double next() {
        state += STEP;
        return (mixed(state) >>> 11) * UNIT;
    }

    /** The finisher of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
