package org.cytovigil.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.bedside.BedsideView;
import org.cytovigil.ui.board.BoardView;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.shell.ShellView;
import org.cytovigil.ui.shell.ShellViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The panel and the screen of alarms as a nurse uses them, by keyboard and by pointer. */
// [utest->req~ui.alarm-screen~1]
// [utest->req~ui.alarm-answer~1]
@ExtendWith(ApplicationExtension.class)
class AlarmsScreenTest {
    private static final double WIDTH = 1280;

    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final ShellViewModel model = new ShellViewModel(ward.session(), ZoneOffset.UTC);
    private final FeedsViewModel feeds =
            new FeedsViewModel(
                    FeedDesk.NONE, Runnable::run, Runnable::run, () -> Ward.START, ZoneOffset.UTC);
    private final AtomicReference<ShellView> shown = new AtomicReference<>();

    @Start
    void open(Stage stage) {
        ward.chart(alpha, 39.0, 86, 50, 0);
        ward.pass(Duration.ofSeconds(1));
        model.show();
        ShellView view =
                new ShellView(model, new BoardViewModel(() -> Ward.START), feeds, ZoneOffset.UTC);
        shown.set(view);
        stage.setScene(new Scene(view, WIDTH, 800));
        stage.show();
    }

    private void push(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void second() {
        ward.pass(Duration.ofSeconds(1));
        Platform.runLater(model::refresh);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean panel(FxRobot robot) {
        return robot.lookup(".answer-panel").query().isVisible();
    }

    private static String strip(FxRobot robot) {
        return robot.lookup(".alarm-message").<Label>query().getText();
    }

    @Test
    void twoKeysAnswerWithWhatWasDone(FxRobot robot) {
        push(robot, KeyCode.SHIFT, KeyCode.F12);
        assertThat(panel(robot)).isTrue();
        assertThat(strip(robot)).as("stays in sight").startsWith("!! Bed 4");

        push(robot, KeyCode.DIGIT2);
        second();

        assertThat(panel(robot)).isFalse();
        assertThat(strip(robot)).contains("acknowledged by nurse N2: fluids given");
    }

    @Test
    void aStrayKeyOnTheOpenPanelSaysNothing(FxRobot robot) {
        push(robot, KeyCode.SHIFT, KeyCode.F12);

        push(robot, KeyCode.ENTER);
        push(robot, KeyCode.SPACE);
        second();

        assertThat(strip(robot)).startsWith("!! Bed 4").doesNotContain("acknowledged");
    }

    @Test
    void digitsAreTypedIntoTheReasonAndPutOffIsNamedByItsEnd(FxRobot robot) {
        robot.clickOn(".answer-more");
        WaitForAsyncUtils.waitForFxEvents();
        Button putOff = button(robot, "Put off until");
        assertThat(putOff.isDisabled()).as("no reason yet").isTrue();

        robot.clickOn(robot.lookup(".answer-field").nth(1).<Node>query());
        robot.write("2 litres");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(putOff.isDisabled()).isFalse();
        assertThat(putOff.getText()).isEqualTo("Put off until 08:30");
        robot.clickOn(putOff);
        second();

        assertThat(strip(robot)).doesNotContain("ASTCT 2019 0 → 2");
        assertThat(ward.session().latest().hidden())
                .anySatisfy(
                        hidden ->
                                assertThat(
                                                AlarmWords.hidden(
                                                        hidden.state(), ward.now(), ZoneOffset.UTC))
                                        .contains("until 08:30 by nurse N2: 2 litres"));
    }

    @Test
    void escapeClosesThePanelBeforeTheScreen(FxRobot robot) {
        push(robot, KeyCode.F7);
        push(robot, KeyCode.SHIFT, KeyCode.F12);

        push(robot, KeyCode.ESCAPE);
        assertThat(panel(robot)).isFalse();
        assertThat(shows(robot, AlarmsView.class)).isTrue();

        push(robot, KeyCode.ESCAPE);
        assertThat(shows(robot, BoardView.class)).isTrue();
    }

    @Test
    void enterOnAnAlarmThatStandsOpensThePanel(FxRobot robot) {
        push(robot, KeyCode.F7);

        push(robot, KeyCode.ENTER);

        assertThat(panel(robot)).isTrue();
    }

    @Test
    void enterOnALineOfTheLogOpensTheChartAtThatMoment(FxRobot robot) {
        ward.pass(Duration.ofHours(30));
        second();
        push(robot, KeyCode.F7);
        ListView<?> log = robot.lookup(".log-list").query();
        Platform.runLater(
                () -> {
                    log.requestFocus();
                    log.getSelectionModel().selectLast();
                });
        WaitForAsyncUtils.waitForFxEvents();

        push(robot, KeyCode.ENTER);

        assertThat(shows(robot, BedsideView.class)).isTrue();
        assertThat(shown.get().bedside().trend().visibleTimeProperty().get())
                .extracting(visible -> visible.from(), visible -> visible.to())
                .containsExactly(
                        Ward.START.minus(Duration.ofHours(3)),
                        Ward.START.plus(Duration.ofHours(3)));
    }

    @Test
    void theLogIsExportedToTheChosenFile(FxRobot robot, @TempDir Path folder) {
        push(robot, KeyCode.F7);
        Path file = folder.resolve("log.csv");
        robot.lookup(AlarmsView.class::isInstance).<AlarmsView>query().setChooser(() -> file);

        push(robot, KeyCode.CONTROL, KeyCode.S);

        assertThat(Files.exists(file)).isTrue();
        assertThat(robot.lookup(".alarms-foot").<Label>query().getText()).contains("log.csv");
    }

    @Test
    void textsAreWholeAndTargetsLargeEnough(FxRobot robot) {
        push(robot, KeyCode.F7);
        push(robot, KeyCode.SHIFT, KeyCode.F12);

        for (Node node : robot.lookup(".button").queryAll()) {
            Button button = (Button) node;
            if (button.isManaged() && button.getParent().isVisible() && button.getWidth() > 0) {
                assertThat(button.getHeight()).as(button.getText()).isGreaterThanOrEqualTo(44);
                assertThat(button.getWidth())
                        .as(button.getText())
                        .isGreaterThanOrEqualTo(button.prefWidth(-1) - 1);
                assertThat(button.localToScene(button.getLayoutBounds()).getMaxX())
                        .as(button.getText())
                        .isLessThanOrEqualTo(WIDTH);
            }
        }
        for (String selector : new String[] {".alarm-message", ".answer-title", ".feed-title"}) {
            for (Node node : robot.lookup(selector).queryAll()) {
                Label label = (Label) node;
                assertThat(((Text) label.lookup(".text")).getText()).isEqualTo(label.getText());
            }
        }
        for (String list : new String[] {".standing-list", ".hidden-list", ".log-list"}) {
            assertThat(robot.lookup(list).<ListView<?>>query().getAccessibleText()).isNotBlank();
        }
    }

    private static Button button(FxRobot robot, String begins) {
        return robot.lookup(node -> node instanceof Button b && b.getText().startsWith(begins))
                .query();
    }

    private static boolean shows(FxRobot robot, Class<? extends Node> screen) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(screen::isInstance).tryQuery().isPresent();
    }

    // [utest->req~ui.alarm-adjust~1]
    @Test
    void anAlarmIsSetOtherwiseForThePatientByKeyboard(FxRobot robot) {
        push(robot, KeyCode.SHIFT, KeyCode.F7);
        assertThat(robot.lookup(".adjust-panel").query().isVisible()).isTrue();

        // Past the kind, both grades and the delay.
        push(robot, KeyCode.TAB);
        push(robot, KeyCode.TAB);
        push(robot, KeyCode.TAB);
        robot.write("7");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".adjust-refused").queryAllAs(Label.class))
                .filteredOn(Node::isVisible)
                .extracting(Label::getText)
                .containsExactly("it can be of high priority: at most the unit's 0 min");
        push(robot, KeyCode.BACK_SPACE);
        push(robot, KeyCode.TAB);
        robot.write("5");
        push(robot, KeyCode.TAB);
        push(robot, KeyCode.TAB);
        push(robot, KeyCode.TAB);
        robot.write("frail");
        push(robot, KeyCode.ENTER);
        second();

        assertThat(robot.lookup(".adjust-panel").query().isVisible()).isFalse();
        push(robot, KeyCode.F7);
        assertThat(robot.lookup(".adjusted-list").<ListView<AdjustedRow>>query().getItems())
                .extracting(AdjustedRow::what)
                .containsExactly("grade rise: over after 5 min");
    }

    @Test
    void escapeSetsNothing(FxRobot robot) {
        push(robot, KeyCode.SHIFT, KeyCode.F7);
        push(robot, KeyCode.ESCAPE);

        assertThat(robot.lookup(".adjust-panel").query().isVisible()).isFalse();
        assertThat(ward.session().latest().adjusted()).isEmpty();
    }

    @Test
    void everythingThatIsPressedOnThePanelIsLargeEnough(FxRobot robot) {
        push(robot, KeyCode.SHIFT, KeyCode.F7);

        assertThat(robot.lookup(".adjust-panel .button").queryAllAs(Button.class))
                .isNotEmpty()
                .allSatisfy(button -> assertThat(button.getHeight()).isGreaterThanOrEqualTo(44));
        assertThat(robot.lookup(".adjust-panel .combo-box").queryAllAs(ComboBox.class))
                .isNotEmpty()
                .allSatisfy(box -> assertThat(box.getHeight()).isGreaterThanOrEqualTo(44));
    }
}
