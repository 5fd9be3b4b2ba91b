package org.cytovigil.ui.theme;

import javafx.scene.paint.Color;

/**
 * How people see colours who lack one kind of cones: the matrices for full severity of G. M.
 * Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of
 * Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009),
 * applied to linear light.
 */
public enum ColourVision {
    FULL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(
            0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
            1.051998),
    DEUTERANOPIA(
            0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
            0.968881),
    TRITANOPIA(
            1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
            0.303900);

    @SuppressWarnings("ImmutableEnumChecker") // written to in the constructor alone
    private final double[] matrix;

    ColourVision(double... matrix) {
        this.matrix = matrix;
    }

    /** WCAG 2.1 contrast of two colours as seen: 1 to 21. */
    public double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** Relative luminance of a colour as seen: 0 to 1. */
    public double luminance(Color colour) {
        double red = linear(colour.getRed());
        double green = linear(colour.getGreen());
        double blue = linear(colour.getBlue());
        return 0.2126 * row(0, red, green, blue)
                + 0.7152 * row(3, red, green, blue)
                + 0.0722 * row(6, red, green, blue);
    }

    private double row(int from, double red, double green, double blue) {
        double seen = matrix[from] * red + matrix[from + 1] * green + matrix[from + 2] * blue;
        return Math.max(0, Math.min(1, seen));
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
