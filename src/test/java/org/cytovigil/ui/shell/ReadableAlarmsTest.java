package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.theme.ColourVision;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Alarms are told apart without colour and can be read and touched by everybody: words and marks in
 * the scene graph, contrast in the painted picture as people with each deficiency see it.
 */
// [utest->req~ui.alarms-readable~1]
@ExtendWith(ApplicationExtension.class)
class ReadableAlarmsTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    /** WCAG 2.1: text against its ground. */
    private static final double TEXT = 4.5;

    /** The least side of what is touched with gloves, in pixels. */
    private static final double TARGET = 44;

    private static final Map<AlarmPriority, String> MARKS =
            Map.of(
                    AlarmPriority.HIGH, "!!!",
                    AlarmPriority.MEDIUM, "!!",
                    AlarmPriority.LOW, "!");

    /** Where an alarm stands. */
    enum Place {
        STRIP,
        TILE,
        BEDSIDE,
        LIST
    }

    /** A unit with one patient whose only alarm has a priority. */
    private static Shown shown(AlarmPriority priority, Theme theme) throws Exception {
        Ward ward = new Ward();
        StayId stay = ward.admit("4", "DEMO Alpha");
        switch (priority) {
            case HIGH -> ward.chart(stay, 39.0, 86, 50, 0.1);
            case MEDIUM -> ward.chart(stay, 39.0, 86, 50, 0);
            case LOW -> ward.chart(stay, 39.0, 120, 70, 0);
        }
        ward.pass(Duration.ofSeconds(1));
        return onFx(() -> new Shown(ward, stay, theme));
    }

    private record Shown(ShellViewModel model, ShellView view, Scene scene, StayId stay) {
        Shown(Ward ward, StayId stay, Theme theme) {
            this(new ShellViewModel(ward.session(), ZoneOffset.UTC), stay, theme);
        }

        private Shown(ShellViewModel model, StayId stay, Theme theme) {
            this(model, view(model), stay);
            model.themeProperty().set(theme);
            model.show();
        }

        private Shown(ShellViewModel model, ShellView view, StayId stay) {
            this(model, view, new Scene(view, WIDTH, HEIGHT), stay);
        }

        private static ShellView view(ShellViewModel model) {
            return new ShellView(
                    model,
                    new BoardViewModel(() -> Ward.START),
                    new FeedsViewModel(
                            FeedDesk.NONE,
                            Runnable::run,
                            Runnable::run,
                            () -> Ward.START,
                            ZoneOffset.UTC),
                    ZoneOffset.UTC);
        }

        WritableImage open(Place place) {
            switch (place) {
                case STRIP, TILE -> model.openBoard();
                case BEDSIDE -> model.openBedside(stay);
                case LIST -> model.openAlarms();
            }
            return picture();
        }

        WritableImage picture() {
            for (int pass = 0; pass < 2; pass++) {
                view.applyCss();
                view.layout();
            }
            return scene.snapshot(null);
        }

        /** The words of the alarm at a place, mark first, as they stand in the scene graph. */
        Node words(Place place) {
            return switch (place) {
                case STRIP -> view.lookup(".alarm-message");
                case TILE ->
                        view.lookupAll(".bed-tile").stream()
                                .flatMap(tile -> all(tile).stream())
                                .filter(Text.class::isInstance)
                                .filter(node -> ((Text) node).getText().startsWith("!"))
                                .findFirst()
                                .orElseThrow();
                case BEDSIDE -> view.lookup(".bedside-alarms .alarm-sign");
                case LIST -> view.lookup(".alarm-mark");
            };
        }
    }

    private static String text(Node node) {
        return node instanceof Labeled label ? label.getText() : ((Text) node).getText();
    }

    static Stream<Place> places() {
        return Stream.of(Place.values());
    }

    @ParameterizedTest
    @MethodSource("places")
    void everyPlaceTellsThePriorityByItsMark(Place place) throws Exception {
        Map<AlarmPriority, String> told = new LinkedHashMap<>();
        for (AlarmPriority priority : AlarmPriority.values()) {
            Shown shown = shown(priority, Theme.NIGHT);
            told.put(
                    priority,
                    onFx(
                            () -> {
                                shown.open(place);
                                return text(shown.words(place)).replaceFirst("[^!].*", "");
                            }));
        }

        assertThat(told).isEqualTo(MARKS);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsOfAlarmsCanBeReadByEverybodyWhereverTheyStand(Theme theme) throws Exception {
        List<String> unreadable = new ArrayList<>();
        for (AlarmPriority priority : AlarmPriority.values()) {
            Shown shown = shown(priority, theme);
            for (Place place : Place.values()) {
                WritableImage picture = onFx(() -> shown.open(place));
                Bounds area = onFx(() -> bounds(shown.words(place)));
                for (ColourVision eye : ColourVision.values()) {
                    double contrast = contrast(picture.getPixelReader(), area, eye);
                    if (contrast < TEXT) {
                        unreadable.add(place + " " + priority + " " + eye + " " + contrast);
                    }
                }
            }
        }

        assertThat(unreadable).isEmpty();
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /**
     * The contrast of the commonest colour of an area, its ground, with the colour that is seen
     * farthest from it, its ink.
     */
    private static double contrast(PixelReader pixels, Bounds area, ColourVision eye) {
        Map<Color, Integer> count = new LinkedHashMap<>();
        for (int y = (int) area.getMinY() + 2; y < area.getMaxY() - 2; y++) {
            for (int x = (int) area.getMinX() + 2; x < area.getMaxX() - 2; x++) {
                count.merge(pixels.getColor(x, y), 1, Integer::sum);
            }
        }
        Color ground =
                count.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        return count.keySet().stream()
                .mapToDouble(colour -> eye.contrast(colour, ground))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatAnswersAnAlarmIsLargeEnoughForGloves(Place place) throws Exception {
        Shown shown = shown(AlarmPriority.MEDIUM, Theme.NIGHT);
        List<String> small =
                onFx(
                        () -> {
                            shown.open(place);
                            shown.model().toggleAnswer();
                            shown.picture();
                            return all(shown.view()).stream()
                                    .filter(ReadableAlarmsTest::isTarget)
                                    .filter(ReadableAlarmsTest::isSeen)
                                    .filter(ReadableAlarmsTest::isSmall)
                                    .map(ReadableAlarmsTest::named)
                                    .toList();
                        });

        assertThat(small).isEmpty();
    }

    @Test
    void anAnsweredAlarmHasNoAlarmColourOnTheStrip() throws Exception {
        Ward ward = new Ward();
        StayId stay = ward.admit("4", "DEMO Alpha");
        ward.chart(stay, 39.0, 86, 50, 0.1);
        ward.pass(Duration.ofSeconds(1));
        ward.session().acknowledge(ward.session().latest().alarms().getFirst());
        ward.pass(Duration.ofSeconds(1));
        Shown shown = onFx(() -> new Shown(ward, stay, Theme.NIGHT));

        WritableImage picture = onFx(() -> shown.open(Place.STRIP));
        Bounds strip = onFx(() -> bounds(shown.words(Place.STRIP)));

        Color ground =
                picture.getPixelReader()
                        .getColor((int) strip.getMinX() + 3, (int) strip.getMinY() + 3);
        assertThat(ground).isEqualTo(Theme.NIGHT.colour(Ink.SURFACE));
    }

    private static boolean isTarget(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>;
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getLayoutBounds().getWidth() > 0;
    }

    private static boolean isSmall(Node node) {
        return node.getLayoutBounds().getWidth() < TARGET - 0.5
                || node.getLayoutBounds().getHeight() < TARGET - 0.5;
    }

    private static String named(Node node) {
        return node.getClass().getSimpleName()
                + node.getStyleClass()
                + (node instanceof Labeled label ? " " + label.getText() : "")
                + " "
                + node.getLayoutBounds().getWidth()
                + " x "
                + node.getLayoutBounds().getHeight();
    }

    private static List<Node> all(Node root) {
        List<Node> found = new ArrayList<>(List.of(root));
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) instanceof Parent parent) {
                found.addAll(parent.getChildrenUnmodifiable());
            }
        }
        return found;
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    try {
                        done.complete(work.call());
                    } catch (Exception e) {
                        done.completeExceptionally(e);
                    }
                });
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
