package org.cytovigil.ui.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Weight;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.bedside.BedsideView;
import org.cytovigil.ui.board.BedCard;
import org.cytovigil.ui.board.BoardOrder;
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

/** Admission and movement by keyboard alone, in the whole window. */
// [utest->req~ui.admit~1]
// [utest->req~ui.patient-panel~1]
// [utest->req~ui.move~1]
@ExtendWith(ApplicationExtension.class)
class AdmissionScreensTest {
    private final Ward ward = new Ward();
    private final ShellViewModel model = new ShellViewModel(ward.session(), ZoneOffset.UTC);
    private final BoardViewModel board = new BoardViewModel(() -> Ward.START);
    private final FeedsViewModel feeds =
            new FeedsViewModel(
                    FeedDesk.NONE, Runnable::run, Runnable::run, () -> Ward.START, ZoneOffset.UTC);

    @Start
    void open(Stage stage) {
        model.show();
        stage.setScene(new Scene(new ShellView(model, board, feeds, ZoneOffset.UTC), 1280, 800));
        stage.show();
    }

    private void pass(Duration time) {
        Platform.runLater(
                () -> {
                    ward.pass(time);
                    model.refresh();
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void pass() {
        pass(Duration.ofSeconds(1));
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void write(FxRobot robot, String text) {
        robot.write(text, 0);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Button button(FxRobot robot, String words) {
        return robot.lookup(
                        (Node node) ->
                                node instanceof Button found
                                        && found.isVisible()
                                        && found.getText().startsWith(words))
                .query();
    }

    private static List<String> words(FxRobot robot) {
        List<String> all = new ArrayList<>();
        robot.lookup((Node node) -> node instanceof Labeled && node.isVisible())
                .queryAllAs(Labeled.class)
                .forEach(label -> all.add(label.getText()));
        return all;
    }

    private void admit(FxRobot robot, String bed, String name, String number) {
        press(robot, KeyCode.CONTROL, KeyCode.N);
        write(robot, bed);
        press(robot, KeyCode.TAB);
        write(robot, number);
        press(robot, KeyCode.TAB);
        write(robot, name);
        press(robot, KeyCode.ENTER);
        pass();
    }

    private StaySnapshot stay(String number) {
        return ward.session().latest().stays().stream()
                .filter(found -> found.stay().patient().recordNumber().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEmptyUnitSaysHowToBeginAndTheFirstPatientIsAdmittedByKeyboard(FxRobot robot) {
        assertThat(robot.lookup("No patient is on this unit. Admit one: Ctrl+N").tryQuery())
                .isPresent();

        admit(robot, "4", "DEMO Alpha", "0042");

        assertThat(robot.lookup(BedsideView.class::isInstance).tryQuery()).isPresent();
        assertThat(model.stayProperty().get()).isEqualTo(stay("0042").stay().id());
        assertThat(stay("0042").bed()).isEqualTo("4");
    }

    @Test
    void lettersTypedIntoTheFormAreNoCommandsOfTheBoard(FxRobot robot) {
        admit(robot, "4", "WB", "0042");

        assertThat(stay("0042").stay().patient().name()).isEqualToIgnoringCase("WB");
        assertThat(board.orderProperty().get()).isEqualTo(BoardOrder.BY_BED);
    }

    @Test
    void aTileIsMovedFromTheBoardAndTheMoveIsUndone(FxRobot robot) {
        StayId alpha = ward.admit("4", "DEMO Alpha");
        ward.admit("10", "DEMO Bravo");
        pass();
        press(robot, KeyCode.B);

        press(robot, KeyCode.CONTROL, KeyCode.M);
        write(robot, "10");
        assertThat(button(robot, "Swap DEMO Alpha and DEMO Bravo").isDisabled()).isFalse();
        press(robot, KeyCode.ENTER);
        pass();

        assertThat(board.cards())
                .extracting(BedCard::bed, BedCard::name)
                .containsExactly(tuple("4", "DEMO Bravo"), tuple("10", "DEMO Alpha"));
        robot.interact(() -> button(robot, "Undo: back from bed 10").fire());
        pass();
        assertThat(ward.session().latest().stay(alpha).orElseThrow().bed()).isEqualTo("4");
    }

    @Test
    void aTileThatIsDroppedOnAnotherProposesTheSwapAndMovesNobody(FxRobot robot) {
        ward.admit("4", "DEMO Alpha");
        ward.admit("10", "DEMO Bravo");
        pass();
        List<Node> tiles = List.copyOf(robot.lookup(".bed-tile").<Node>queryAll());

        robot.drag(tiles.get(0)).dropTo(tiles.get(1));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(words(robot))
                .contains(
                        "DEMO Alpha, MRN MRN 4, bed 4, and DEMO Bravo, MRN MRN 10, bed 10, swap"
                                + " beds");
        assertThat(button(robot, "Swap DEMO Alpha and DEMO Bravo").isDisabled()).isFalse();
        pass();
        assertThat(board.cards()).extracting(BedCard::name).startsWith("DEMO Alpha");
        robot.interact(() -> button(robot, "Swap DEMO Alpha and DEMO Bravo").fire());
        pass();
        assertThat(board.cards()).extracting(BedCard::name).startsWith("DEMO Bravo");
    }

    @Test
    void aTileThatIsDroppedOnTheGroundAsksForTheBed(FxRobot robot) {
        ward.admit("4", "DEMO Alpha");
        ward.admit("7", "DEMO Bravo");
        ward.admit("8", "DEMO Charlie");
        pass();
        Node last = List.copyOf(robot.lookup(".bed-tile").<Node>queryAll()).getLast();

        robot.drag(last).dropBy(last.getLayoutBounds().getWidth(), 0);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(words(robot)).contains("Move DEMO Charlie, MRN MRN 8", "Choose a bed.");
        assertThat(board.cards()).extracting(BedCard::bed).containsExactly("4", "7", "8");
    }

    @Test
    void thePatientPanelSaysWhoItIsAndCorrectsIt(FxRobot robot) {
        StayId alpha = ward.admit("4", "DEMO Alpha");
        pass();
        Platform.runLater(() -> model.openBedside(alpha));
        WaitForAsyncUtils.waitForFxEvents();

        press(robot, KeyCode.CONTROL, KeyCode.P);
        assertThat(words(robot)).contains("Patient · bed 4 · DEMO Alpha, MRN MRN 4");
        press(robot, KeyCode.TAB);
        press(robot, KeyCode.END);
        write(robot, "x");
        robot.interact(() -> button(robot, "Correct identity").fire());
        pass();

        assertThat(words(robot)).contains("Patient · bed 4 · DEMO Alphax, MRN MRN 4");
        assertThat(ward.session().latest().stay(alpha).orElseThrow().stay().patient().name())
                .isEqualTo("DEMO Alphax");
    }

    @Test
    void everyMatterOfThePatientPanelIsReachedByKeyboard(FxRobot robot) {
        StayId alpha = ward.admit("4", "DEMO Alpha");
        pass();
        Platform.runLater(() -> model.openBedside(alpha));
        WaitForAsyncUtils.waitForFxEvents();
        press(robot, KeyCode.CONTROL, KeyCode.P);

        press(robot, KeyCode.RIGHT);
        assertThat(button(robot, "Record").isVisible()).isTrue();
        assertThat(words(robot)).contains("80 kg · 2026-03-01 08:00, at admission");
        press(robot, KeyCode.TAB);
        write(robot, "77.5");
        press(robot, KeyCode.ENTER);
        pass();

        assertThat(words(robot)).contains("77.5 kg · 2026-03-01 08:00");
        assertThat(ward.session().latest().stay(alpha).orElseThrow().picture().patient().weight())
                .isEqualTo(new Weight(77.5));
    }

    @Test
    void oneWhoWasDischargedComesBackFromTheBoard(FxRobot robot) {
        StayId alpha = ward.admit("4", "DEMO Alpha");
        pass();
        Platform.runLater(() -> ward.tell(alpha, new Entry.Discharged()));
        pass();
        assertThat(board.cards()).extracting(BedCard::stay).containsExactly((StayId) null);

        press(robot, KeyCode.CONTROL, KeyCode.D);
        press(robot, KeyCode.ENTER);
        pass();

        assertThat(board.cards()).extracting(BedCard::bed).containsExactly("4");
        assertThat(board.cards()).extracting(BedCard::stay).containsExactly(alpha);
    }

    @Test
    void whatWasTypedIsNotLostByOneEscape(FxRobot robot) {
        press(robot, KeyCode.CONTROL, KeyCode.N);
        write(robot, "4");

        press(robot, KeyCode.ESCAPE);
        boolean still = robot.lookup(".side-panel").tryQuery().isPresent();
        write(robot, "2");
        press(robot, KeyCode.ESCAPE);
        boolean warnedAnew = robot.lookup(".side-panel").tryQuery().isPresent();
        press(robot, KeyCode.ESCAPE);

        assertThat(still).isTrue();
        assertThat(warnedAnew).isTrue();
        assertThat(robot.lookup(".side-panel").tryQuery()).isEmpty();
    }

    // [utest->req~ui.empty-beds~1]
    @Test
    void enterOnAnEmptyBedAdmitsThere(FxRobot robot) {
        admit(robot, "4", "DEMO Alpha", "0042");
        ward.tell(stay("0042").stay().id(), new Entry.Discharged());
        press(robot, KeyCode.ESCAPE);
        pass();
        assertThat(board.cards()).extracting(BedCard::name).containsExactly("empty");

        press(robot, KeyCode.RIGHT);
        press(robot, KeyCode.ENTER);
        press(robot, KeyCode.TAB);
        write(robot, "0043");
        press(robot, KeyCode.TAB);
        write(robot, "DEMO Bravo");
        press(robot, KeyCode.ENTER);
        pass();

        assertThat(stay("0043").bed()).isEqualTo("4");
    }
}
