package org.cytovigil.ui.bedside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.ui.theme.Theme;
import org.cytovigil.ui.trend.Course;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The panel beside the chart, on the screen. */
// [utest->req~ui.reasons~1]
// [utest->req~ui.derived~1]
class GradePanelTest {
    private static Screen everything(int width, int height) throws Exception {
        return new Screen(width, height).show(Course.everything().snapshot(60), 60);
    }

    private static List<String> texts(Screen screen) throws Exception {
        List<String> texts = new ArrayList<>();
        for (Node node : screen.all(".bedside-panel .bedside-label")) {
            if (node instanceof Label label && seen(label)) {
                texts.add(label.getText().replace('\u00a0', ' '));
            }
        }
        return texts;
    }

    /** A hidden section leaves the layout and keeps nothing on the screen. */
    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void showsTheGradeSetAndBesideItTheComputedOne() throws Exception {
        assertThat(texts(everything(1920, 1000)))
                .contains(
                        "ASTCT 2019 grade 4 set",
                        "computed 3",
                        "Dr. Example: a second vasopressor is being drawn up");
    }

    @Test
    void showsSettingsEpisodeNeurotoxicityRejectedFactsAndThePolicy() throws Exception {
        assertThat(texts(everything(1920, 1000)))
                .contains(
                        "Episode 2 (recurrence)",
                        "ICE 6–8 of 10",
                        "systolic pressure 51 is not above diastolic 88 mmHg",
                        "blood pressure of day 2  10:12",
                        "Derived values - never a grade",
                        "policy default-1");
        assertThat(
                        texts(
                                new Screen(1920, 1000)
                                        .show(
                                                new Course()
                                                        .temperature(59, 39)
                                                        .pressure(59, 88, 60)
                                                        .oxygen(59, new OxygenSupport.RoomAir())
                                                        .snapshot(60),
                                                60)))
                .contains(
                        "By site policy",
                        "90 mmHg: below this systolic pressure an adult is hypotensive");
    }

    @Test
    void sectionsWithNothingToSayAreNotThere() throws Exception {
        assertThat(texts(new Screen(1920, 1000).show(new Course().well(59).snapshot(60), 60)))
                .doesNotContain("Note", "Not graded", "computed 0")
                .contains("Why", "Missing", "Next up", "Neurotoxicity", "no episode so far");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1280, 720
                    1280, 800
                    1920, 1000
                    3840, 2000
                    """)
    void noTextIsCut(int width, int height) throws Exception {
        for (Theme theme : Theme.values()) {
            Screen screen = everything(width, height).act(model -> model.setTheme(theme));
            Bounds panel = screen.bounds(".bedside-panel");
            List<String> faults = new ArrayList<>();
            int labels = 0;
            for (Node node : screen.all(".bedside-label")) {
                if (!(node instanceof Label label) || !seen(label) || label.getText().isEmpty()) {
                    continue;
                }
                labels++;
                Bounds place = label.localToScene(label.getLayoutBounds());
                boolean within =
                        place.getMinX() >= 0
                                && place.getMaxX() <= width
                                && (!inPanel(label) || place.getMaxX() <= panel.getMaxX());
                Text drawn = (Text) label.lookup(".text");
                if (!within
                        || drawn == null
                        || !drawn.getText().equals(label.getText())
                        || drawn.getLayoutBounds().getHeight() > label.getHeight() + 1) {
                    faults.add(label.getText());
                }
            }
            assertThat(labels).as("labels looked at").isGreaterThan(60);
            assertThat(faults).as("cut at %dx%d, %s", width, height, theme).isEmpty();
            assertThat(panel.getMaxY()).isLessThanOrEqualTo(height);
        }
    }

    private static boolean inPanel(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof GradePanel) {
                return true;
            }
        }
        return false;
    }

    @Test
    void whyMissingAndNextAreSeenWithoutScrollingOnTheSmallestScreen() throws Exception {
        Screen screen = everything(1280, 720);
        Bounds seen = screen.bounds(".bedside-panel .viewport");

        for (Node node : screen.all(".bedside-panel .section-title")) {
            String title = ((Label) node).getText();
            if (List.of("Why", "Missing", "Next up").contains(title)) {
                assertThat(node.getParent().localToScene(node.getParent().getLayoutBounds()))
                        .as(title)
                        .matches(section -> section.getMaxY() <= seen.getMaxY());
            }
        }
    }

    @Test
    void keysScrollAndTheWordAtTheFootTellsWhetherThereIsMore() throws Exception {
        Screen screen = everything(1280, 720);
        assertThat(screen.all(".more").getFirst().isVisible()).isTrue();

        for (int i = 0; i < 20; i++) {
            press(screen, KeyCode.PAGE_DOWN);
        }
        assertThat(scrolled(screen)).isEqualTo(1);
        assertThat(screen.all(".more").getFirst().isVisible()).isFalse();

        press(screen, KeyCode.UP);
        assertThat(scrolled(screen)).isLessThan(1).isGreaterThan(0);
    }

    @Test
    void anotherPatientIsShownFromTheTop() throws Exception {
        Screen screen = everything(1280, 720);
        screen.picture();
        press(screen, KeyCode.PAGE_DOWN);
        assertThat(scrolled(screen)).isPositive();

        screen.show(new Course("bravo", null).temperature(59, 39).snapshot(60), 60);

        assertThat(scrolled(screen)).isZero();
    }

    @Test
    void aRowOfADerivedValueThatTakesTheFocusIsSeenAndTellsItsFormula() throws Exception {
        FxThread.call(
                () -> {
                    BedsideViewModel model = new BedsideViewModel(java.time.ZoneOffset.UTC);
                    BedsideView view = new BedsideView(model);
                    Stage stage = new Stage();
                    stage.setScene(new javafx.scene.Scene(view, 1280, 720));
                    stage.show();
                    try {
                        model.show(Course.everything().snapshot(60), Course.at(60));
                        view.applyCss();
                        view.layout();
                        List<Node> rows = List.copyOf(view.lookupAll(".derived-row"));
                        Node last = rows.getLast();

                        last.requestFocus();
                        String spoken = last.getAccessibleText();
                        model.show(Course.everything().snapshot(60.5), Course.at(60.5));

                        assertThat(last.isFocused()).as("half an hour later").isTrue();
                        assertThat(last.getAccessibleText()).isNotEqualTo(spoken);
                        assertThat(spoken).startsWith("NEWS2").contains("points for");
                        assertThat(((ScrollPane) view.lookup(".scroll-pane")).getVvalue())
                                .as("scrolled to it")
                                .isPositive();
                        assertThat(Window.getWindows())
                                .as("the window and the tooltip")
                                .hasSizeGreaterThan(1);
                        return null;
                    } finally {
                        stage.close();
                    }
                });
    }

    private static double scrolled(Screen screen) throws Exception {
        return ((ScrollPane) screen.all(".scroll-pane").getFirst()).getVvalue();
    }

    private static void press(Screen screen, KeyCode key) throws Exception {
        screen.call(
                view ->
                        Event.fireEvent(
                                view,
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        key,
                                        false,
                                        false,
                                        false,
                                        false)));
    }
}
