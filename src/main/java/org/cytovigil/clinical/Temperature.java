package org.cytovigil.clinical;

/**
 * A body temperature, held exactly so that 100.4 °F is 38.0 °C and not 37.99999.
 *
 * <p>One degree Celsius is 9,000 parts: a thousandth of a degree Celsius is 9 of them and a
 * thousandth of a degree Fahrenheit is 5, so both scales are whole numbers.
 *
 * @param parts nine-thousandths of a degree Celsius above 0 °C
 */
public record Temperature(long parts) implements Comparable<Temperature> {
    private static final long PARTS_PER_DEGREE = 9_000;

    /** In thousandths: far beyond any limit and far from where whole numbers run over. */
    private static final double BEYOND_ALL = 1e15;

    /**
     * A value charted in degrees Celsius; digits beyond a thousandth are binary noise and are
     * rounded away.
     */
    public static Temperature ofCelsius(double degrees) {
        return new Temperature(thousandths(degrees) * 9);
    }

    /**
     * A value charted in degrees Fahrenheit; digits beyond a thousandth are binary noise and are
     * rounded away.
     */
    public static Temperature ofFahrenheit(double degrees) {
        return new Temperature((thousandths(degrees) - 32_000) * 5);
    }

    /** What is no number at all must not come out as a temperature that somebody could have. */
    private static long thousandths(double degrees) {
        return Double.isNaN(degrees)
                ? (long) -BEYOND_ALL
                : Math.round(Math.clamp(degrees * 1_000, -BEYOND_ALL, BEYOND_ALL));
    }

    /** Degrees Celsius, for drawing and printing; comparisons use {@link #compareTo}. */
    public double celsius() {
        return parts / (double) PARTS_PER_DEGREE;
    }

    @Override
    public int compareTo(Temperature other) {
        return Long.compare(parts, other.parts);
    }
}
