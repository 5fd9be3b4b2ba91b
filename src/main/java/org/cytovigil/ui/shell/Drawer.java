package org.cytovigil.ui.shell;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * A panel below the alarm strip that takes at most two fifths of the window, and scrolls then: in
 * large text it would push the screen out of sight. FX thread.
 */
// [impl->req~ui.no-clipped-text~1]
final class Drawer extends Region {
    private static final double MOST = 0.4;

    private final Region panel;
    private final Region window;
    private final ScrollPane scroll;

    /**
     * @param window the whole, of which it takes no more
     */
    Drawer(Region panel, Region window) {
        this.panel = panel;
        this.window = window;
        scroll = new ScrollPane(panel);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("drawer");
        getChildren().add(scroll);
        visibleProperty().bind(panel.visibleProperty());
        managedProperty().bind(panel.managedProperty());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? window.getWidth() : width;
        return Math.min(Math.ceil(panel.prefHeight(inner)), MOST * window.getHeight());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        scroll.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
