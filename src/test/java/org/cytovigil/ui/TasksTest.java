package org.cytovigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.RespiratoryRate;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Reading;
import org.cytovigil.ui.board.BoardOrder;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.shell.ShellView;
import org.cytovigil.ui.shell.ShellViewModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The table of tasks in the guide, pressed key by key. */
// [utest->req~ui.tasks~1]
@ExtendWith(ApplicationExtension.class)
class TasksTest {
    private static final Path PAGE = Path.of("src/site/markdown/guide/tasks.md");
    private static final Pattern ROW =
            Pattern.compile("\\| ([^|]+) \\| ([^|]+) \\|([^|]*)\\| (\\d+) \\| (\\d+) \\|");
    private static final Pattern KEY = Pattern.compile("`([^`]+)`");

    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final ShellViewModel model = new ShellViewModel(ward.session(), ZoneOffset.UTC);
    private final BoardViewModel board = new BoardViewModel(() -> Ward.START);
    private final FeedsViewModel feeds =
            new FeedsViewModel(
                    FeedDesk.NONE, Runnable::run, Runnable::run, () -> Ward.START, ZoneOffset.UTC);
    private @Nullable AlarmKey mostUrgent;

    private final Map<String, Consumer<FxRobot>> outcomes =
            Map.of(
                    "Find the worst bed", robot -> assertThat(worstShown()).isEqualTo(alpha),
                    "Answer the most urgent alarm",
                            robot -> assertThat(answered(mostUrgent)).isTrue(),
                    "Open the worst bed", robot -> assertThat(atBedside()).isEqualTo(alpha),
                    "Chart a set of vital signs", robot -> vitals(),
                    "Change the oxygen device", robot -> oxygen(),
                    "Start a vasopressor",
                            robot -> assertThat(doses()).containsExactly("NOREPINEPHRINE 8.0"),
                    "Stop a vasopressor", robot -> assertThat(doses()).isEmpty(),
                    "Chart a fluid bolus",
                            robot -> assertThat(picture().bolusesCounted()).isEqualTo(1),
                    "Chart an ICE score of 10", robot -> neurology(),
                    "See what to hand over",
                            robot -> assertThat(robot.lookup(".handover").tryQuery()).isPresent());

    /**
     * A row of the table.
     *
     * @param strokes as counted in the page
     * @param most what the task may take
     */
    record Task(String name, String from, List<String> keys, int strokes, int most) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Task> tasks() throws IOException {
        List<Task> tasks = new ArrayList<>();
        Matcher rows = ROW.matcher(Files.readString(PAGE));
        while (rows.find()) {
            tasks.add(
                    new Task(
                            rows.group(1),
                            rows.group(2),
                            KEY.matcher(rows.group(3)).results().map(key -> key.group(1)).toList(),
                            Integer.parseInt(rows.group(4)),
                            Integer.parseInt(rows.group(5))));
        }
        return tasks.stream();
    }

    @Start
    void open(Stage stage) {
        StayId well = ward.admit("1", "DEMO Bravo");
        ward.chart(well, 36.8, 124, 76, 0);
        ward.chart(alpha, 38.6, 84, 48, 0);
        ward.pass(Duration.ofMinutes(20));
        model.show();
        stage.setScene(new Scene(new ShellView(model, board, feeds, ZoneOffset.UTC), 1280, 800));
        stage.show();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void isDoneInTheKeysOfThePage(Task task, FxRobot robot) {
        if (task.name().equals("Stop a vasopressor")) {
            ward.chart(alpha, 38.6, 92, 50, 8);
            ward.pass(Duration.ofMinutes(10));
        }
        show(task.from());
        mostUrgent = ward.session().latest().alarms().getFirst().key();
        assertThat(answered(mostUrgent)).isFalse();

        int strokes = 0;
        for (String key : task.keys()) {
            strokes += Keyboard.press(robot, key);
        }

        assertThat(strokes).isEqualTo(task.strokes()).isLessThanOrEqualTo(task.most());
        Objects.requireNonNull(outcomes.get(task.name()), "no outcome is known").accept(robot);
    }

    @Test
    void thePageHasTenTasks() throws IOException {
        assertThat(tasks().map(Task::name)).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates();
        assertThat(tasks().map(Task::name)).containsExactlyInAnyOrderElementsOf(outcomes.keySet());
    }

    private void show(String from) {
        onScreen(
                () -> {
                    model.show();
                    switch (from) {
                        case "board, worst first", "any screen" -> {
                            board.orderProperty().set(BoardOrder.WORST_FIRST);
                            model.openBoard();
                        }
                        case "bedside" -> model.openBedside(alpha);
                        default -> throw new IllegalArgumentException("no such place: " + from);
                    }
                });
    }

    private static void onScreen(Runnable task) {
        Platform.runLater(task);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private ClinicalPicture picture() {
        ward.pass(Duration.ofSeconds(1));
        return ward.session().latest().stay(alpha).orElseThrow().picture();
    }

    private static <T> T value(Reading<T> reading) {
        assertThat(reading).isInstanceOf(Reading.Measured.class);
        return ((Reading.Measured<T>) reading).value();
    }

    private @Nullable StayId worstShown() {
        return board.cards().getFirst().stay();
    }

    private @Nullable StayId atBedside() {
        assertThat(model.screenProperty().get()).isEqualTo(ShellViewModel.Screen.BEDSIDE);
        return model.chosenStay().map(stay -> stay.stay().id()).orElse(null);
    }

    private boolean answered(@Nullable AlarmKey key) {
        ward.pass(Duration.ofSeconds(1));
        return ward.session().latest().alarms().stream()
                .filter(alarm -> alarm.key().equals(key))
                .findFirst()
                .orElseThrow()
                .answered();
    }

    private void vitals() {
        ClinicalPicture known = picture();
        assertThat(value(known.temperature()))
                .extracting(BodyTemperature::value)
                .isEqualTo(Temperature.ofCelsius(39.4));
        assertThat(value(known.pressure()).systolic()).hasToString("Pressure[mmHg=88.0]");
        assertThat(value(known.respiratoryRate())).isEqualTo(new RespiratoryRate(24));
    }

    private void oxygen() {
        assertThat(value(picture().oxygen())).isInstanceOf(OxygenSupport.HighFlowCannula.class);
    }

    private List<String> doses() {
        return picture().vasopressors().drugs().stream()
                .map(
                        runs ->
                                runs.infusion().drug()
                                        + " "
                                        + Objects.requireNonNull(runs.infusion().rate()).amount())
                .toList();
    }

    private void neurology() {
        NeurologicalExamination examination = value(picture().neurology());
        IceScore score = Objects.requireNonNull(examination.ice());
        assertThat(score.least()).isEqualTo(IceScore.BEST);
    }
}
