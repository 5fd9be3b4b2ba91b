package org.cytovigil.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.board.BoardOrder;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.nurses.NurseLoad;
import org.cytovigil.ui.theme.GradeBadge;
import org.cytovigil.ui.theme.Texts;

/**
 * The line under the alarm strip on the board: at its left the unit and its census, at its right
 * the buttons in one row. FX thread.
 */
// [impl->req~ui.one-header~1]
final class Header extends Region {
    private static final double BADGE = 26;
    private static final double GAP = 12;

    /** The least part of the width for the unit and its counts. */
    private static final double LEFT = 0.33;

    private final ShellViewModel model;
    private final VBox told;
    private final HeaderBar buttons = new HeaderBar();
    private final HBox census = new HBox();

    /**
     * @param second opens and closes the second window
     */
    Header(ShellViewModel model, BoardViewModel board, SecondScreen second, Runnable openHelp) {
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
        told = new VBox(counted, summary);
        told.setAlignment(Pos.CENTER_LEFT);
        Button filter = button("board.filter.ALL", board::nextFilter);
        filter.textProperty().bind(board.filteringProperty());
        filter.setTooltip(new Tooltip(Texts.of("board.filter.tooltip")));
        buttons.add(filter);
        addNurses(board);
        addOrders(board);
        ToggleButton table = new ToggleButton(Texts.of("board.table"));
        table.setFocusTraversable(false);
        table.selectedProperty().bindBidirectional(board.tableProperty());
        buttons.add(table);
        buttons.add(button("shell.alarms", model::openAlarms));
        buttons.add(button("shell.feeds", model::openFeeds));
        buttons.add(button("shell.help", openHelp));
        buttons.add(button("shell.theme", model::nextTheme));
        Button wall = button("shell.wall", model::toggleWall);
        wall.setTooltip(new Tooltip(Texts.of("shell.wall.tooltip")));
        buttons.add(wall);
        Button other = button("shell.second", second::toggle);
        other.setTooltip(new Tooltip(Texts.of("shell.second.tooltip")));
        buttons.add(other, second.barredProperty());
        getChildren().addAll(told, buttons);
        model.censusProperty().addListener((property, before, now) -> showCensus(now));
        model.themeProperty()
                .addListener((property, before, now) -> showCensus(model.censusProperty().get()));
        showCensus(model.censusProperty().get());
    }

    private static Button button(String key, Runnable act) {
        Button button = new Button(Texts.of(key));
        button.setFocusTraversable(false);
        button.setOnAction(event -> act.run());
        return button;
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
    private void addNurses(BoardViewModel board) {
        MenuButton menu = new MenuButton();
        menu.setFocusTraversable(false);
        menu.setTooltip(new Tooltip(Texts.of("nurses.filter.tooltip")));
        InvalidationListener showNurse = changed -> showNurse(menu, board);
        board.nurseProperty().addListener(showNurse);
        board.nursesProperty().addListener(showNurse);
        showNurse(menu, board);
        MenuItem next = new MenuItem();
        next.textProperty().bind(menu.textProperty());
        next.setOnAction(event -> board.nextNurse());
        buttons.add(menu, List.of(next));
    }

    private static void showNurse(MenuButton menu, BoardViewModel board) {
        String nurse = board.nurseProperty().get();
        boolean any = nurse != null || !board.nursesProperty().get().isEmpty();
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

    private void addOrders(BoardViewModel board) {
        ToggleButton byBed = orderButton(board, BoardOrder.BY_BED, "shell.byBed");
        ToggleButton worst = orderButton(board, BoardOrder.WORST_FIRST, "shell.worstFirst");
        List<MenuItem> items = new ArrayList<>();
        for (ToggleButton each : List.of(byBed, worst)) {
            RadioMenuItem item = new RadioMenuItem(each.getText());
            each.selectedProperty().subscribe(item::setSelected);
            item.setOnAction(event -> each.fire());
            items.add(item);
        }
        buttons.add(new SegmentedButton(byBed, worst), items);
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

    private double forButtons(double width) {
        double least = Math.max(told.minWidth(-1), LEFT * width);
        return Math.ceil(Math.min(buttons.prefWidth(-1), Math.max(0, width - GAP - least)));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = inner(width < 0 ? getWidth() : width);
        double left = inner - GAP - forButtons(inner);
        double height =
                Math.max(
                        Math.max(told.minHeight(left), told.prefHeight(left)),
                        buttons.prefHeight(-1));
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

    private double inner(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double width = inner(getWidth());
        double height = getHeight() - y - snappedBottomInset();
        double right = forButtons(width);
        told.resizeRelocate(x, y, width - GAP - right, height);
        buttons.resizeRelocate(x + width - right, y, right, height);
    }
}
