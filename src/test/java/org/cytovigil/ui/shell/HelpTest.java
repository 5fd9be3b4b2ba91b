package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.KeySection;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

// [utest->req~ui.keys-shown~1]
@ExtendWith(ApplicationExtension.class)
class HelpTest {
    private static final Set<String> OPEN = Set.of("Open panel", "Answering the alarm");

    private static EveryScreen bedside(int width) {
        EveryScreen window = new EveryScreen(Theme.NIGHT, width, 800, 100);
        window.model.openBedside(window.stay());
        window.layout();
        return window;
    }

    private static void press(EveryScreen window, KeyCode code, boolean ctrl) {
        Event.fireEvent(
                window.view,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, ctrl, false, false));
        window.layout();
    }

    private static List<String> words(EveryScreen window) {
        Node help = window.view.lookup(".help");
        return help.isVisible()
                ? window.view.lookupAll(".help .label").stream()
                        .map(node -> ((Label) node).getText())
                        .toList()
                : List.of();
    }

    @Test
    void f1ListsTheKeysOfTheScreenAndOfWhatIsOpenAndEscapeClosesIt() throws Exception {
        EveryScreen.onFx(
                () -> {
                    EveryScreen window = bedside(1280);
                    window.view.panels().open("Chart vitals");

                    press(window, KeyCode.F1, false);
                    assertThat(words(window))
                            .contains("Ctrl+H", "Hand-over", "Ctrl+Enter", "save", "F12", "Home")
                            .contains("back to now", "Ctrl+Plus", "Ctrl+1 – 9")
                            .doesNotContain("worst first");

                    press(window, KeyCode.ESCAPE, false);
                    assertThat(words(window)).isEmpty();
                    assertThat(window.view.panels().openProperty().get()).isTrue();
                    return null;
                });
    }

    @Test
    void everyKeyOfTheListIsActedOnByOneCommandAlone() throws Exception {
        EveryScreen.onFx(
                () -> {
                    new EveryScreen(Theme.NIGHT, 1280, 800, 100)
                            .walk((place, window) -> assertNoneTwice(place, window.view.keys()));
                    return null;
                });
    }

    /** What is open has the keyboard, and takes a key before the screen does. */
    private static void assertNoneTwice(String place, List<KeySection> sections) {
        assertThat(sections).hasSizeGreaterThanOrEqualTo(2);
        KeySection screen = sections.get(sections.size() - 2);
        for (boolean open : new boolean[] {true, false}) {
            Map<String, String> taken = new HashMap<>();
            for (KeySection section : sections) {
                if (open ? !section.equals(screen) : !OPEN.contains(section.title())) {
                    taken(place, section, taken);
                }
            }
            assertThat(taken).isNotEmpty();
        }
    }

    private static void taken(String place, KeySection section, Map<String, String> taken) {
        for (Command command : section.commands()) {
            assertThat(command.text()).isNotBlank();
            for (KeyCombination key : command.keys()) {
                assertThat(taken.put(key.getName(), command.text()))
                        .as("%s: %s", place, key.getName())
                        .isNull();
            }
        }
    }

    /**
     * Whoever reads a key's code acts on a key that the list may not know. What is named here does
     * not: letters of choices, ways through a list, and Enter on a line, which is what the button
     * below it does.
     */
    @Test
    void noScreenActsOnKeysButThroughTheList() throws IOException {
        Set<String> readers = new TreeSet<>();
        Path screens = Path.of("src", "main", "java", "org", "cytovigil", "ui");
        try (Stream<Path> files = Files.walk(screens)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).matches("(?s).*event\\.getCode\\(\\).*")) {
                    readers.add(file.getFileName().toString());
                }
            }
        }

        assertThat(readers)
                .isSubsetOf(
                        "ChartingPanel.java",
                        "ChoiceList.java",
                        "FieldRows.java",
                        "LeftPanel.java",
                        "MoveFields.java",
                        "NursesPanel.java",
                        "PanelNodes.java")
                .isNotEmpty();
    }

    // [utest->req~ui.text-size~1]
    @Test
    void textGrowsAndShrinksInStepsAndTheHelpSaysHowLargeItIs() throws Exception {
        EveryScreen.onFx(
                () -> {
                    EveryScreen window = bedside(1280);
                    for (int percent : new int[] {110, 125, 150, 150}) {
                        press(window, KeyCode.ADD, true);
                        assertThat(window.model.textProperty().get()).isEqualTo(percent);
                    }
                    press(window, KeyCode.F1, false);
                    assertThat(words(window)).anyMatch(text -> text.startsWith("Text 150 %"));
                    press(window, KeyCode.MINUS, true);
                    assertThat(window.model.textProperty().get()).isEqualTo(125);
                    press(window, KeyCode.NUMPAD0, true);
                    assertThat(window.model.textProperty().get()).isEqualTo(100);
                    return null;
                });
    }

    // [utest->req~ui.action-bar~1]
    @Test
    void theActionsTakeOneRowAndWhatHasNoRoomIsInTheMenu() throws Exception {
        EveryScreen.onFx(
                () -> {
                    for (int width : new int[] {1024, 1280, 2400}) {
                        EveryScreen window = bedside(width);
                        long atBedside =
                                ShellActions.of(window.model, id -> {}, () -> null).stream()
                                        .filter(action -> action.place() != PanelAction.Place.BOARD)
                                        .count();
                        List<Node> buttons =
                                window.view.lookupAll(".action-bar .button").stream()
                                        .filter(Node::isVisible)
                                        .toList();
                        MenuButton more = (MenuButton) window.view.lookup(".more-actions");

                        assertThat(buttons.stream().map(Node::getLayoutY).distinct()).hasSize(1);
                        assertThat(buttons.size() + more.getItems().size()).isEqualTo(atBedside);
                        assertThat(more.isVisible()).isEqualTo(!more.getItems().isEmpty());
                        assertThat(more.getItems())
                                .extracting(MenuItem::getText)
                                .doesNotContain("Chart vitals  F2");
                    }
                    return null;
                });
    }
}
