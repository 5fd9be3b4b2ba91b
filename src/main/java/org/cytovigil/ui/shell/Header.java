package org.cytovigil.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.board.BoardOrder;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.nurses.NurseLoad;
import org.cytovigil.ui.theme.GradeBadge;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.TwoEnds;

/**
 * The line under the alarm strip on the board: the unit, its census, and the order of the tiles. FX
 * thread.
 */
final class Header extends StackPane {
    private static final double BADGE = 26;

    /** The least part of the width for the unit and its counts. */
    private static final double LEFT = 0.45;

    private final ShellViewModel model;
    private final HBox census = new HBox();

    Header(ShellViewModel model, BoardViewModel board, Runnable openHelp) {
        this.model = model;
        getStyleClass().add("header");
        Label unit = new Label(Texts.of("shell.unit." + model.mode().name()));
        unit.getStyleClass().add("unit-name");
        unit.setMinWidth(USE_PREF_SIZE);
        census.getStyleClass().add("census");
        census.setAlignment(Pos.CENTER_LEFT);
        census.setMinWidth(USE_PREF_SIZE);
        Label summary = new Label();
        summary.getStyleClass().addAll("muted", "header-summary");
        // Tiles that are too small to name the scale must not leave it open.
        summary.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> scale(model) + model.summaryProperty().get(),
                                model.summaryProperty(),
                                model.unitProperty()));
        summary.setWrapText(true);
        Tooltip loads = new Tooltip();
        model.unitProperty().addListener((property, before, now) -> loads.setText(loads(now)));
        loads.setText(loads(model.unitProperty().get()));
        summary.setTooltip(loads);
        HBox counted = new HBox(unit, census);
        counted.setAlignment(Pos.CENTER_LEFT);
        counted.getStyleClass().add("header-counts");
        summary.setMinHeight(USE_PREF_SIZE);
        VBox told = new VBox(counted, summary);
        told.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox buttons = new HBox();
        buttons.getStyleClass().add("header-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        Button filter = new Button();
        filter.textProperty().bind(board.filteringProperty());
        filter.setFocusTraversable(false);
        filter.setMinWidth(USE_PREF_SIZE);
        filter.setTooltip(new Tooltip(Texts.of("board.filter.tooltip")));
        filter.setOnAction(event -> board.nextFilter());
        buttons.getChildren().add(filter);
        buttons.getChildren().add(nurseMenu(board));
        buttons.getChildren().add(orderButtons(board));
        ToggleButton table = new ToggleButton(Texts.of("board.table"));
        table.setFocusTraversable(false);
        table.setMinWidth(USE_PREF_SIZE);
        table.selectedProperty().bindBidirectional(board.tableProperty());
        buttons.getChildren().add(table);
        Button wall = new Button(Texts.of("shell.wall"));
        wall.setFocusTraversable(false);
        wall.setMinWidth(USE_PREF_SIZE);
        wall.setTooltip(new Tooltip(Texts.of("shell.wall.tooltip")));
        wall.setOnAction(event -> model.toggleWall());
        buttons.getChildren().add(wall);
        Button alarms = new Button(Texts.of("shell.alarms"));
        alarms.setFocusTraversable(false);
        alarms.setMinWidth(USE_PREF_SIZE);
        alarms.setOnAction(event -> model.openAlarms());
        buttons.getChildren().add(alarms);
        Button feeds = new Button(Texts.of("shell.feeds"));
        feeds.setFocusTraversable(false);
        feeds.setMinWidth(USE_PREF_SIZE);
        feeds.setOnAction(event -> model.openFeeds());
        buttons.getChildren().add(feeds);
        Button theme = new Button(Texts.of("shell.theme"));
        theme.setFocusTraversable(false);
        theme.setMinWidth(USE_PREF_SIZE);
        theme.setOnAction(event -> model.nextTheme());
        buttons.getChildren().add(theme);
        Button help = new Button(Texts.of("shell.help"));
        help.setFocusTraversable(false);
        help.setMinWidth(USE_PREF_SIZE);
        help.setOnAction(event -> openHelp.run());
        buttons.getChildren().add(help);
        getChildren().add(new TwoEnds(told, buttons, LEFT, 12));
        model.censusProperty().addListener((property, before, now) -> showCensus(now));
        model.themeProperty()
                .addListener((property, before, now) -> showCensus(model.censusProperty().get()));
        showCensus(model.censusProperty().get());
    }

    private static String scale(ShellViewModel model) {
        return model.unitProperty().get().stays().stream()
                .map(stay -> stay.scale().title() + " · ")
                .findFirst()
                .orElse("");
    }

    /** What each nurse has in hand, a line each. */
    private static String loads(UnitSnapshot unit) {
        return String.join("\n", NurseLoad.of(unit).stream().map(NurseLoad::words).toList());
    }

    /** Takes no room while nobody is assigned. */
    private static MenuButton nurseMenu(BoardViewModel board) {
        MenuButton menu = new MenuButton();
        menu.setFocusTraversable(false);
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setTooltip(new Tooltip(Texts.of("nurses.filter.tooltip")));
        InvalidationListener showNurse = changed -> showNurse(menu, board);
        board.nurseProperty().addListener(showNurse);
        board.nursesProperty().addListener(showNurse);
        showNurse(menu, board);
        return menu;
    }

    private static void showNurse(MenuButton menu, BoardViewModel board) {
        String nurse = board.nurseProperty().get();
        boolean any = nurse != null || !board.nursesProperty().get().isEmpty();
        menu.setVisible(any);
        menu.setManaged(any);
        menu.setText(
                nurse == null
                        ? Texts.of("nurses.filter.all")
                        : Texts.of("nurses.filter.some", named(nurse)));
        List<MenuItem> items = new ArrayList<>();
        MenuItem every = new MenuItem(Texts.of("nurses.filter.every"));
        every.setOnAction(event -> board.nurseProperty().set(null));
        items.add(every);
        for (String name : board.nursesProperty().get()) {
            MenuItem item = new MenuItem(named(name));
            item.setOnAction(event -> board.nurseProperty().set(name));
            items.add(item);
        }
        menu.getItems().setAll(items);
    }

    private static String named(String nurse) {
        return nurse.isEmpty() ? Texts.of("nurses.nobody") : nurse;
    }

    private static SegmentedButton orderButtons(BoardViewModel board) {
        SegmentedButton orders =
                new SegmentedButton(
                        orderButton(board, BoardOrder.BY_BED, "shell.byBed"),
                        orderButton(board, BoardOrder.WORST_FIRST, "shell.worstFirst"));
        orders.setMinWidth(USE_PREF_SIZE);
        return orders;
    }

    private static ToggleButton orderButton(BoardViewModel board, BoardOrder order, String key) {
        ToggleButton button = new ToggleButton(Texts.of(key));
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setSelected(board.orderProperty().get() == order);
        button.setOnAction(
                event -> {
                    // Pressing the chosen one again must not leave none chosen.
                    button.setSelected(true);
                    board.orderProperty().set(order);
                });
        board.orderProperty()
                .addListener((property, before, now) -> button.setSelected(now == order));
        return button;
    }

    private void showCensus(ShellViewModel.Census counts) {
        census.getChildren().clear();
        for (int grade = counts.byGrade().size() - 1; grade >= 0; grade--) {
            int count = counts.byGrade().get(grade);
            if (grade < 5 || count > 0) {
                showCount(GradeRange.of(grade), count);
            }
        }
        if (counts.unknown() > 0) {
            showCount(new GradeRange(0, 4), counts.unknown());
        }
    }

    private void showCount(GradeRange grade, int count) {
        GradeBadge badge = new GradeBadge(BADGE);
        badge.show(grade, model.themeProperty().get());
        Label label = new Label("× " + count);
        label.setMinWidth(USE_PREF_SIZE);
        census.getChildren().addAll(badge, label);
    }
}
