package org.cytovigil.ui.bedside;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Theme;
import org.cytovigil.ui.trend.Course;
import org.cytovigil.ui.trend.Pulses;
import org.cytovigil.ui.trend.TimeAxis;
import org.jspecify.annotations.Nullable;

/** The bedside screen of a size, drawn into a picture; its methods are called off the FX thread. */
final class Screen {
    final BedsideViewModel model = new BedsideViewModel(ZoneOffset.UTC);
    final Frames frames = new Frames();
    private final BedsideView view;
    private final Scene scene;

    Screen(int width, int height) throws Exception {
        view = FxThread.call(() -> new BedsideView(model, frames));
        scene = FxThread.call(() -> new Scene(view, width, height));
    }

    Screen show(StaySnapshot stay, double hours) throws Exception {
        return act(m -> m.show(stay, Course.at(hours)));
    }

    Screen act(Consumer<BedsideViewModel> action) throws Exception {
        FxThread.call(
                () -> {
                    action.accept(model);
                    return null;
                });
        return this;
    }

    /** Does something to the view. */
    Screen call(Consumer<BedsideView> action) throws Exception {
        FxThread.call(
                () -> {
                    action.accept(view);
                    return null;
                });
        return this;
    }

    /** Where the first node of a style class lies in the picture. */
    Bounds bounds(String selector) throws Exception {
        return FxThread.call(
                () -> {
                    scene.snapshot(null);
                    Node node = view.lookup(selector);
                    return node.localToScene(node.getLayoutBounds());
                });
    }

    /** The nodes of a style class, laid out as in the picture. */
    List<Node> all(String selector) throws Exception {
        return FxThread.call(
                () -> {
                    scene.snapshot(null);
                    return List.copyOf(view.lookupAll(selector));
                });
    }

    BedsideView view() {
        return view;
    }

    Picture picture() throws Exception {
        return FxThread.call(
                () -> {
                    scene.snapshot(null);
                    BufferedImage image = FxThread.buffered(scene.snapshot(null));
                    TimeAxis axis = Objects.requireNonNull(view.chart().axis());
                    Region chart = view.chart();
                    return new Picture(image, axis, chart.getLayoutX(), chart.getLayoutY(), model);
                });
    }

    /** A picture with the means to find places in it. */
    record Picture(
            BufferedImage image, TimeAxis axis, double left, double top, BedsideViewModel model) {
        int x(double hours) {
            return (int) Math.round(left + axis.x(Course.at(hours).toEpochMilli()));
        }

        /** Whether a pixel column holds a pixel of about that ink. */
        boolean shows(Ink ink, int x) {
            return highest(ink, x) >= 0;
        }

        /** The uppermost pixel of about that ink in a column below the header; -1 when none. */
        int highest(Ink ink, int x) {
            for (int y = (int) top; y < image.getHeight(); y++) {
                if (near(ink, x, y)) {
                    return y;
                }
            }
            return -1;
        }

        int count(Ink ink, int x) {
            int count = 0;
            for (int y = (int) top; y < image.getHeight(); y++) {
                count += near(ink, x, y) ? 1 : 0;
            }
            return count;
        }

        boolean near(Ink ink, int x, int y) {
            Color wanted = Theme.NIGHT.colour(ink);
            int rgb = image.getRGB(x, y);
            double distance =
                    Math.abs(((rgb >> 16) & 0xff) - wanted.getRed() * 255)
                            + Math.abs(((rgb >> 8) & 0xff) - wanted.getGreen() * 255)
                            + Math.abs((rgb & 0xff) - wanted.getBlue() * 255);
            return distance < 60;
        }

        Picture save(String name) throws IOException {
            Path folder = Files.createDirectories(Path.of("target", "screens"));
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
            return this;
        }
    }

    /** Frames that come when a test says so. */
    static final class Frames implements Pulses {
        private static final long FRAME = 16_000_000;

        private @Nullable LongConsumer called;
        private long nanos;

        @Override
        public void start(LongConsumer frame) {
            called = frame;
        }

        @Override
        public void stop() {
            called = null;
        }

        boolean isRunning() {
            return called != null;
        }

        /** A frame, 16 ms after the one before. */
        void next() {
            nanos += FRAME;
            LongConsumer frame = called;
            if (frame != null) {
                frame.accept(nanos);
            }
        }
    }
}
