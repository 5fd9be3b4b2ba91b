package org.cytovigil.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.shell.ShellView;
import org.cytovigil.ui.shell.ShellViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

// [utest->req~ui.board-table~1]
@ExtendWith(ApplicationExtension.class)
class BoardTableTest {
    private final Ward ward = new Ward();
    private final StayId one = ward.admit("1", "DEMO Alpha");
    private final StayId two = ward.admit("2", "DEMO Bravo");
    private final ShellViewModel model = new ShellViewModel(ward.session(), ZoneOffset.UTC);
    private Instant real = Ward.START;
    private final BoardViewModel board = new BoardViewModel(() -> real);
    private final FeedsViewModel feeds =
            new FeedsViewModel(
                    FeedDesk.NONE, Runnable::run, Runnable::run, () -> Ward.START, ZoneOffset.UTC);

    @Start
    void open(Stage stage) {
        ward.chart(one, 36.8, 121, 70, 0);
        ward.chart(two, 39.4, 88, 51, 6);
        ward.tell(two, new Entry.NurseAssigned("Ada"));
        ward.pass(Duration.ofMinutes(4));
        model.show();
        stage.setScene(new Scene(new ShellView(model, board, feeds, ZoneOffset.UTC), 1600, 900));
        stage.show();
    }

    private static BoardTable table(FxRobot robot) {
        return robot.lookup(BoardTable.class::isInstance).queryAs(BoardTable.class);
    }

    private static void press(FxRobot robot, KeyCode key) {
        robot.push(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void pass(Duration time) {
        Platform.runLater(
                () -> {
                    real = real.plus(time);
                    ward.pass(time);
                    model.refresh();
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What a screen reader says of the cells of a row, in the order of the columns. */
    private static List<String> row(FxRobot robot, int index) {
        List<TableCell<?, ?>> cells = new ArrayList<>();
        for (Node node : table(robot).lookupAll(".table-cell")) {
            if (node instanceof TableCell<?, ?> cell && cell.getIndex() == index) {
                cells.add(cell);
            }
        }
        cells.sort(Comparator.comparingDouble(Node::getLayoutX));
        return cells.stream().map(Node::getAccessibleText).toList();
    }

    @Test
    void aRowTellsWhatTheTileTellsAndMore(FxRobot robot) {
        press(robot, KeyCode.T);

        assertThat(row(robot, 1))
                .containsExactly(
                        "2",
                        "DEMO Bravo MRN MRN 2",
                        "day 0  00:04 60 y",
                        "grade 3 ↑ ASTCT 2019 for 4 min",
                        "peak 3 · Lee 2014 2",
                        "39.4 °C",
                        "88/51 mmHg",
                        "97 %",
                        "room air",
                        "NE 6 µg/min",
                        "vitals due in 56 min",
                        "!!! unanswered 4 min",
                        "Ada");
    }

    private static List<String> headings(FxRobot robot) {
        return table(robot).getColumns().stream()
                .filter(TableColumn::isVisible)
                .map(column -> ((Label) column.getGraphic()).getText())
                .toList();
    }

    @Test
    void besideAPanelColumnsThatMatterLessGoAndTheOthersStayWhole(FxRobot robot) {
        press(robot, KeyCode.T);
        List<String> all = headings(robot);

        robot.push(KeyCode.CONTROL, KeyCode.U);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(headings(robot))
                .isSubsetOf(all)
                .hasSizeLessThan(all.size())
                .doesNotContain("Peak")
                .contains("Bed", "Patient", "Grade", "T", "Pressure", "Oxygen", "Vasopressors")
                .contains("Alarm");

        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(headings(robot)).isEqualTo(all);
    }

    @Test
    void anOldValueIsToldWithItsAge(FxRobot robot) {
        press(robot, KeyCode.T);
        pass(Duration.ofHours(5));

        assertThat(row(robot, 0)).contains("36.8 °C 5 h 04", "121/70 mmHg 5 h 04");
    }

    @Test
    void theOrderAndTheFilterAreThoseOfTheTiles(FxRobot robot) {
        press(robot, KeyCode.T);
        assertThat(table(robot).getItems()).extracting(BedCard::bed).containsExactly("1", "2");
        press(robot, KeyCode.W);
        assertThat(table(robot).getItems()).extracting(BedCard::bed).containsExactly("2", "1");
        assertThat(row(robot, 0)).endsWith("Place 1, before bed 1 because: alarm !!! unanswered");
        press(robot, KeyCode.F);
        assertThat(table(robot).getItems()).extracting(BedCard::bed).containsExactly("2");
        press(robot, KeyCode.T);
        assertThat(table(robot).isVisible()).isFalse();
    }

    @Test
    void theChosenRowFollowsItsPatientAndEnterOpensTheBedside(FxRobot robot) {
        press(robot, KeyCode.W);
        press(robot, KeyCode.T);
        press(robot, KeyCode.DOWN);
        assertThat(table(robot).focused()).isEqualTo(one);

        ward.chart(one, 39.8, 70, 40, 30);
        ward.tell(two, new Entry.Discharged());
        pass(Duration.ofMinutes(1));
        assertThat(table(robot).getItems().getFirst().stay()).isEqualTo(one);
        assertThat(table(robot).focused()).isEqualTo(one);
        press(robot, KeyCode.ENTER);

        assertThat(model.screenProperty().get()).isEqualTo(ShellViewModel.Screen.BEDSIDE);
        assertThat(model.stayProperty().get()).isEqualTo(one);
    }

    /** How a node that tells of an alarm looks: "high", "high unlit", or nothing. */
    private static String looks(Node alarm) {
        return alarm.getPseudoClassStates().stream()
                .map(Object::toString)
                .filter(Set.of("high", "medium", "low", "unlit")::contains)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static boolean bothLook(FxRobot robot, String how) throws Exception {
        return WaitForAsyncUtils.asyncFx(
                        () ->
                                looks(robot.lookup(".board-table-alarm").query()).equals(how)
                                        && looks(robot.lookup(".alarm-message").query())
                                                .equals(how))
                .get();
    }

    // [utest->req~ui.alarm-flash~1]
    @Test
    void anAlarmInItsRowFlashesWithTheStripAndIsSteadyOnceAnswered(FxRobot robot) throws Exception {
        press(robot, KeyCode.T);
        for (String how : List.of("high unlit", "high", "high unlit")) {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> bothLook(robot, how));
        }

        press(robot, KeyCode.F12);
        pass(Duration.ofSeconds(1));

        assertThat(robot.lookup(".board-table-alarm").tryQuery()).isEmpty();
        assertThat(row(robot, 1)).contains("✓ acknowledged");
    }

    // [utest->req~ui.panel-beside-board~1]
    @Test
    void aPanelLeavesRoomForEveryBed(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.U);
        WaitForAsyncUtils.waitForFxEvents();
        double panel = robot.lookup(".side-panel").query().getBoundsInParent().getMinX();
        double right = 0;
        for (BedTile tile : robot.lookup(".bed-tile").queryAllAs(BedTile.class)) {
            right = Math.max(right, tile.getBoundsInParent().getMaxX());
        }
        assertThat(right).isPositive().isLessThan(panel);

        press(robot, KeyCode.ESCAPE);
        BoardView tiles = robot.lookup(BoardView.class::isInstance).queryAs(BoardView.class);
        assertThat(tiles.getWidth()).isEqualTo(1600);
    }
}
