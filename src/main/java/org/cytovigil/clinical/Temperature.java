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

    /**
     * A value charted in degrees Celsius; digits beyond a thousandth are binary noise and are
     * rounded away.
     */
    public static Temperature ofCelsius(double degrees) {
        return new Temperature(Math.round(degrees * 1_000) * 9);
    }

    /**
     * A value charted in degrees Fahrenheit; digits beyond a thousandth are binary noise and are
     * rounded away.
     */
    public static Temperature ofFahrenheit(double degrees) {
        return new Temperature((Math.round(degrees * 1_000) - 32_000) * 5);
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
