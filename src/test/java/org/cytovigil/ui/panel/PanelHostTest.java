package org.cytovigil.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.UnitSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

// [utest->req~ui.panels~1]
@ExtendWith(ApplicationExtension.class)
class PanelHostTest {
    private static final StayId ALPHA = new StayId("alpha");
    private static final StayId BRAVO = new StayId("bravo");

    private final List<Form> forms = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private boolean mayLeave = true;
    private final PanelHost host =
            new PanelHost(
                    List.of(
                            action("Chart vitals", KeyCode.F2, PanelAction.Place.BEDSIDE, ""),
                            action("Admit", KeyCode.F3, PanelAction.Place.BOARD, ""),
                            action("Sheet", KeyCode.F4, PanelAction.Place.BOTH, "a past case")),
                    () -> closed.add("closed"));

    /** A panel that remembers whom it was opened for. */
    private final class Form implements Panel {
        private final Optional<StayId> stay;
        private final Runnable done;
        private final TextField field = new TextField();
        private final VBox node = new VBox(field);
        private boolean gone;

        Form(Optional<StayId> stay, Runnable done) {
            this.stay = stay;
            this.done = done;
            forms.add(this);
        }

        @Override
        public Region node() {
            return node;
        }

        @Override
        public void focus() {
            field.requestFocus();
        }

        @Override
        public void show(UnitSnapshot unit) {
            field.setPromptText(unit.at().toString());
        }

        @Override
        public boolean leave() {
            return mayLeave;
        }

        @Override
        public void gone() {
            gone = true;
        }
    }

    private PanelAction action(String text, KeyCode key, PanelAction.Place place, String barred) {
        return new PanelAction(
                text,
                new KeyCodeCombination(key),
                place,
                barred,
                (stay, done) -> Optional.of(new Form(stay, done)));
    }

    @Start
    void open(Stage stage) {
        host.addEventFilter(KeyEvent.KEY_PRESSED, host::key);
        stage.setScene(new Scene(host, 900, 600));
        stage.show();
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(
                5_000,
                () -> {
                    work.run();
                    return null;
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void bedside(StayId stay) {
        onFx(
                () -> {
                    Pane screen = new Pane();
                    screen.setFocusTraversable(true);
                    host.show(screen, PanelAction.Place.BEDSIDE);
                    host.setPatient(stay);
                    screen.requestFocus();
                });
    }

    @Test
    void aKeyOpensThePanelOfThePatientInSight(FxRobot robot) {
        bedside(ALPHA);

        robot.push(KeyCode.F2);

        assertThat(forms).singleElement().satisfies(form -> assertThat(form.stay).contains(ALPHA));
        assertThat(robot.lookup(".side-panel").tryQuery()).isPresent();
        assertThat(forms.getFirst().field.isFocused()).isTrue();
    }

    @Test
    void aKeyOfAnotherScreenOrOfWhatIsBarredOpensNothing(FxRobot robot) {
        bedside(ALPHA);

        robot.push(KeyCode.F3);
        robot.push(KeyCode.F4);

        assertThat(forms).isEmpty();
        assertThat(robot.lookup(".action-bar .button").queryAllAs(Button.class))
                .extracting(Button::getText, Button::isDisabled)
                .containsExactly(tuple("Chart vitals  F2", false), tuple("Sheet  F4", true));
    }

    @Test
    void anotherPatientInSightClosesThePanelEvenIfItWouldRatherStay(FxRobot robot) {
        bedside(ALPHA);
        robot.push(KeyCode.F2);
        mayLeave = false;

        onFx(() -> host.setPatient(BRAVO));

        assertThat(host.openProperty().get()).isFalse();
        assertThat(robot.lookup(".side-panel").tryQuery()).isEmpty();
    }

    @Test
    void thePanelOfTheSamePatientStaysWhileTheUnitGoesOn(FxRobot robot) {
        bedside(ALPHA);
        robot.push(KeyCode.F2);

        onFx(
                () -> {
                    host.setPatient(ALPHA);
                    host.show(UnitSnapshot.empty(Instant.EPOCH));
                });

        assertThat(host.openProperty().get()).isTrue();
        assertThat(forms.getFirst().field.getPromptText()).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void aPanelThatAsksIsNotClosedByAnotherOrByEscape(FxRobot robot) {
        bedside(ALPHA);
        robot.push(KeyCode.F2);
        mayLeave = false;

        robot.push(KeyCode.F2);
        boolean gone = WaitForAsyncUtils.waitForAsyncFx(2_000, host::close);

        assertThat(gone).isFalse();
        assertThat(forms).hasSize(1);
        assertThat(closed).isEmpty();
    }

    @Test
    void aPanelThatIsDoneClosesAndGivesTheKeyboardBack(FxRobot robot) {
        bedside(ALPHA);
        robot.push(KeyCode.F2);

        onFx(() -> forms.getFirst().done.run());

        assertThat(host.openProperty().get()).isFalse();
        assertThat(closed).containsExactly("closed");
    }

    @Test
    void aPanelThatIsDoneLateClosesNoOtherPanel(FxRobot robot) {
        bedside(ALPHA);
        robot.push(KeyCode.F2);
        onFx(host::close);
        robot.push(KeyCode.F2);
        closed.clear();

        onFx(() -> forms.getFirst().done.run());

        assertThat(host.openProperty().get()).isTrue();
        assertThat(closed).isEmpty();
        assertThat(forms.getFirst().gone).isTrue();
        assertThat(forms.getLast().gone).isFalse();
        onFx(() -> forms.getLast().done.run());
        assertThat(host.openProperty().get()).isFalse();
    }
}
