package org.cytovigil.feed.simulator;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random draws that are the same on every machine: a named algorithm, and no library function whose
 * last digit is left to the platform.
 */
final class Chance {
    private static final long STREAM_STEP = 0x9E3779B97F4A7C15L;

    private final RandomGenerator random;

    /**
     * @param seed the course
     * @param stream which part of the course draws, so that one part's draws do not shift another's
     */
    Chance(long seed, int stream) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + stream * STREAM_STEP);
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A whole number from low to high, both included. */
    int whole(int low, int high) {
        return low + (int) (random.nextDouble() * (high - low + 1));
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /**
     * Bell-shaped with mean 0 and standard deviation 1, never beyond 3.5: the sum of four uniform
     * draws.
     */
    double bell() {
        double sum =
                random.nextDouble()
                        + random.nextDouble()
                        + random.nextDouble()
                        + random.nextDouble();
        return (sum - 2) * Math.sqrt(3);
    }
}
