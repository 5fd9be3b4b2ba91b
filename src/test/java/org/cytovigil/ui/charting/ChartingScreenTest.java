package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.HeartRate;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.RespiratoryRate;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Wording;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StandingFacts;
import org.cytovigil.ui.Ward;
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

/** Charting as a nurse does it, with the keyboard alone, every keystroke counted. */
// [utest->req~ui.charting~1]
@ExtendWith(ApplicationExtension.class)
class ChartingScreenTest {
    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final ShellViewModel model = new ShellViewModel(ward.session(), ZoneOffset.UTC);
    private final BoardViewModel board = new BoardViewModel(() -> Ward.START);
    private final FeedsViewModel feeds =
            new FeedsViewModel(
                    FeedDesk.NONE, Runnable::run, Runnable::run, () -> Ward.START, ZoneOffset.UTC);
    private int strokes;

    @Start
    void open(Stage stage) {
        ward.chart(alpha, 38.6, 118, 70, 0);
        ward.pass(Duration.ofHours(1));
        model.show();
        model.openBedside(alpha);
        stage.setScene(new Scene(new ShellView(model, board, feeds, ZoneOffset.UTC), 1280, 800));
        stage.show();
    }

    private void push(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        strokes++;
    }

    /** Digits are not counted, all else is. */
    private void write(FxRobot robot, String text) {
        robot.write(text);
        strokes += (int) text.chars().filter(each -> !Character.isDigit(each)).count();
    }

    private ClinicalPicture picture() {
        ward.pass(Duration.ofSeconds(1));
        WaitForAsyncUtils.waitForFxEvents();
        return ward.session().latest().stay(alpha).orElseThrow().picture();
    }

    private static String text(FxRobot robot, String style) {
        return robot.lookup(style).queryAs(Label.class).getText();
    }

    // [utest->req~ui.chart-vitals~1]
    @Test
    void aSetOfVitalsTakesAtMostTwelveKeystrokesBesideItsDigits(FxRobot robot) {
        push(robot, KeyCode.F2);
        write(robot, "39.4");
        push(robot, KeyCode.ENTER);
        write(robot, "88");
        push(robot, KeyCode.ENTER);
        write(robot, "51");
        push(robot, KeyCode.ENTER);
        push(robot, KeyCode.ENTER);
        write(robot, "93");
        push(robot, KeyCode.ENTER);
        write(robot, "118");
        push(robot, KeyCode.ENTER);
        write(robot, "24");
        push(robot, KeyCode.ENTER);

        ClinicalPicture known = picture();
        assertThat(Readings.value(known.temperature()))
                .extracting(BodyTemperature::value)
                .isEqualTo(Temperature.ofCelsius(39.4));
        assertThat(Readings.value(known.pressure()))
                .isEqualTo(
                        new BloodPressure(
                                new Pressure(88), new Pressure(51), null, PressureSource.UNSTATED));
        assertThat(Readings.value(known.saturation())).isEqualTo(new OxygenSaturation(93));
        assertThat(Readings.value(known.heartRate())).isEqualTo(new HeartRate(118));
        assertThat(Readings.value(known.respiratoryRate())).isEqualTo(new RespiratoryRate(24));
        assertThat(robot.lookup(".charting").tryQuery()).isEmpty();
        assertThat(strokes).isEqualTo(9).isLessThanOrEqualTo(12);
    }

    @Test
    void thePanelNamesItsPatientByBedNameAndRecordNumberUnderTheAlarms(FxRobot robot) {
        push(robot, KeyCode.F2);

        assertThat(text(robot, ".charting-patient")).isEqualTo("Bed 4 · DEMO Alpha · record MRN 4");
        assertThat(robot.lookup(".alarm-strip").tryQuery()).isPresent();
    }

    // [utest->req~ui.panel-beside-now~1]
    @Test
    void theChartEndsWhereThePanelBeginsAndIsWholeAgainWithoutIt(FxRobot robot) {
        Node chart = robot.lookup(".bedside-chart").query();
        double before = chart.localToScene(chart.getLayoutBounds()).getMaxX();

        push(robot, KeyCode.F2);
        WaitForAsyncUtils.waitForFxEvents();
        Node panel = robot.lookup(".side-panel").query();
        double left = panel.localToScene(panel.getLayoutBounds()).getMinX();
        assertThat(left).isLessThan(before);
        assertThat(chart.localToScene(chart.getLayoutBounds()).getMaxX())
                .isLessThanOrEqualTo(left)
                .isGreaterThan(left - 40);

        push(robot, KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(chart.localToScene(chart.getLayoutBounds()).getMaxX()).isEqualTo(before);
    }

    // [utest->req~ui.chart-meanwhile~1]
    @Test
    void aDischargeBarsTheButtonWithItsReasonAndACancelledAdmissionIsToldOnTheBoard(FxRobot robot) {
        push(robot, KeyCode.F2);
        write(robot, "39.4");
        ward.tell(alpha, new Entry.Discharged());
        robot.interact(model::show);
        Node save = robot.lookup(".charting-buttons .button").query();
        assertThat(save.isDisabled()).isTrue();
        assertThat(
                        robot.lookup(".charting-happened").queryAllAs(Label.class).stream()
                                .filter(Node::isVisible)
                                .map(Label::getText))
                .singleElement()
                .asString()
                .startsWith("Discharged: only what was so before");

        ward.tell(alpha, new Entry.AdmissionCancelled("wrong patient"));
        robot.interact(model::show);
        assertThat(robot.lookup(".side-panel").tryQuery()).isEmpty();
        assertThat(model.screenProperty().get()).isEqualTo(ShellViewModel.Screen.BOARD);
        assertThat(model.troubleProperty().get())
                .contains("DEMO Alpha", "MRN 4", "NOT charted", "39.4");
    }

    @Test
    void whatIsDoubtfulIsChartedOnlyByItsOwnButton(FxRobot robot) {
        push(robot, KeyCode.F2);
        write(robot, "390");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(text(robot, ".charting-question")).startsWith("Chart temperature 390 °C?");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(picture().rejectedLately()).isFalse();

        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SPACE);
        assertThat(picture().rejectedLately()).isTrue();
    }

    @Test
    void whatIsRefusedGetsTheKeyboardBack(FxRobot robot) {
        push(robot, KeyCode.F2);
        robot.push(KeyCode.ENTER);
        write(robot, "8x");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup(".charting-typed").queryAllAs(TextInputControl.class))
                .filteredOn(TextInputControl::isFocused)
                .singleElement()
                .extracting(TextInputControl::getText)
                .isEqualTo("8x");
        assertThat(
                        robot.lookup(".charting-refused")
                                .match(node -> node.isVisible())
                                .queryAs(Label.class)
                                .getText())
                .isEqualTo("\"8x\" is no number.");
    }

    // [utest->req~ui.chart-drafts~1]
    @Test
    void whatWasTypedInAPanelThatClosedIsOfferedAgain(FxRobot robot) {
        push(robot, KeyCode.F2);
        write(robot, "39.4");
        push(robot, KeyCode.ESCAPE);
        push(robot, KeyCode.F2);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(text(robot, ".charting-offer")).isEqualTo("Typed 0 min ago and not charted.");
        robot.push(KeyCode.CONTROL, KeyCode.D);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(Readings.value(picture().temperature()))
                .extracting(BodyTemperature::value)
                .isEqualTo(Temperature.ofCelsius(39.4));
        assertThat(Readings.value(picture().pressure())).isInstanceOf(BloodPressure.class);
    }

    // [utest->req~ui.chart-vasopressors~1]
    @Test
    void aVasopressorIsStartedInFiveKeystrokesAndStoppedInTwo(FxRobot robot) {
        push(robot, KeyCode.F5);
        write(robot, "n");
        push(robot, KeyCode.ENTER);
        write(robot, "8");
        push(robot, KeyCode.ENTER);
        push(robot, KeyCode.ENTER);

        assertThat(picture().vasopressors().drugs())
                .singleElement()
                .satisfies(
                        runs ->
                                assertThat(Wording.infusion(runs.infusion()))
                                        .isEqualTo("norepinephrine 8 µg/min"));
        assertThat(strokes).isEqualTo(5);

        Platform.runLater(model::show);
        WaitForAsyncUtils.waitForFxEvents();
        push(robot, KeyCode.F5);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);

        assertThat(picture().vasopressors().drugs()).isEmpty();
    }

    // [utest->req~ui.chart-oxygen~1]
    @Test
    void oxygenIsChartedByDeviceFirst(FxRobot robot) {
        push(robot, KeyCode.F4);
        write(robot, "h");
        push(robot, KeyCode.ENTER);
        write(robot, "40");
        push(robot, KeyCode.ENTER);
        write(robot, "50");
        push(robot, KeyCode.ENTER);

        assertThat(Readings.value(picture().oxygen()))
                .isEqualTo(
                        new OxygenSupport.HighFlowCannula(
                                new OxygenFlow(40), OxygenFraction.of(0.5)));
        assertThat(strokes).isEqualTo(5);
    }

    // [utest->req~ui.chart-treatments~1]
    @Test
    void aBolusTakesFourKeystrokes(FxRobot robot) {
        push(robot, KeyCode.F3);
        write(robot, "f");
        push(robot, KeyCode.ENTER);
        write(robot, "500");
        push(robot, KeyCode.ENTER);

        assertThat(picture().bolusesCounted()).isEqualTo(1);
        assertThat(strokes).isEqualTo(4);
    }

    // [utest->req~ui.chart-neurology~1]
    @Test
    void iceIsChartedTaskByTaskWithALetterAndEnterEach(FxRobot robot) {
        push(robot, KeyCode.F6);
        for (String task : new String[] {"y", "y", "y", "y", "3", "y", "n", "y"}) {
            write(robot, task);
            push(robot, KeyCode.ENTER);
        }
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(Readings.value(picture().neurology()))
                .isEqualTo(
                        new NeurologicalExamination(
                                new IceScore.Items(true, true, true, true, 3, true, false, true),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null));
    }

    // [utest->req~ui.chart-correct~1]
    @Test
    void theLatestTemperatureIsCorrectedByKeyboard(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.R);
        WaitForAsyncUtils.waitForFxEvents();
        for (int i = 0; i < 5 && robot.lookup(".charting").tryQuery().isPresent(); i++) {
            robot.push(KeyCode.DOWN);
            WaitForAsyncUtils.waitForFxEvents();
            if (robot.lookup(".charting-chosen")
                    .queryAs(ComboBox.class)
                    .getValue()
                    .toString()
                    .contains("temperature")) {
                break;
            }
        }
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        robot.write("38.4 C");
        robot.push(KeyCode.ENTER);
        robot.write("misread");
        robot.push(KeyCode.ENTER);

        assertThat(Readings.value(picture().temperature()))
                .extracting(BodyTemperature::value)
                .isEqualTo(Temperature.ofCelsius(38.4));
        assertThat(ward.session().latest().stay(alpha).orElseThrow().amended()).hasSize(1);
    }

    // [utest->req~ui.chart-neurology~1]
    @Test
    void theEightQuestionsOfCapdAreEightDigits(FxRobot robot) {
        ward.tell(
                alpha,
                new Entry.PatientIdentified(
                        new Patient("DEMO Alpha", "MRN 4", 4.0, null, Patient.Baseline.NONE)));
        ward.pass(Duration.ofSeconds(1));
        Platform.runLater(model::show);
        WaitForAsyncUtils.waitForFxEvents();
        push(robot, KeyCode.F6);
        write(robot, "41002030");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(Readings.value(picture().neurology()))
                .extracting(NeurologicalExamination::capd)
                .isEqualTo(new CapdScore.Items(List.of(4, 1, 0, 0, 2, 0, 3, 0)));
        assertThat(strokes).isEqualTo(1);
    }

    // [utest->req~ui.chart-note~1]
    @Test
    void aNoteIsWrittenInLinesAndChartedByTheKeyboardAlone(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.F4);
        robot.write("Sister rang");
        robot.push(KeyCode.ENTER);
        robot.write("b w");
        robot.push(KeyCode.TAB);
        robot.write("-5 min");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        ward.pass(Duration.ofSeconds(1));

        assertThat(ward.session().latest().stay(alpha).orElseThrow().chart().events())
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.observation())
                                    .isEqualTo(new Observation.Note("Sister rang\nb w"));
                            assertThat(event.at())
                                    .isEqualTo(Ward.START.plus(Duration.ofMinutes(55)));
                        });
    }

    // [utest->req~ui.chart-correct~1]
    @Test
    void theListOfFactsIsNarrowedByTypingAndGoneThroughByTheKeyboard(FxRobot robot) {
        ward.chart(alpha, new HeartRate(118));
        ward.chart(alpha, new HeartRate(96));
        ward.pass(Duration.ofMinutes(1));
        robot.push(KeyCode.CONTROL, KeyCode.R);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("heart");
        assertThat(robot.lookup(".charting-list").queryListView().getItems()).hasSize(2);

        robot.write(" 118");
        assertThat(robot.lookup(".charting-list").queryListView().getItems()).hasSize(1);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        robot.write("108");
        robot.push(KeyCode.ENTER);
        robot.write("misread");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        ward.pass(Duration.ofSeconds(1));

        assertThat(ward.session().standing(alpha))
                .extracting(StandingFacts.Fact::observation)
                .contains(new HeartRate(108), new HeartRate(96))
                .doesNotContain(new HeartRate(118));
    }

    // [utest->req~ui.chart-correct~1]
    @Test
    void whatIsNarrowedAwayIsNoLongerChosen(FxRobot robot) {
        ward.chart(alpha, new HeartRate(118));
        ward.pass(Duration.ofMinutes(1));
        robot.push(KeyCode.CONTROL, KeyCode.R);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("118");
        robot.push(KeyCode.DOWN);
        assertThat(robot.lookup(".charting-list").queryListView().getSelectionModel().isEmpty())
                .isFalse();

        robot.write("x");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(
                        robot.lookup(".charting-refused")
                                .match(node -> node.isVisible())
                                .queryAs(Label.class)
                                .getText())
                .isEqualTo("Choose what was charted.");
    }

    private static double top(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }

    // [utest->req~ui.chart-room~1]
    @Test
    void aShortFormHasItsButtonRightBelowAndWhatWasChartedBeforeInTheRoomLeft(FxRobot robot) {
        ward.chart(alpha, new Observation.FluidBolus(250));
        ward.pass(Duration.ofMinutes(1));
        robot.push(KeyCode.F3);
        WaitForAsyncUtils.waitForFxEvents();

        Node rows = robot.lookup(".charting-rows").query();
        Node foot = robot.lookup(".charting-foot").query();
        assertThat(top(foot) - bottom(rows)).isBetween(0.0, 20.0);
        Node before = robot.lookup(".charting-earlier").query();
        assertThat(before.isVisible()).isTrue();
        assertThat(bottom(before)).isGreaterThan(bottom(robot.lookup(".side-panel").query()) - 30);
        assertThat(robot.lookup(".charting-earlier .list-view").queryListView().getItems())
                .hasSize(1);
    }

    // [utest->req~ui.chart-room~1]
    @Test
    void aFormThatNeedsAllTheRoomTellsNothingBelow(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.F3);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup(".charting-earlier").query().isVisible()).isFalse();
        assertThat(bottom(robot.lookup(".charting-foot").query()))
                .isLessThanOrEqualTo(bottom(robot.lookup(".side-panel").query()));
    }

    // [utest->req~ui.chart-room~1]
    @Test
    void tenLinesOfWhatCanBeCorrectedAreSeenAt1280By800(FxRobot robot) {
        for (int i = 0; i < 20; i++) {
            ward.chart(alpha, new HeartRate(90 + i));
        }
        ward.pass(Duration.ofMinutes(1));
        robot.push(KeyCode.CONTROL, KeyCode.R);
        WaitForAsyncUtils.waitForFxEvents();

        Node list = robot.lookup(".charting-list").query();
        long whole =
                robot.lookup(".charting-list .list-cell").queryAll().stream()
                        .filter(Node::isVisible)
                        .filter(cell -> bottom(cell) <= bottom(list))
                        .count();
        assertThat(whole).isGreaterThanOrEqualTo(10);
    }
}
