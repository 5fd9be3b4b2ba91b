package org.cytovigil.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.ui.board.BoardOrder;
import org.cytovigil.ui.board.BoardViewModel;
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
        summary.getStyleClass().add("muted");
        summary.textProperty().bind(model.summaryProperty());
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        HBox left = new HBox(unit, census, summary);
        HBox right = new HBox();
        for (HBox end : List.of(left, right)) {
            end.getStyleClass().add("header-part");
            end.setAlignment(Pos.CENTER_LEFT);
        }
        Button filter = new Button();
        filter.textProperty().bind(board.filteringProperty());
        filter.setFocusTraversable(false);
        filter.setMinWidth(USE_PREF_SIZE);
        filter.setTooltip(new Tooltip(Texts.of("board.filter.tooltip")));
        filter.setOnAction(event -> board.nextFilter());
        right.getChildren().add(filter);
        right.getChildren().add(orderButtons(board));
        Button alarms = new Button(Texts.of("shell.alarms"));
        alarms.setFocusTraversable(false);
        alarms.setMinWidth(USE_PREF_SIZE);
        alarms.setOnAction(event -> model.openAlarms());
        right.getChildren().add(alarms);
        Button feeds = new Button(Texts.of("shell.feeds"));
        feeds.setFocusTraversable(false);
        feeds.setMinWidth(USE_PREF_SIZE);
        feeds.setOnAction(event -> model.openFeeds());
        right.getChildren().add(feeds);
        Button theme = new Button(Texts.of("shell.theme"));
        theme.setFocusTraversable(false);
        theme.setMinWidth(USE_PREF_SIZE);
        theme.setOnAction(event -> model.nextTheme());
        right.getChildren().add(theme);
        Button help = new Button(Texts.of("shell.help"));
        help.setFocusTraversable(false);
        help.setMinWidth(USE_PREF_SIZE);
        help.setOnAction(event -> openHelp.run());
        right.getChildren().add(help);
        getChildren().add(new TwoEnds(left, right, LEFT, 12));
        model.censusProperty().addListener((property, before, now) -> showCensus(now));
        model.themeProperty()
                .addListener((property, before, now) -> showCensus(model.censusProperty().get()));
        showCensus(model.censusProperty().get());
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
