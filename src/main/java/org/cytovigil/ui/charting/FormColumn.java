package org.cytovigil.ui.charting;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * A form as high as its fields, its buttons right below them, and below these what was charted
 * before, in the room that is left. Where the fields need all the room there is, they scroll and
 * nothing stands below. FX thread.
 */
// [impl->req~ui.chart-room~1]
final class FormColumn extends Region {
    private final Region head;
    private final Region fields;
    private final ScrollPane scroll = new ScrollPane();
    private final Region foot;
    private final Region below;
    private final boolean grows;

    /**
     * @param grows whether the fields take all the room, and nothing is told below
     */
    FormColumn(Region head, Region fields, Region foot, Region below, boolean grows) {
        this.head = head;
        this.fields = fields;
        this.foot = foot;
        this.below = below;
        this.grows = grows;
        scroll.setContent(fields);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(grows);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("charting-scroll");
        // A form that grows asks its scroll pane for nothing, and only the column can give it more.
        fields.needsLayoutProperty().addListener((property, before, now) -> requestLayout());
        getChildren().addAll(head, scroll, foot, below);
    }

    /** Scrolls so that what has the keyboard is seen. */
    void reveal(Region input) {
        double height = fields.getLayoutBounds().getHeight();
        double seen = scroll.getViewportBounds().getHeight();
        if (height > seen && seen > 0) {
            double top = fields.sceneToLocal(input.localToScene(0, 0)).getY();
            double middle = top + input.getHeight() / 2 - seen / 2;
            scroll.setVvalue(Math.clamp(middle / (height - seen), 0, 1));
        }
    }

    private double wanted(double width) {
        return Math.ceil(fields.prefHeight(width)) + 1;
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double width = getWidth() - x - snappedRightInset();
        double above = Math.ceil(head.prefHeight(width));
        double under = Math.ceil(foot.prefHeight(width));
        double room = Math.max(0, getHeight() - y - snappedBottomInset() - above - under);
        double form = grows ? room : Math.min(room, wanted(width));
        double left = room - form;
        boolean told = !grows && left >= below.minHeight(width);
        below.setVisible(told);
        head.resizeRelocate(x, y, width, above);
        scroll.resizeRelocate(x, y + above, width, form);
        foot.resizeRelocate(x, y + above + form, width, under);
        below.resizeRelocate(x, y + above + form + under, width, told ? left : 0);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? width : width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset()
                + head.prefHeight(inner)
                + wanted(inner)
                + foot.prefHeight(inner)
                + (grows ? 0 : below.minHeight(inner))
                + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
