package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.admission.BedWalk;
import org.cytovigil.ui.admission.BedWalk.Person;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Random days, looked at in the window: after each step board, table, bedside and an open panel say
 * what the plain model says, and nothing in the window names somebody who has no bed. More of them:
 * {@code mvn test -Dtest=BedReusePaintedTest -Dsequences=1000}.
 */
// [utest->req~ui.bed-reuse~1]
@ExtendWith(ApplicationExtension.class)
class BedReusePaintedTest {
    private static final int SEQUENCES = Integer.getInteger("sequences", 5);
    private static final int STEPS = 12;

    private @Nullable Stage stage;

    @BeforeEach
    void open() {
        onScreen(
                () -> {
                    Platform.setImplicitExit(false);
                    Stage made = new Stage();
                    made.setScene(new Scene(new Pane(), 1280, 800));
                    made.show();
                    stage = made;
                });
    }

    @AfterEach
    void close() {
        onScreen(() -> window().hide());
    }

    private Stage window() {
        return Objects.requireNonNull(stage);
    }

    private static void onScreen(Runnable task) {
        WaitForAsyncUtils.waitForAsyncFx(
                30_000,
                () -> {
                    task.run();
                    return 0;
                });
        // Tiles whose numbers alone have changed may wait for the next frame.
        WaitForAsyncUtils.waitForFxEvents(2);
    }

    /** One day in one window. */
    private final class Day {
        private final long seed;
        private final BedWalk walk;
        private final ShellViewModel model;
        private final BoardViewModel board = new BoardViewModel(() -> Ward.START);
        private final ShellView view;
        private String when = "";
        private @Nullable Person atBedside;

        Day(long seed) {
            this.seed = seed;
            walk = new BedWalk(seed);
            model = new ShellViewModel(walk.source(), ZoneOffset.UTC);
            view =
                    new ShellView(
                            model,
                            board,
                            new FeedsViewModel(
                                    FeedDesk.NONE,
                                    Runnable::run,
                                    Runnable::run,
                                    () -> Ward.START,
                                    ZoneOffset.UTC),
                            ZoneOffset.UTC);
            window().setScene(new Scene(view, 1280, 800));
        }

        void walk() {
            for (int step = 0; step < STEPS; step++) {
                when = "seed %d, step %d".formatted(seed, step);
                boolean atABed = step % 3 == 2;
                onScreen(() -> prepare(atABed));
                onScreen(
                        () -> {
                            walk.step();
                            model.show();
                        });
                onScreen(() -> look(atABed));
            }
        }

        /** Something stands there already when it happens. */
        private void prepare(boolean atABed) {
            atBedside = null;
            board.tableProperty().set(walk.people().size() % 2 == 1);
            model.openBoard();
            Optional<Person> any = walk.expected().values().stream().findFirst();
            if (atABed && any.isPresent()) {
                atBedside = any.get();
                model.openBedside(any.get().id());
                assertThat(view.panels().open(Texts.of("charting.action.vitals"))).isTrue();
            }
        }

        private void look(boolean atABed) {
            // No frame is painted before that; on a busy machine none may have been yet.
            view.applyCss();
            view.layout();
            nobodyElseIsNamed();
            Person was = atBedside;
            if (!atABed || was == null) {
                theBoardIsRight();
                return;
            }
            Person now =
                    walk.people().stream()
                            .filter(each -> each.id().equals(was.id()))
                            .findFirst()
                            .orElseThrow();
            if (walk.isMistake(now)) {
                assertThat(view.lookup(".side-panel")).as(when).isNull();
                theBoardIsRight();
            } else {
                theBedsideIsRight(now);
            }
        }

        private void theBoardIsRight() {
            Map<String, Person> expected = walk.expected();
            if (board.tableProperty().get()) {
                String all = String.join("\n", words(view));
                expected.forEach((bed, person) -> assertThat(all).as(when).contains(person.name()));
                return;
            }
            List<String> beds = new ArrayList<>();
            for (Node tile : view.lookupAll(".bed-tile")) {
                List<String> words = words(tile);
                expected.forEach(
                        (bed, person) -> {
                            if (words.contains(bed)) {
                                beds.add(bed);
                                assertThat(words)
                                        .as("%s, bed %s", when, bed)
                                        .contains(person.name())
                                        .anyMatch(word -> word.contains(person.celsius()));
                            }
                        });
            }
            assertThat(beds).as(when).containsExactlyInAnyOrderElementsOf(expected.keySet());
        }

        private void theBedsideIsRight(Person person) {
            String header = String.join("\n", words(view.lookup(".bedside-header")));
            String panel = String.join("\n", words(view.lookup(".charting-patient")));
            for (String place : List.of(header, panel)) {
                assertThat(place).as(when).contains(person.name(), person.number());
            }
            assertThat(view.lookup(".bedside-chart").getAccessibleText())
                    .as(when)
                    .contains(person.celsius());
            walk.expected()
                    .forEach(
                            (bed, who) -> {
                                if (who.id().equals(person.id())) {
                                    assertThat(panel).as(when).contains("Bed " + bed + " ");
                                }
                            });
        }

        /** But who is looked at, and may be told to have been corrected. */
        private void nobodyElseIsNamed() {
            String all = String.join("\n", words(view));
            for (Person person : walk.people()) {
                boolean looked = atBedside != null && atBedside.id().equals(person.id());
                if (!looked && !walk.expected().containsValue(person)) {
                    assertThat(all).as(when).doesNotContain(person.name(), person.number());
                }
            }
        }
    }

    /** All that is to be read there. */
    private static List<String> words(Node of) {
        List<String> words = new ArrayList<>();
        List<Node> nodes = new ArrayList<>(List.of(of));
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (!node.isVisible()) {
                continue;
            }
            if (node instanceof Text text) {
                words.add(text.getText());
            } else if (node instanceof Labeled labeled && labeled.getText() != null) {
                words.add(labeled.getText());
            }
            if (node instanceof Parent parent) {
                nodes.addAll(parent.getChildrenUnmodifiable());
            }
        }
        return words;
    }

    @Test
    void theWindowNamesForABedThePatientWhoHasIt() {
        for (int seed = 0; seed < SEQUENCES; seed++) {
            List<Day> made = new ArrayList<>();
            int number = seed;
            onScreen(() -> made.add(new Day(number)));
            made.getFirst().walk();
        }
    }
}
