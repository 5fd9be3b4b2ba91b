package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Border;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.cytovigil.ui.theme.ColourVision;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Theme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * On every screen, with everything that opens on it, each word stands out from what is painted
 * behind it, for full sight and without each kind of cones (WCAG 2.1: 4.5; 3 for large letters, and
 * here for what is disabled, whose reason must be read).
 */
// [utest->req~ui.readable~1]
@ExtendWith(ApplicationExtension.class)
class ReadableEverywhereTest {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;
    private static final double SMALL = 4.5;
    private static final double LARGE = 3;
    private static final int STRONG = 128;
    private static final int BROAD = 2;

    /** Degrees; the colours of the lanes are ten and more from those of alarms. */
    private static final double NEAR_HUE = 8;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyWordStandsOutFromItsGround(Theme theme) throws Exception {
        Map<String, List<String>> faint = new TreeMap<>();
        EveryScreen.onFx(
                () -> {
                    new EveryScreen(theme, WIDTH, HEIGHT, 100)
                            .walk((place, window) -> faint(place, window, faint));
                    return null;
                });

        assertThat(faint).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theEdgeOfEveryFieldIsSeen(Theme theme) throws Exception {
        Map<String, List<String>> faint = new TreeMap<>();
        EveryScreen.onFx(
                () -> {
                    new EveryScreen(theme, WIDTH, HEIGHT, 100)
                            .walk((place, window) -> faintEdges(place, window, theme, faint));
                    return null;
                });

        assertThat(faint).isEmpty();
    }

    private static void faintEdges(
            String place, EveryScreen window, Theme theme, Map<String, List<String>> faint) {
        for (Node node : window.seen()) {
            boolean field = node instanceof TextField || node instanceof ComboBoxBase<?>;
            if (field && !(node.getParent() instanceof ComboBoxBase<?>)) {
                Border border = ((Region) node).getBorder();
                Color edge = (Color) border.getStrokes().getFirst().getTopStroke();
                for (ColourVision eye : ColourVision.values()) {
                    for (Ink ground : List.of(Ink.GROUND, Ink.SURFACE, Ink.RAISED)) {
                        if (eye.contrast(edge, theme.colour(ground)) < LARGE) {
                            faint.computeIfAbsent(
                                            eye + " on " + ground + " " + node.getStyleClass(),
                                            key -> new ArrayList<>())
                                    .add(place);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whereNothingAlarmsNoColourOfAlarmsIsSeen(Theme theme) throws Exception {
        Map<String, String> coloured = new TreeMap<>();
        EveryScreen.onFx(
                () -> {
                    EveryScreen.quiet(theme, WIDTH, HEIGHT)
                            .walk((place, window) -> coloured(place, window, theme, coloured));
                    return null;
                });

        assertThat(coloured).isEmpty();
    }

    private static void coloured(
            String place, EveryScreen window, Theme theme, Map<String, String> coloured) {
        PixelReader pixels = window.scene.snapshot(null).getPixelReader();
        for (int y = 0; y < HEIGHT; y += BROAD) {
            int run = 0;
            for (int x = 0; x < WIDTH; x++) {
                int argb = pixels.getArgb(x, y);
                run = isStrong(argb) && isAlarming(argb, theme) ? run + 1 : 0;
                // Letters are smoothed with a fringe of colours, one or two pixels wide.
                if (run > BROAD) {
                    coloured.put(place, "%06X at %d, %d".formatted(argb & 0xffffff, x, y));
                }
            }
        }
    }

    /** Only a strong colour has a hue that anybody would name. */
    private static boolean isStrong(int argb) {
        int red = (argb >> 16) & 0xff;
        int green = (argb >> 8) & 0xff;
        int blue = argb & 0xff;
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        return most > STRONG && most - least > most / 2;
    }

    private static boolean isAlarming(int argb, Theme theme) {
        double hue = Color.rgb((argb >> 16) & 0xff, (argb >> 8) & 0xff, argb & 0xff).getHue();
        return Stream.of(Ink.ALARM_HIGH, Ink.ALARM_MEDIUM, Ink.ALARM_LOW)
                .mapToDouble(ink -> Math.abs(theme.colour(ink).getHue() - hue))
                .anyMatch(apart -> Math.min(apart, 360 - apart) < NEAR_HUE);
    }

    private static void faint(String place, EveryScreen window, Map<String, List<String>> faint) {
        WritableImage picture = window.scene.snapshot(null);
        for (Node node : window.seen()) {
            if (node instanceof Text text && !text.getText().isBlank()) {
                Bounds area = shown(text);
                if (area.getWidth() < 4 || area.getHeight() < 4 || covered(text)) {
                    continue;
                }
                Color ground = ground(picture.getPixelReader(), area);
                Color ink = seen(text, ground);
                for (ColourVision eye : ColourVision.values()) {
                    double contrast = eye.contrast(ink, ground);
                    if (contrast < needed(text)) {
                        faint.computeIfAbsent(
                                        "%s %.2f %s on %s (%s)"
                                                .formatted(
                                                        eye,
                                                        contrast,
                                                        text.getFill(),
                                                        ground,
                                                        named(text)),
                                        key -> new ArrayList<>())
                                .add(place);
                    }
                }
            }
        }
    }

    /** The colour of letters, which may be half transparent, as what is disabled often is. */
    private static Color seen(Text text, Color ground) {
        double opacity = 1;
        for (Node at = text; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        return ground.interpolate((Color) text.getFill(), opacity);
    }

    private static double needed(Text text) {
        boolean bold = text.getFont().getStyle().contains("Bold");
        double size = text.getFont().getSize();
        return size >= 24 || (bold && size >= 18.66) || text.isDisabled() ? LARGE : SMALL;
    }

    /** What of it is within all that shows only part of its content, and within the window. */
    private static Bounds shown(Node node) {
        Bounds area = node.localToScene(node.getLayoutBounds());
        Bounds whole = new BoundingBox(0, 0, WIDTH, HEIGHT);
        area = common(area, whole);
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane || at instanceof ListView<?>) {
                area = common(area, at.localToScene(at.getLayoutBounds()));
            }
        }
        return area;
    }

    private static Bounds common(Bounds a, Bounds b) {
        double x = Math.max(a.getMinX(), b.getMinX());
        double y = Math.max(a.getMinY(), b.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x),
                Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y));
    }

    /** A panel at the side and the list of keys lie over the screen. */
    private static boolean covered(Node node) {
        Parent root = node.getScene().getRoot();
        Node layer = layer(node);
        Bounds area = node.localToScene(node.getLayoutBounds());
        return Stream.of(".side-panel", ".help")
                .flatMap(style -> root.lookupAll(style).stream())
                .filter(Node::isVisible)
                .filter(over -> !over.equals(layer))
                .anyMatch(over -> over.localToScene(over.getLayoutBounds()).intersects(area));
    }

    private static Node layer(Node node) {
        Node at = node;
        while (at.getParent() != null
                && !at.getStyleClass().contains("side-panel")
                && !at.getStyleClass().contains("help")) {
            at = at.getParent();
        }
        return at;
    }

    /** The commonest colour of an area: letters cover less than what is behind them. */
    private static Color ground(PixelReader pixels, Bounds area) {
        Map<Color, Integer> count = new HashMap<>();
        for (int y = (int) area.getMinY(); y < Math.min(HEIGHT, area.getMaxY()); y++) {
            for (int x = (int) area.getMinX(); x < Math.min(WIDTH, area.getMaxX()); x++) {
                count.merge(pixels.getColor(x, y), 1, Integer::sum);
            }
        }
        return count.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static String named(Text text) {
        Parent parent = text.getParent();
        return text.getText() + " in " + parent.getClass().getSimpleName() + parent.getStyleClass();
    }
}
