package org.cytovigil.feed.simulator;

/**
 * Noise with a memory, an autoregressive process of first order: a body wanders, it does not jump.
 */
final class Drift {
    private final Chance chance;
    private final double kept;
    private final double step;
    private double value;

    /**
     * @param deviation the standard deviation in the long run
     * @param memoryHours the time over which the noise forgets itself
     */
    Drift(Chance chance, double deviation, double memoryHours) {
        this.chance = chance;
        kept = StrictMath.exp(-Body.TICK_HOURS / memoryHours);
        step = deviation * Math.sqrt(1 - kept * kept);
        value = deviation * chance.bell();
    }

    /** The value one tick later. */
    double next() {
        value = kept * value + step * chance.bell();
        return value;
    }
}
