package org.cytovigil.clinical;

/**
 * The fraction of inspired oxygen (FiO2), held in ten-thousandths so that 40 % is exactly 0.40.
 *
 * @param tenThousandths 2100 is room air, 10000 pure oxygen
 */
public record OxygenFraction(int tenThousandths) implements Comparable<OxygenFraction> {
    /** Room air. */
    public static final OxygenFraction ROOM_AIR = new OxygenFraction(2_100);

    /**
     * A fraction between 0 and 1; one beyond stays beyond, however far, and what is no number is 0.
     */
    public static OxygenFraction of(double fraction) {
        long rounded = Math.round(fraction * 10_000);
        return new OxygenFraction(Math.clamp(rounded, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    /**
     * A value as people chart it: 21 to 100 is a percentage, anything else a fraction (Clinical
     * basis section 1).
     */
    public static OxygenFraction charted(double value) {
        return value >= 21 && value <= 100 ? of(value / 100) : of(value);
    }

    /** The fraction, for printing and drawing. */
    public double fraction() {
        return tenThousandths / 10_000.0;
    }

    /** The percentage, for printing and drawing. */
    public double percent() {
        return tenThousandths / 100.0;
    }

    @Override
    public int compareTo(OxygenFraction other) {
        return Integer.compare(tenThousandths, other.tenThousandths);
    }
}
