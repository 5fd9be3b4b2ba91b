package org.cytovigil.ui.theme;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * What stands at the left and at the right of a line; when both are too wide for it, as in large
 * text, the right one goes on a line below. FX thread.
 */
// [impl->req~ui.no-clipped-text~1]
public final class TwoEnds extends Region {
    private static final double BETWEEN = 3;

    private final Region left;
    private final Region right;
    private final double share;
    private final double gap;

    /**
     * @param share the part of the width that the left one needs at least; what its content cannot
     *     do without counts as well
     * @param gap between both, in pixels
     */
    public TwoEnds(Region left, Region right, double share, double gap) {
        this.left = left;
        this.right = right;
        this.share = share;
        this.gap = gap;
        getChildren().addAll(left, right);
    }

    private boolean besideEachOther(double width) {
        double needed = Math.max(left.minWidth(-1), share * width);
        return needed + gap + right.prefWidth(-1) <= width;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = inner(width < 0 ? getWidth() : width);
        double height;
        if (besideEachOther(inner)) {
            double rest = inner - gap - right.prefWidth(-1);
            height = Math.max(high(left, rest), high(right, -1));
        } else {
            height = high(left, inner) + BETWEEN + high(right, inner);
        }
        return snappedTopInset() + Math.ceil(height) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    private static double high(Region end, double width) {
        return Math.max(end.minHeight(width), end.prefHeight(width));
    }

    private double inner(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double width = inner(getWidth());
        double height = getHeight() - y - snappedBottomInset();
        if (besideEachOther(width)) {
            double end = Math.ceil(right.prefWidth(-1));
            left.resizeRelocate(x, y, Math.max(0, width - gap - end), height);
            right.resizeRelocate(x + width - end, y, end, height);
        } else {
            double above = Math.ceil(high(left, width)) + BETWEEN;
            double end = Math.min(width, Math.ceil(right.prefWidth(-1)));
            left.resizeRelocate(x, y, width, above - BETWEEN);
            right.resizeRelocate(x + width - end, y + above, end, height - above);
        }
    }
}
