package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.cytovigil.ui.theme.Theme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * In every size of window and text no word is cut, nothing lies outside of what holds it, and what
 * is touched is large enough and lies apart. Themes share their measures, so one stands for all.
 */
// [utest->req~ui.no-clipped-text~1]
@ExtendWith(ApplicationExtension.class)
class NoClippedTextTest {
    private static final double TARGET = 44;
    private static final double SLACK = 1.5;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1280,  800, 100
                    1280,  800, 150
                    1600,  900, 100
                    1920, 1080, 100
                    1920, 1080, 125
                    1920, 1080, 150
                    3840, 2160, 100
                    3840, 2160, 150
                    """)
    void everythingIsSeenWhole(int width, int height, int text) throws Exception {
        TreeMap<String, List<String>> faults =
                EveryScreen.onFx(
                        () -> {
                            TreeMap<String, List<String>> found = new TreeMap<>();
                            new EveryScreen(Theme.NIGHT, width, height, text)
                                    .walk(
                                            (place, window) -> {
                                                for (String fault : faults(window)) {
                                                    found.computeIfAbsent(
                                                                    fault, f -> new ArrayList<>())
                                                            .add(place);
                                                }
                                            });
                            return found;
                        });

        assertThat(
                        faults.entrySet().stream()
                                .map(fault -> fault.getKey() + "  <- " + fault.getValue())
                                .collect(Collectors.joining("\n")))
                .isEmpty();
    }

    private static List<String> faults(EveryScreen window) {
        List<String> faults = new ArrayList<>();
        List<Node> targets = new ArrayList<>();
        for (Node node : window.seen()) {
            if (node instanceof Labeled labeled && isCut(labeled)) {
                faults.add("cut: " + named(node));
            }
            if (node instanceof TextField field && isPromptCut(field)) {
                faults.add("prompt cut: " + named(node) + " " + field.getPromptText());
            }
            if (hasWords(node) || isTarget(node)) {
                String outside = outside(node);
                if (!outside.isEmpty()) {
                    faults.add("outside: " + named(node) + " of " + outside);
                }
            }
            if (isTarget(node)) {
                targets.add(node);
                if (isSmall(node)) {
                    faults.add(
                            "small: %s %.0f x %.0f"
                                    .formatted(
                                            named(node),
                                            node.getLayoutBounds().getWidth(),
                                            node.getLayoutBounds().getHeight()));
                }
            }
        }
        for (int i = 0; i < targets.size(); i++) {
            for (int j = i + 1; j < targets.size(); j++) {
                if (overlap(targets.get(i), targets.get(j))) {
                    faults.add(
                            "overlap: " + named(targets.get(i)) + " and " + named(targets.get(j)));
                }
            }
        }
        return faults;
    }

    private static boolean hasWords(Node node) {
        String words =
                node instanceof Labeled labeled
                        ? labeled.getText()
                        : node instanceof Text text ? text.getText() : "";
        return words != null && !words.isEmpty();
    }

    /** The skin shows an ellipsis when the words have no room. */
    private static boolean isCut(Labeled labeled) {
        String words = labeled.getText();
        if (words == null || words.isEmpty()) {
            return false;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text && child.isVisible()) {
                return !text.getText().replace("\n", "").equals(words.replace("\n", ""));
            }
        }
        return false;
    }

    private static boolean isPromptCut(TextField field) {
        if (!field.getText().isEmpty() || field.getPromptText() == null) {
            return false;
        }
        Text measure = new Text(field.getPromptText());
        measure.setFont(field.getFont());
        double room = field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
        return measure.getLayoutBounds().getWidth() > room + SLACK;
    }

    /** What holds it and shows less than all of it; of what scrolls only the width counts. */
    private static String outside(Node node) {
        Bounds bounds = node.getLayoutBounds();
        Node at = node;
        boolean scrolls = scrolled(node);
        if (node instanceof Text && node.getParent().getParent() instanceof TextInputControl) {
            // What is typed moves along under the cursor.
            return "";
        }
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane || parent instanceof ListView<?>) {
                return "";
            }
            bounds = at.localToParent(bounds);
            at = parent;
            if (parent instanceof Region region && !(parent instanceof TextInputControl)) {
                boolean wide =
                        bounds.getMinX() < -SLACK || bounds.getMaxX() > region.getWidth() + SLACK;
                boolean high =
                        bounds.getMinY() < -SLACK || bounds.getMaxY() > region.getHeight() + SLACK;
                if (wide || (high && !scrolls)) {
                    return parent.getClass().getSimpleName()
                            + parent.getStyleClass()
                            + " %.0f,%.0f-%.0f,%.0f in %.0f x %.0f"
                                    .formatted(
                                            bounds.getMinX(),
                                            bounds.getMinY(),
                                            bounds.getMaxX(),
                                            bounds.getMaxY(),
                                            region.getWidth(),
                                            region.getHeight());
                }
            }
        }
        return "";
    }

    /** What is pressed or typed into; parts of a control are its own business. */
    private static boolean isTarget(Node node) {
        boolean touched =
                node instanceof ButtonBase
                        || node instanceof TextInputControl
                        || node instanceof ComboBoxBase<?>;
        return touched && !(node.getParent() instanceof ComboBoxBase<?>);
    }

    private static boolean isSmall(Node node) {
        return node.getLayoutBounds().getWidth() < TARGET - 0.5
                || node.getLayoutBounds().getHeight() < TARGET - 0.5;
    }

    private static final Set<String> LAYERS = Set.of("side-panel", "help");

    private static Node layer(Node node) {
        Node at = node;
        while (at.getParent() != null && at.getStyleClass().stream().noneMatch(LAYERS::contains)) {
            at = at.getParent();
        }
        return at;
    }

    private static boolean overlap(Node one, Node other) {
        if (!layer(one).equals(layer(other)) || scrolled(one) || scrolled(other)) {
            return false;
        }
        Bounds a = one.localToScene(one.getLayoutBounds());
        Bounds b = other.localToScene(other.getLayoutBounds());
        double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        return width > SLACK && height > SLACK;
    }

    private static boolean scrolled(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ScrollPane || at instanceof ListView<?> || at instanceof ScrollBar) {
                return true;
            }
        }
        return false;
    }

    private static String named(Node node) {
        String words =
                node instanceof Labeled labeled
                        ? " " + labeled.getText()
                        : node instanceof Text text ? " " + text.getText() : "";
        Point2D place = node.localToScene(0, 0);
        return node.getClass().getSimpleName()
                + node.getStyleClass()
                + words
                + " at %.0f,%.0f".formatted(place.getX(), place.getY());
    }
}
