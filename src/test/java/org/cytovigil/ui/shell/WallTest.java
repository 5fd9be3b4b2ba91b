package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

// [utest->req~ui.wall~1]
@ExtendWith(ApplicationExtension.class)
class WallTest {
    private final Ward ward = new Ward();
    private final ShellViewModel model = new ShellViewModel(ward.session(), ZoneOffset.UTC);
    private final BoardViewModel board = new BoardViewModel(() -> Ward.START);
    private final FeedsViewModel feeds =
            new FeedsViewModel(
                    FeedDesk.NONE, Runnable::run, Runnable::run, () -> Ward.START, ZoneOffset.UTC);
    private final AtomicReference<ShellView> shown = new AtomicReference<>();

    @Start
    void open(Stage stage) {
        ward.admit("1", "DEMO Alpha");
        ward.pass(Duration.ofMinutes(1));
        model.show();
        ShellView shell = new ShellView(model, board, feeds, ZoneOffset.UTC);
        shown.set(shell);
        stage.setScene(new Scene(shell, 1280, 800));
        stage.show();
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static double tileHeight(FxRobot robot) {
        return robot.lookup(".bed-tile").query().getBoundsInParent().getHeight();
    }

    private static boolean seen(FxRobot robot, String style) {
        return robot.lookup(style).match(Node::isVisible).tryQuery().isPresent();
    }

    @Test
    void theWallIsStripTilesAndTheReminderAlone(FxRobot robot) {
        double before = tileHeight(robot);
        press(robot, KeyCode.T);
        press(robot, KeyCode.V);

        assertThat(model.wallProperty().get()).isTrue();
        assertThat(seen(robot, ".header")).isFalse();
        assertThat(seen(robot, ".action-bar")).isFalse();
        assertThat(seen(robot, ".alarm-strip")).isTrue();
        assertThat(seen(robot, ".footer")).isTrue();
        assertThat(board.tableProperty().get()).isFalse();
        assertThat(shown.get().getCursor()).isEqualTo(Cursor.NONE);
        assertThat(tileHeight(robot)).isGreaterThan(before + 80);

        press(robot, KeyCode.ESCAPE);
        assertThat(model.wallProperty().get()).isFalse();
        assertThat(seen(robot, ".header")).isTrue();
        assertThat(seen(robot, ".action-bar")).isTrue();
        assertThat(shown.get().getCursor()).isEqualTo(Cursor.DEFAULT);
        assertThat(tileHeight(robot)).isEqualTo(before);
    }

    @Test
    void theSameKeyEndsItAndSoDoesOpeningAPatientOrAPanel(FxRobot robot) {
        press(robot, KeyCode.V);
        press(robot, KeyCode.V);
        assertThat(model.wallProperty().get()).isFalse();

        press(robot, KeyCode.V);
        press(robot, KeyCode.CONTROL, KeyCode.N);
        assertThat(model.wallProperty().get()).isFalse();
        press(robot, KeyCode.ESCAPE);

        press(robot, KeyCode.V);
        press(robot, KeyCode.ENTER);
        assertThat(model.screenProperty().get()).isEqualTo(ShellViewModel.Screen.BEDSIDE);
        assertThat(model.wallProperty().get()).isFalse();
        press(robot, KeyCode.V);
        assertThat(model.wallProperty().get()).isFalse();
    }
}
