package org.cytovigil.ui.nurses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.board.BedCard;
import org.cytovigil.ui.board.BoardViewModel;
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

/** Nurses by keyboard alone, in the whole window. */
// [utest->req~ui.nurses~1]
@ExtendWith(ApplicationExtension.class)
class NursesScreenTest {
    private static final int BEDS = 16;

    private final Ward ward = new Ward();
    private final ShellViewModel model = new ShellViewModel(ward.session(), ZoneOffset.UTC);
    private final BoardViewModel board = new BoardViewModel(() -> Ward.START);
    private final FeedsViewModel feeds =
            new FeedsViewModel(
                    FeedDesk.NONE, Runnable::run, Runnable::run, () -> Ward.START, ZoneOffset.UTC);
    private int keystrokes;

    @Start
    void open(Stage stage) {
        for (int bed = 1; bed <= BEDS; bed++) {
            ward.admit(Integer.toString(bed), "DEMO " + bed);
        }
        ward.pass(Duration.ofMinutes(1));
        model.show();
        stage.setScene(new Scene(new ShellView(model, board, feeds, ZoneOffset.UTC), 1280, 800));
        stage.show();
    }

    private void pass() {
        Platform.runLater(
                () -> {
                    ward.pass(Duration.ofSeconds(1));
                    model.refresh();
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void press(FxRobot robot, KeyCode... keys) {
        keystrokes++;
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void write(FxRobot robot, String text) {
        keystrokes += text.length();
        robot.write(text, 0);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<String> nurses() {
        return ward.session().latest().stays().stream().map(StaySnapshot::nurse).toList();
    }

    private static List<String> words(FxRobot robot) {
        List<String> all = new ArrayList<>();
        robot.lookup((Node node) -> node instanceof Labeled && node.isVisible())
                .queryAllAs(Labeled.class)
                .forEach(label -> all.add(label.getText()));
        return all;
    }

    @Test
    void fourNursesForSixteenBedsInThirtyKeystrokes(FxRobot robot) {
        press(robot, KeyCode.CONTROL, KeyCode.U);
        for (String name : List.of("Ada", "Ben", "Cyd", "Dot")) {
            write(robot, name);
            for (int bed = 0; bed < 4; bed++) {
                press(robot, KeyCode.ENTER);
            }
        }
        assertThat(words(robot)).contains("Save 16 changes  Ctrl+Enter");
        // The last Enter has come to the button.
        press(robot, KeyCode.ENTER);
        pass();

        assertThat(nurses())
                .startsWith("Ada", "Ada", "Ada", "Ada", "Ben")
                .endsWith("Cyd", "Dot", "Dot", "Dot", "Dot");
        assertThat(keystrokes).isEqualTo(30);
        assertThat(words(robot))
                .anyMatch(text -> text.endsWith(" · nurses: 4"))
                .contains("Nurse: all  Shift+F");
    }

    @Test
    void lettersAreTypedIntoTheFieldAndArrowsGoFromBedToBed(FxRobot robot) {
        press(robot, KeyCode.CONTROL, KeyCode.U);
        write(robot, "fwb");
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.DOWN);
        write(robot, "fw");
        assertThat(words(robot)).contains("→ fwb");
        press(robot, KeyCode.RIGHT);
        press(robot, KeyCode.CONTROL, KeyCode.ENTER);
        pass();

        assertThat(nurses()).startsWith("fwb", "", "fwb", "");
        press(robot, KeyCode.SHIFT, KeyCode.F);
        assertThat(board.cards()).extracting(BedCard::bed).containsExactly("1", "3");
    }

    @Test
    void escapeAsksOnceBeforeNamesAreLost(FxRobot robot) {
        press(robot, KeyCode.CONTROL, KeyCode.U);
        write(robot, "Ada");
        press(robot, KeyCode.ESCAPE);
        assertThat(words(robot))
                .contains("Nothing was saved yet. Save, or close once more to leave it as it was.");
        press(robot, KeyCode.ESCAPE);

        assertThat(words(robot)).doesNotContain("Nurses of the unit");
        assertThat(nurses()).containsOnly("");
    }
}
