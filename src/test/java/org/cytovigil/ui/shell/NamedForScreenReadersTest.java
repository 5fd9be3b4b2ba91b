package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import org.cytovigil.ui.bedside.BedsideView;
import org.cytovigil.ui.theme.GradeBadge;
import org.cytovigil.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** What can have the keyboard says what it is, and so does what is told by shape alone. */
// [utest->req~ui.screen-reader~1]
@ExtendWith(ApplicationExtension.class)
class NamedForScreenReadersTest {
    @Test
    void whateverTakesTheKeyboardHasAName() throws Exception {
        Map<String, List<String>> nameless = new TreeMap<>();
        EveryScreen.onFx(
                () -> {
                    new EveryScreen(Theme.NIGHT, 1600, 900, 100)
                            .walk((place, window) -> nameless(place, window, nameless));
                    return null;
                });

        assertThat(nameless).isEmpty();
    }

    private static void nameless(
            String place, EveryScreen window, Map<String, List<String>> nameless) {
        for (Node node : window.seen()) {
            boolean reached = node.isFocusTraversable() && !(node instanceof ScrollBar);
            boolean part = node.getParent() instanceof ComboBoxBase<?>;
            if (reached && !part && name(node).isBlank()) {
                nameless.computeIfAbsent(
                                node.getClass().getSimpleName() + node.getStyleClass(),
                                key -> new ArrayList<>())
                        .add(place);
            }
        }
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            return labeled.getText();
        }
        return "";
    }

    @Test
    void theStripIsReadAsItsAlarmAndAButton() throws Exception {
        String read =
                EveryScreen.onFx(
                        () -> {
                            EveryScreen window = new EveryScreen(Theme.NIGHT, 1600, 900, 100);
                            Node strip = window.view.lookup(".alarm-message");
                            assertThat(strip.getAccessibleRole()).isEqualTo(AccessibleRole.BUTTON);
                            return (String)
                                    strip.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                        });

        assertThat(read)
                .isEqualTo(
                        "Alarm of high priority, not answered: Bed 4 · DEMO Alpha-Bartholomea ·"
                                + " ASTCT 2019 0 → 3 · norepinephrine 6 µg/min (since 08:00)");
    }

    @Test
    void aTileIsReadWithWhatMattersOnIt() throws Exception {
        String read =
                EveryScreen.onFx(
                        () -> {
                            EveryScreen window = new EveryScreen(Theme.NIGHT, 1600, 900, 100);
                            return window.view.lookupAll(".bed-tile").stream()
                                    .map(Node::getAccessibleText)
                                    .filter(text -> text.startsWith("Bed 4,"))
                                    .findFirst()
                                    .orElseThrow();
                        });

        assertThat(read)
                .startsWith("Bed 4, DEMO Alpha-Bartholomea, ASTCT 2019 grade 3, for 0 min")
                .contains("alarm of high priority, unanswered 0 min")
                .contains("39.0 °C")
                .contains("86/50 mmHg")
                .contains("NE 6");
    }

    @Test
    void theBedsideTellsItsPatientGradeAndPresentValuesInWords() throws Exception {
        String read =
                EveryScreen.onFx(
                        () -> {
                            EveryScreen window = new EveryScreen(Theme.NIGHT, 1600, 900, 100);
                            window.model.openBedside(window.stay());
                            window.layout();
                            return ((BedsideView) window.view.lookup(".bedside"))
                                    .getAccessibleText();
                        });

        assertThat(read)
                .contains("Bed 4", "DEMO Alpha-Bartholomea", "MRN 4", "ASTCT 2019 grade 3")
                .contains("39.0 °C", "86/50 mmHg", "room air");
    }

    @Test
    void everyBadgeSaysItsGrade() throws Exception {
        List<String> silent = new ArrayList<>();
        EveryScreen.onFx(
                () -> {
                    new EveryScreen(Theme.NIGHT, 1600, 900, 100)
                            .walk(
                                    (place, window) ->
                                            window.seen().stream()
                                                    .filter(GradeBadge.class::isInstance)
                                                    .filter(b -> b.getAccessibleText() == null)
                                                    .forEach(b -> silent.add(place)));
                    return null;
                });

        assertThat(silent).isEmpty();
    }
}
