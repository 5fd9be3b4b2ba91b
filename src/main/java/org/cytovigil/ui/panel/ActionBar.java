package org.cytovigil.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.theme.Texts;

/**
 * What can be done, in one row however many things there are: as many buttons as there is room for,
 * the first ones first, and the rest under a button that opens a menu. FX thread.
 */
// [impl->req~ui.action-bar~1]
final class ActionBar extends Region {
    private static final double GAP = 6;

    private final Consumer<PanelAction> open;
    private final MenuButton more = new MenuButton(Texts.of("panel.more"));
    private final List<PanelAction> actions = new ArrayList<>();
    private final List<Node> buttons = new ArrayList<>();
    private int shown = -1;

    ActionBar(Consumer<PanelAction> open) {
        this.open = open;
        getStyleClass().add("action-bar");
        more.setPopupSide(Side.TOP);
        more.setFocusTraversable(false);
        more.getStyleClass().add("more-actions");
    }

    /** Shows these, the most frequent first. */
    void show(List<PanelAction> now) {
        actions.clear();
        actions.addAll(now);
        buttons.clear();
        now.forEach(action -> buttons.add(button(action)));
        getChildren().setAll(buttons);
        getChildren().add(more);
        shown = -1;
        requestLayout();
    }

    boolean isEmpty() {
        return actions.isEmpty();
    }

    /**
     * Opens the menu with the rest.
     *
     * @return whether there is a rest
     */
    boolean showMore() {
        if (!more.isVisible()) {
            return false;
        }
        more.show();
        return true;
    }

    private Node button(PanelAction action) {
        Button button = new Button(words(action));
        button.setFocusTraversable(false);
        button.setOnAction(event -> open.accept(action));
        if (!action.barred().isEmpty()) {
            button.setDisable(true);
            button.setAccessibleHelp(action.barred());
            // A disabled button shows no tooltip of its own.
            HBox around = new HBox(button);
            Tooltip.install(around, new Tooltip(action.barred()));
            return around;
        }
        return button;
    }

    private MenuItem item(PanelAction action) {
        boolean barred = !action.barred().isEmpty();
        MenuItem item =
                new MenuItem(
                        barred
                                ? Texts.of("panel.more.barred", words(action), action.barred())
                                : words(action));
        item.setDisable(barred);
        item.setOnAction(event -> open.accept(action));
        return item;
    }

    private static String words(PanelAction action) {
        return action.text() + "  " + Command.words(action.keys());
    }

    private void showFirst(int count) {
        if (count == shown) {
            return;
        }
        shown = count;
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setVisible(i < count);
        }
        more.setVisible(count < buttons.size());
        more.getItems().setAll(actions.stream().skip(count).map(this::item).toList());
    }

    /** How many of the first buttons leave room for the one that opens the rest. */
    private int fitting(double room) {
        double all = -GAP;
        for (Node button : buttons) {
            all += GAP + Math.ceil(button.prefWidth(-1));
        }
        if (all <= room) {
            return buttons.size();
        }
        double left = room - Math.ceil(more.prefWidth(-1));
        int count = 0;
        while (count < buttons.size()) {
            left -= Math.ceil(buttons.get(count).prefWidth(-1)) + GAP;
            if (left < 0) {
                return count;
            }
            count++;
        }
        return count;
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double height = getHeight() - y - snappedBottomInset();
        showFirst(fitting(getWidth() - x - snappedRightInset()));
        for (int i = 0; i < shown; i++) {
            Node button = buttons.get(i);
            double width = Math.ceil(button.prefWidth(-1));
            button.resizeRelocate(x, y, width, height);
            x += width + GAP;
        }
        if (more.isVisible()) {
            more.resizeRelocate(x, y, Math.ceil(more.prefWidth(-1)), height);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = Math.max(more.minHeight(-1), more.prefHeight(-1));
        for (Node button : buttons) {
            height = Math.max(height, Math.max(button.minHeight(-1), button.prefHeight(-1)));
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
}
