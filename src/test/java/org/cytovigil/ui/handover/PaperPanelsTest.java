package org.cytovigil.ui.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cytovigil.clinical.StayId;
import org.cytovigil.report.pdf.Paper;
import org.cytovigil.ui.Ward;
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

/** Hand-overs and the case report with the keyboard alone. */
// [utest->req~ui.unit-hand-over~1]
// [utest->req~ui.paper~1]
@ExtendWith(ApplicationExtension.class)
class PaperPanelsTest {
    @TempDir private Path folder = Path.of("");
    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final StayId bravo = ward.admit("5", "DEMO Bravo");
    private final ShellViewModel model = new ShellViewModel(ward.session(), ZoneOffset.UTC);

    @Start
    void open(Stage stage) {
        ward.chart(alpha, 37.0, 118, 70, 0);
        ward.chart(bravo, 39.0, 86, 50, 6);
        ward.pass(Duration.ofMinutes(5));
        model.show();
        FeedsViewModel feeds =
                new FeedsViewModel(
                        FeedDesk.NONE,
                        Runnable::run,
                        Runnable::run,
                        () -> Ward.START,
                        ZoneOffset.UTC);
        ShellView view =
                new ShellView(model, new BoardViewModel(() -> Ward.START), feeds, ZoneOffset.UTC);
        stage.setScene(new Scene(view, 1280, 800));
        stage.show();
    }

    private String saved(FxRobot robot) throws Exception {
        Path file = folder.resolve("saved.pdf");
        TextField field = robot.lookup(".paper-bar .text-field").queryAs(TextField.class);
        robot.interact(() -> field.setText(file.toString()));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents();
        return Paper.of(Files.readAllBytes(file)).text();
    }

    @Test
    void theUnitIsHandedOverFromTheBoard(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.H);
        WaitForAsyncUtils.waitForFxEvents();

        ListView<?> rows = robot.lookup(".unit-handover").queryAs(ListView.class);
        assertThat(rows.getItems())
                .extracting(row -> ((UnitOverview.Row) row).bed())
                .containsExactly("Bed 5", "Bed 4");
        List<String> words =
                robot.lookup(".unit-row .label").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList();
        assertThat(words).contains("ASTCT 2019: 3");
        assertThat(saved(robot)).contains("Hand-over of the unit", "DEMO Alpha", "DEMO Bravo");
    }

    @Test
    void thePatientIsHandedOverFromTheBedside(FxRobot robot) throws Exception {
        robot.interact(() -> model.openBedside(bravo));
        robot.push(KeyCode.CONTROL, KeyCode.H);

        assertThat(saved(robot)).contains("DEMO Bravo", "Situation").doesNotContain("DEMO Alpha");
    }

    @Test
    void theCaseReportComesFromTheBedside(FxRobot robot) throws Exception {
        robot.interact(() -> model.openBedside(bravo));
        robot.push(KeyCode.CONTROL, KeyCode.J);

        assertThat(saved(robot)).contains("Case report", "DEMO Bravo", "nurse N2");
        // Nothing is cut: every button is as wide as its words.
        for (Button button : robot.lookup(".paper-bar .button").queryAllAs(Button.class)) {
            if (button.isVisible()) {
                assertThat(button.getWidth()).isGreaterThanOrEqualTo(button.prefWidth(-1) - 1);
                assertThat(button.getHeight()).isGreaterThanOrEqualTo(44);
            }
        }
    }
}
