package org.cytovigil.ui.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.board.BoardView;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.shell.ShellView;
import org.cytovigil.ui.shell.ShellViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The screen of feeds as somebody uses it at night, by keyboard alone. */
// [utest->req~ui.quarantine~1]
@ExtendWith(ApplicationExtension.class)
class FeedsViewTest {
    private final Ward ward = new Ward();
    private final Desk desk =
            new Desk()
                    .keep(1, "monitors", "no such code", "MSH|1\rPID|x\rOBX|a")
                    .keep(2, "monitors", "no such code", "MSH|2\rPID|x\rOBX|b!")
                    .keep(3, "pumps", "unknown patient", "MSH|3\rPID|x\rOBX|c");
    private final ShellViewModel shell = new ShellViewModel(ward.session(), ZoneOffset.UTC);
    private final FeedsViewModel model =
            new FeedsViewModel(desk, desk, Runnable::run, () -> Ward.START, ZoneOffset.UTC);
    private final AtomicReference<ShellView> shown = new AtomicReference<>();

    @Start
    void open(Stage stage) {
        ward.admit("4", "DEMO Alpha");
        shell.show();
        ShellView view =
                new ShellView(shell, new BoardViewModel(() -> Ward.START), model, ZoneOffset.UTC);
        shown.set(view);
        stage.setScene(new Scene(view, 1280, 800));
        stage.show();
        model.pulse();
    }

    private void type(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String message(FxRobot robot) {
        return robot.lookup(".feed-message").<Label>query().getText();
    }

    @Test
    void theFrameCountsQuietlyAndOneKeyOpensTheScreen(FxRobot robot) {
        Label note = robot.lookup(".quarantine-note").query();
        assertThat(note.getText()).isEqualTo("quarantine 3");

        type(robot, KeyCode.F8);
        assertThat(robot.lookup(FeedsView.class::isInstance).tryQuery()).isPresent();
        assertThat(robot.lookup(".alarm-message").<Label>query().isVisible()).isTrue();

        type(robot, KeyCode.ESCAPE);
        assertThat(robot.lookup(BoardView.class::isInstance).tryQuery()).isPresent();
    }

    @Test
    void arrowsChooseAReasonAndF5FeedsItAgain(FxRobot robot) {
        type(robot, KeyCode.F8);
        type(robot, KeyCode.DOWN);
        type(robot, KeyCode.F5);

        assertThat(message(robot)).startsWith("Fed again: 2 looked at, 1 settled");
        assertThat(desk.store.unsettled()).isEqualTo(2);
    }

    @Test
    void aGroupIsDismissedWithAReasonByKeysAndTakenBack(FxRobot robot) {
        type(robot, KeyCode.F8);
        type(robot, KeyCode.DOWN);
        type(robot, KeyCode.CONTROL, KeyCode.D);
        robot.write("test data");
        type(robot, KeyCode.ENTER);
        assertThat(message(robot)).isEqualTo("2 dismissed: test data");

        type(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(desk.store.unsettled()).isEqualTo(3);
    }

    @Test
    void escapeLeavesTheQuestionBeforeTheScreen(FxRobot robot) {
        type(robot, KeyCode.F8);
        type(robot, KeyCode.CONTROL, KeyCode.D);
        type(robot, KeyCode.ESCAPE);

        assertThat(robot.lookup(".feed-editor").<Node>query().isVisible()).isFalse();
        assertThat(robot.lookup(FeedsView.class::isInstance).tryQuery()).isPresent();
        assertThat(desk.store.unsettled()).isEqualTo(3);
    }

    @Test
    void aSearchNarrowsTheListAndEscapeEndsIt(FxRobot robot) {
        type(robot, KeyCode.F8);
        type(robot, KeyCode.CONTROL, KeyCode.F);
        robot.write("pumps");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.groups()).hasSize(1);

        type(robot, KeyCode.ESCAPE);
        assertThat(model.groups()).hasSize(2);
        assertThat(robot.lookup(FeedsView.class::isInstance).tryQuery()).isPresent();
    }

    @Test
    void theRawTextIsCopiedWhole(FxRobot robot) throws Exception {
        type(robot, KeyCode.F8);
        type(robot, KeyCode.CONTROL, KeyCode.C);

        assertThat(onScreen(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("MSH|3\rPID|x\rOBX|c");
        assertThat(message(robot)).contains("names the patient");
    }

    // [utest->req~ui.feeds-raw~1]
    @Test
    void theSegmentAtFaultIsNamedAndMarkedInTheText(FxRobot robot) {
        type(robot, KeyCode.F8);

        TextArea raw = robot.lookup(".raw").queryAs(TextArea.class);
        assertThat(raw.getText()).isEqualTo("MSH|3\nPID|x\nOBX|c");
        assertThat(raw.getSelectedText()).isEqualTo("PID|x");
        assertThat(robot.lookup(".raw-fault").queryAs(Label.class).getText())
                .isEqualTo("Refused: line 2, marked below.");
    }

    // [utest->req~ui.feeds-raw~1]
    @Test
    void aPartOfTheRawTextIsCopiedByTheKeyboard(FxRobot robot) throws Exception {
        type(robot, KeyCode.F8);
        TextArea raw = robot.lookup(".raw").queryAs(TextArea.class);
        onScreen(
                () -> {
                    raw.requestFocus();
                    raw.selectRange(6, 9);
                    return null;
                });
        type(robot, KeyCode.CONTROL, KeyCode.C);

        assertThat(onScreen(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("PID");
        assertThat(width("iiii", raw)).isEqualTo(width("MMMM", raw));
        assertThat(raw.isEditable()).isFalse();
    }

    // [utest->req~ui.feeds-raw~1]
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5})
    void eightLinesOfTheRawTextAreSeenAt1280By800(double text, FxRobot robot) throws Exception {
        type(robot, KeyCode.F8);
        ShellView view = Objects.requireNonNull(shown.get());
        onScreen(
                () -> {
                    view.getScene().getWindow().setWidth(1280);
                    view.getScene().getWindow().setHeight(800);
                    return null;
                });
        WaitForAsyncUtils.waitForFxEvents();
        onScreen(
                () -> {
                    view.setStyle(view.getStyle() + "-fx-font-size: " + 12 * text + "px;");
                    view.applyCss();
                    view.layout();
                    return null;
                });
        WaitForAsyncUtils.waitForFxEvents();

        TextArea raw = robot.lookup(".raw").queryAs(TextArea.class);
        Text line = new Text("MSH");
        line.setFont(raw.getFont());
        double lines =
                raw.lookup(".viewport").getLayoutBounds().getHeight()
                        / line.getLayoutBounds().getHeight();
        assertThat(lines).isGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"1, 1280, 800", "1.5, 1280, 800"})
    void nothingIsCutAndEveryTargetIsLargeEnough(
            double text, double width, double height, FxRobot robot) throws Exception {
        desk.keep(
                4,
                "a sender with quite a long name/and a facility",
                "not of interest: 150456 MDC_PULS_OXIM_SAT_O2_OF_A_LONG_NAME (MDC) is not in the table",
                "MSH|4\rOBX|" + "x".repeat(400));
        type(robot, KeyCode.F8);
        ShellView view = Objects.requireNonNull(shown.get());
        onScreen(
                () -> {
                    view.getScene().getWindow().setWidth(width);
                    view.getScene().getWindow().setHeight(height);
                    return null;
                });
        WaitForAsyncUtils.waitForFxEvents();
        onScreen(
                () -> {
                    view.setStyle(view.getStyle() + "-fx-font-size: " + 12 * text + "px;");
                    model.look();
                    return null;
                });
        WaitForAsyncUtils.waitForFxEvents();
        onScreen(
                () -> {
                    view.applyCss();
                    view.layout();
                    return null;
                });

        List<String> cut = new ArrayList<>();
        for (Node node : robot.lookup(".feeds .label").queryAll()) {
            Label label = (Label) node;
            Node inner = label.lookup(".text");
            if (label.isVisible()
                    && inner instanceof Text written
                    && !written.getText().equals(label.getText())) {
                cut.add(label.getText() + " -> " + written.getText());
            }
        }
        assertThat(cut).isEmpty();
        for (Node node : robot.lookup(".feeds .button").queryAll()) {
            Button button = (Button) node;
            if (button.isManaged() && button.getParent().isVisible()) {
                assertThat(button.getHeight()).as(button.getText()).isGreaterThanOrEqualTo(44);
                assertThat(button.getWidth())
                        .as(button.getText())
                        .isGreaterThanOrEqualTo(button.prefWidth(-1) - 1);
                assertThat(button.localToScene(button.getLayoutBounds()).getMaxX())
                        .as(button.getText())
                        .isLessThanOrEqualTo(width);
            }
        }
        for (ListCell<?> cell : cells(robot, ".feeds-grid .list-cell:filled")) {
            assertThat(cell.getHeight()).isGreaterThanOrEqualTo(44);
        }
    }

    @Test
    void everyListAndFieldHasAName(FxRobot robot) {
        type(robot, KeyCode.F8);

        for (Node list : robot.lookup(".feeds .list-view").queryAll()) {
            assertThat(((ListView<?>) list).getAccessibleText()).isNotBlank();
        }
        for (Node field : robot.lookup(".feeds .text-field").queryAll()) {
            assertThat(((TextField) field).getAccessibleText()).isNotBlank();
        }
        for (ListCell<?> cell : cells(robot, ".feeds-grid .list-cell:filled")) {
            assertThat(cell.getAccessibleText()).isNotBlank();
        }
    }

    private static double width(String letters, TextArea in) {
        Text text = new Text(letters);
        text.setFont(in.getFont());
        return text.getLayoutBounds().getWidth();
    }

    private static List<ListCell<?>> cells(FxRobot robot, String selector) {
        List<ListCell<?>> cells = new ArrayList<>();
        for (Node node : robot.lookup(selector).queryAll()) {
            if (node instanceof ListCell<?> cell && !cell.isEmpty()) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private static <T> T onScreen(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
