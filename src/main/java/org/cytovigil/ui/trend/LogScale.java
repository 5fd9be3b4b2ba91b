package org.cytovigil.ui.trend;

import java.util.Locale;

/**
 * A logarithmic scale from one power of ten to another; a value of 0 or below stands at its foot.
 *
 * @param lowest the power of ten at the lower edge
 * @param highest the one at the upper edge, above {@code lowest}
 */
record LogScale(int lowest, int highest) {
    /** Less than this nothing is told apart: the foot of every scale, 0.01. */
    private static final int FOOT = -2;

    /** The scale on which all values between two stand, of two decades at least. */
    static LogScale of(double least, double most) {
        if (!(most > 0) || least > most) {
            return new LogScale(0, 3);
        }
        int low = (int) Math.floor(Math.log10(Math.max(least, Math.pow(10, FOOT))));
        int high = (int) Math.ceil(Math.log10(Math.max(most, Math.pow(10, FOOT + 1))) + 1e-9);
        return new LogScale(Math.min(low, high - 2), high);
    }

    /** The vertical of a value. */
    double y(ChartArea area, double value) {
        double power = value > 0 ? Math.max(lowest, Math.log10(value)) : lowest;
        return area.y(power, lowest, highest);
    }

    /** "0.1", "10", "1k", "1M". */
    static String label(int power) {
        if (power >= 6) {
            return Math.round(Math.pow(10, power - 6)) + "M";
        }
        if (power >= 3) {
            return Math.round(Math.pow(10, power - 3)) + "k";
        }
        return power >= 0
                ? Long.toString(Math.round(Math.pow(10, power)))
                : String.format(Locale.ROOT, "%." + -power + "f", Math.pow(10, power));
    }
}
