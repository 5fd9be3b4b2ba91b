package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.bedside.BedsideView;
import org.cytovigil.ui.board.BoardView;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window as a nurse uses it, with keyboard and pointer, under the test's own clock. */
// [utest->req~ui.alarm-strip~1]
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final ShellViewModel model = new ShellViewModel(ward.session(), ZoneOffset.UTC);
    private final BoardViewModel board = new BoardViewModel(() -> Ward.START);

    private final FeedsViewModel feeds =
            new FeedsViewModel(
                    FeedDesk.NONE, Runnable::run, Runnable::run, () -> Ward.START, ZoneOffset.UTC);

    @Start
    void open(Stage stage) {
        ward.chart(alpha, 38.6, 118, 70, 0);
        model.show();
        stage.setScene(new Scene(new ShellView(model, board, feeds, ZoneOffset.UTC), 1000, 900));
        stage.show();
    }

    @Test
    void aRiseIsOnTheScreenWithinOneSecondOfModelTime(FxRobot robot) {
        answerAll();
        ward.pass(Duration.ofHours(1));
        ward.chart(alpha, 39.0, 88, 51, 6);
        ward.pass(Duration.ofSeconds(1));
        refresh();

        assertThat(message(robot).getText())
                .isEqualTo(
                        "!!! Bed 4 · DEMO Alpha · ASTCT 2019 1 → 3 · norepinephrine 6 µg/min (since 09:00)");
        assertThat(message(robot).getPseudoClassStates())
                .extracting(Object::toString)
                .contains("high");
    }

    // [utest->req~ui.alarm-latency~1]
    @Test
    void aRiseIsOnTheScreenWithTheFirstFrameAfterTheBeatThatTookIt(FxRobot robot) {
        answerAll();
        ward.pass(Duration.ofHours(1));
        ward.chart(alpha, 39.0, 88, 51, 6);
        refresh();

        assertThat(message(robot).getText()).startsWith("!!! Bed 4").contains("ASTCT 2019 1 → 3");
    }

    @Test
    void oneKeyAnswersTheAlarmAndAHigherGradeAlarmsAnew(FxRobot robot) {
        robot.type(KeyCode.F12);
        ward.pass(Duration.ofSeconds(1));
        refresh();
        String answered = message(robot).getText();

        ward.chart(alpha, 39.0, 88, 51, 0);
        ward.pass(Duration.ofSeconds(1));
        refresh();

        assertThat(answered).contains("acknowledged by nurse N2");
        assertThat(message(robot).getText()).startsWith("!! Bed 4").contains("1 → 2");
    }

    @Test
    void enterOpensTheBedsideAndEscapeReturns(FxRobot robot) {
        Platform.runLater(() -> robot.lookup(".bed-tile").<Node>query().requestFocus());
        WaitForAsyncUtils.waitForFxEvents();

        robot.type(KeyCode.ENTER);
        boolean bedside = shows(robot, BedsideView.class);
        robot.type(KeyCode.ESCAPE);

        assertThat(bedside).isTrue();
        assertThat(shows(robot, BoardView.class)).isTrue();
    }

    @Test
    void theStripStaysOnTopOfTheBedside(FxRobot robot) {
        robot.clickOn(".bed-tile");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(shows(robot, BedsideView.class)).isTrue();
        assertThat(message(robot).isVisible()).isTrue();
    }

    @Test
    void themesFollowEachOtherByOneKey(FxRobot robot) {
        robot.type(KeyCode.F9);

        assertThat(model.themeProperty().get()).isEqualTo(Theme.DAY);
    }

    private void answerAll() {
        model.acknowledgeTop();
        ward.pass(Duration.ofSeconds(1));
        refresh();
    }

    private void refresh() {
        Platform.runLater(model::refresh);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Label message(FxRobot robot) {
        return robot.lookup(".alarm-message").query();
    }

    private static boolean shows(FxRobot robot, Class<? extends Node> screen) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(screen::isInstance).tryQuery().isPresent();
    }
}
