package org.cytovigil.ui.trend;

/**
 * Where one lane draws, in pixels.
 *
 * @param gutter the left edge of the room for title and present value
 * @param left the left edge of the plot
 * @param top the upper edge of the plot
 * @param width the width of the plot
 * @param height the height of the plot
 */
record ChartArea(double gutter, double left, double top, double width, double height) {
    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /** The part between two fractions of the height, 0 at the top. */
    ChartArea part(double from, double to) {
        return new ChartArea(gutter, left, top + height * from, width, height * (to - from));
    }

    /** The vertical of a value on a scale whose ends are the lower and the upper edge. */
    double y(double value, double lowest, double highest) {
        return bottom() - (value - lowest) / (highest - lowest) * height;
    }
}
