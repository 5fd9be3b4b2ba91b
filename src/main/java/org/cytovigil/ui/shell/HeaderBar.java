package org.cytovigil.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.cytovigil.ui.theme.Texts;

/**
 * The buttons of the board's header in one row: as many as there is room for, the first ones first,
 * and the rest under a button that opens a menu. What is not managed takes no room. FX thread.
 */
// [impl->req~ui.one-header~1]
final class HeaderBar extends Region {
    private static final double GAP = 5;

    private final List<Part> parts = new ArrayList<>();
    private final MenuButton more = new MenuButton(Texts.of("shell.more"));
    private List<Part> hidden = List.of();

    /** What stands in the row, and the same as lines of the menu. */
    private record Part(Node node, List<MenuItem> items) {}

    HeaderBar() {
        getStyleClass().add("header-buttons");
        more.setFocusTraversable(false);
        more.setVisible(false);
        getChildren().add(more);
    }

    /** Adds a button, with the same as one line of the menu. */
    void add(ButtonBase button) {
        add(button, List.of(item(button)));
    }

    /** Adds several that stand in one node. */
    void add(Node node, List<MenuItem> items) {
        parts.add(new Part(node, items));
        getChildren().add(node);
    }

    /**
     * Adds a button that cannot be pressed at some times.
     *
     * @param barred why not; empty when it can be pressed
     */
    void add(ButtonBase button, ObservableStringValue barred) {
        button.disableProperty().bind(Bindings.isNotEmpty(barred));
        button.accessibleHelpProperty().bind(barred);
        MenuItem item = item(button);
        item.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        barred.get().isEmpty()
                                                ? button.getText()
                                                : Texts.of(
                                                        "panel.more.barred",
                                                        button.getText(),
                                                        barred.get()),
                                button.textProperty(),
                                barred));
        // A disabled button shows no tooltip of its own.
        HBox around = new HBox(button);
        button.setMaxHeight(Double.MAX_VALUE);
        Tooltip why = new Tooltip();
        why.textProperty().bind(barred);
        barred.subscribe(
                now -> {
                    if (now.isEmpty()) {
                        Tooltip.uninstall(around, why);
                    } else {
                        Tooltip.install(around, why);
                    }
                });
        add(around, List.of(item));
    }

    /** A line of the menu that does what a button does. */
    static MenuItem item(ButtonBase button) {
        MenuItem item;
        if (button instanceof ToggleButton toggle) {
            CheckMenuItem checked = new CheckMenuItem();
            checked.selectedProperty().bindBidirectional(toggle.selectedProperty());
            item = checked;
        } else {
            item = new MenuItem();
            item.setOnAction(event -> button.fire());
        }
        item.textProperty().bind(button.textProperty());
        item.disableProperty().bind(button.disableProperty());
        return item;
    }

    private static double width(Node node) {
        return Math.ceil(node.prefWidth(-1));
    }

    private List<Part> present() {
        return parts.stream().filter(part -> part.node().isManaged()).toList();
    }

    /** How many of the first ones leave room for the button that opens the rest. */
    private int fitting(List<Part> present, double room) {
        if (wide(present) <= room) {
            return present.size();
        }
        double left = room - width(more);
        int count = 0;
        while (count < present.size()) {
            left -= width(present.get(count).node()) + GAP;
            if (left < 0) {
                return count;
            }
            count++;
        }
        return count;
    }

    private static double wide(List<Part> present) {
        double all = 0;
        for (Part part : present) {
            all += width(part.node()) + GAP;
        }
        return Math.max(0, all - GAP);
    }

    private void hide(List<Part> rest) {
        if (!rest.equals(hidden)) {
            hidden = rest;
            more.getItems().setAll(rest.stream().flatMap(part -> part.items().stream()).toList());
        }
        more.setVisible(!rest.isEmpty());
    }

    @Override
    protected void layoutChildren() {
        List<Part> present = present();
        int fitting = fitting(present, getWidth());
        hide(List.copyOf(present.subList(fitting, present.size())));
        parts.forEach(part -> part.node().setVisible(false));
        List<Node> row = new ArrayList<>();
        present.subList(0, fitting).forEach(part -> row.add(part.node()));
        row.forEach(node -> node.setVisible(true));
        double taken = fitting < present.size() ? width(more) : -GAP;
        for (Node node : row) {
            taken += width(node) + GAP;
        }
        if (fitting < present.size()) {
            row.add(more);
        }
        double high = computePrefHeight(-1);
        double x = Math.max(0, getWidth() - taken);
        for (Node node : row) {
            node.resizeRelocate(x, snapPositionY((getHeight() - high) / 2), width(node), high);
            x += width(node) + GAP;
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return wide(present());
    }

    @Override
    protected double computeMinWidth(double height) {
        return width(more);
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = high(more);
        for (Part part : present()) {
            height = Math.max(height, high(part.node()));
        }
        return Math.ceil(height);
    }

    private static double high(Node node) {
        return Math.max(node.minHeight(-1), node.prefHeight(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
