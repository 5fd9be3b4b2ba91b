package org.cytovigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.monitor.StaySnapshot;
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

/** A day of nursing from an empty unit to the discharge, with the keyboard alone. */
// [utest->req~ui.tasks~1]
@ExtendWith(ApplicationExtension.class)
class DayOfNursingTest {
    private final Ward ward = new Ward();
    private final ShellViewModel model = new ShellViewModel(ward.session(), ZoneOffset.UTC);

    @Start
    void open(Stage stage) {
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

    private void pass(Duration time) {
        Platform.runLater(
                () -> {
                    ward.pass(time);
                    model.show();
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void keys(FxRobot robot, String... keys) {
        Keyboard.press(robot, List.of(keys));
        pass(Duration.ofSeconds(1));
    }

    private StaySnapshot stay() {
        return ward.session().latest().stays().getFirst();
    }

    private int grade() {
        StaySnapshot stay = stay();
        return Objects.requireNonNull(stay.assessment(stay.scale())).standing().lowest();
    }

    private static String words(FxRobot robot) {
        return robot
                .lookup((Node node) -> node instanceof Labeled && node.isVisible())
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    private static String focused(FxRobot robot) {
        Node owner = robot.lookup(Node::isFocused).query();
        return owner instanceof Labeled labeled ? labeled.getText() : "";
    }

    @Test
    void fromAdmissionToHandOver(FxRobot robot) {
        // 08:00: a patient comes, infused at seven.
        keys(robot, "Ctrl+N", "4", "Tab", "0042", "Tab", "demo alpha", "Tab", "61", "Tab", "78");
        keys(robot, "Tab", "axi-cel", "Tab", "2026-03-01 07:00", "Enter");
        assertThat(stay().bed()).isEqualTo("4");
        assertThat(stay().stay().infusion())
                .isEqualTo(new Infusion("axi-cel", Ward.START.minus(Duration.ofHours(1))));
        keys(robot, "F2", "36.8", "Enter", "124", "Enter", "70", "Enter", "Enter");
        keys(robot, "97", "Enter", "88", "Enter", "16", "Enter");
        keys(robot, "F4", "r", "Enter", "Enter");
        keys(robot, "F6", "y", "Enter", "y", "Enter", "y", "Enter", "y", "Enter", "3", "Enter");
        keys(robot, "y", "Enter", "y", "Enter", "y", "Enter", "Ctrl+Enter");
        assertThat(grade()).isZero();

        // Noon: fever and a low pressure.
        pass(Duration.ofHours(4));
        keys(robot, "F2", "39.2", "Enter", "84", "Enter", "46", "Enter", "Enter");
        keys(robot, "94", "Enter", "118", "Enter", "22", "Enter");
        keys(robot, "F3", "f", "Enter", "500", "Enter");
        assertThat(grade()).isEqualTo(2);
        assertThat(model.stripProperty().get().waiting()).isNotNull();
        keys(robot, "F12");
        keys(robot, "Shift+F4", "called the hematologist", "Ctrl+Enter");

        // 13:00: norepinephrine and oxygen.
        pass(Duration.ofHours(1));
        keys(robot, "F5", "n", "Enter", "6", "Enter", "Enter");
        keys(robot, "F4", "n", "Enter", "2", "Enter");
        assertThat(grade()).isEqualTo(3);
        keys(robot, "F12");
        keys(robot, "Ctrl+R", "temperature", "Down", "Esc");

        // The shift ends.
        pass(Duration.ofMinutes(30));
        keys(robot, "Ctrl+H");
        assertThat(words(robot))
                .contains("called the hematologist")
                .containsPattern("norepinephrine 6 .*min");
        keys(robot, "Esc", "Esc", "Ctrl+U", "bea", "Ctrl+Enter");
        assertThat(stay().nurse()).isEqualTo("bea");
        keys(robot, "Esc", "Ctrl+H");
        assertThat(words(robot)).contains("Bed 4");
        keys(robot, "Esc", "Enter", "F5", "Ctrl+1");
        assertThat(stay().picture().vasopressors().drugs()).isEmpty();
        keys(robot, "Ctrl+P", "Right", "Right", "Right", "Right", "Right", "Tab");
        assertThat(focused(robot)).isEqualTo("Discharge");
        keys(robot, "Space");
        assertThat(stay().discharged()).isTrue();
        // Where a slip of the hand is taken back, not in a field for something else.
        assertThat(focused(robot)).isEqualTo("Cancel discharge");
    }
}
