package org.cytovigil.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Lanes are chosen by keys and by buttons, and what is chosen is kept. */
// [utest->req~ui.trend-lanes-chosen~1]
@ExtendWith(ApplicationExtension.class)
class LanesPanelTest {
    private final TrendViewModel trend = new TrendViewModel(ZoneOffset.UTC);
    private @Nullable LaneChoice kept;

    @Start
    void open(Stage stage) {
        trend.setLaneKeeper(
                new LaneChoice.Keeper() {
                    @Override
                    public LaneChoice lanes() {
                        return LaneChoice.USUAL.with(LaneId.RATES, LaneChoice.Fold.OPEN);
                    }

                    @Override
                    public void chooseLanes(LaneChoice chosen) {
                        kept = chosen;
                    }
                });
        layOut();
        LanesPanel panel = new LanesPanel(trend);
        stage.setScene(new Scene(panel.node(), 420, 700));
        stage.show();
        panel.focus();
    }

    /** As a chart of enough height does. */
    private void layOut() {
        trend.setLayout(LaneLayout.of(trend.lanesProperty().get(), 0, 2_000, 1));
    }

    private LaneChoice kept() {
        return Objects.requireNonNull(kept);
    }

    private static List<String> lines(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".list-cell").queryAllAs(javafx.scene.control.ListCell.class).stream()
                .map(cell -> cell.getText())
                .filter(text -> text != null && !text.isEmpty())
                .sorted()
                .toList();
    }

    @Test
    void whatWasKeptStandsFromTheStart() {
        assertThat(trend.lanesProperty().get().opened(LaneId.RATES)).isTrue();
        assertThat(kept).as("nobody chose anything yet").isNull();
    }

    @Test
    void keysFoldMoveAndStretchTheChosenLane(FxRobot robot) {
        robot.type(KeyCode.DOWN).type(KeyCode.SPACE);
        assertThat(kept().folded(LaneId.PRESSURE)).isTrue();

        robot.push(KeyCode.ALT, KeyCode.UP);
        assertThat(kept().order()).startsWith(LaneId.PRESSURE, LaneId.TEMPERATURE);

        robot.type(KeyCode.PLUS);
        assertThat(kept().height(LaneId.PRESSURE)).isGreaterThan(1);
        robot.type(KeyCode.MINUS).type(KeyCode.MINUS);
        assertThat(kept().height(LaneId.PRESSURE)).isLessThan(1);
    }

    @Test
    void theChosenLaneStaysChosenWhereItGoes(FxRobot robot) {
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        robot.push(KeyCode.ALT, KeyCode.DOWN);

        assertThat(kept().order()).startsWith(LaneId.PRESSURE, LaneId.OXYGEN, LaneId.TEMPERATURE);
        assertThat(
                        robot.lookup(".lanes-list")
                                .queryAs(ListView.class)
                                .getSelectionModel()
                                .getSelectedItem())
                .isEqualTo(LaneId.TEMPERATURE);
    }

    @Test
    void theListSaysHowEachLaneStands(FxRobot robot) {
        assertThat(lines(robot)).contains("Temperature: open");

        robot.type(KeyCode.SPACE);
        robot.interact(this::layOut);

        assertThat(lines(robot))
                .contains("Temperature: folded")
                .doesNotContain("Temperature: open");
    }

    @Test
    void oneButtonBringsBackTheUsual(FxRobot robot) {
        robot.type(KeyCode.SPACE);
        Button usual =
                robot.lookup(".button").queryAllAs(Button.class).stream()
                        .filter(button -> button.getText().equals("All as usual"))
                        .findFirst()
                        .orElseThrow();

        robot.interact(usual::fire);

        assertThat(kept()).isEqualTo(LaneChoice.USUAL);
    }
}
