package org.cytovigil.ui.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Theme;

/** Shows one contender, drives it frame by frame and tells what a frame cost. */
final class TrendFrames {
    static final int WIDTH = 1600;
    static final int HEIGHT = 900;

    /** Pixels that the picture moves a frame, forth and back. */
    private static final int MOVED = 2;

    private static final int SWING = 40;

    /**
     * Pulses before the first point is added. chart-fx locks its data in the layout that comes with
     * showing the window and lets go of them after the first pulse: points added before, on the
     * same thread, would wait for ever.
     */
    private static final int SETTLED = 5;

    private static final int LEAST_FRAMES = 20;

    private final String name;
    private final int points;
    private final double[][] values;
    private final CountDownLatch done = new CountDownLatch(1);
    private final long nanos = Long.getLong("seconds", 8) * 1_000_000_000L;

    TrendFrames(String name, int points, double[][] values) {
        this.name = name;
        this.points = points;
        this.values = values;
    }

    void run() throws InterruptedException {
        Platform.startup(() -> {});
        BenchWindow.onScreen(
                () -> {
                    TrendContender contender = TrendContender.of(name, values, points);
                    StackPane root = new StackPane(contender.node());
                    if (name.equals("trend")) {
                        // The ground that the program's style sheet gives it.
                        root.setBackground(Background.fill(Theme.NIGHT.colour(Ink.GROUND)));
                    }
                    Scene scene = new Scene(root, WIDTH, HEIGHT);
                    Stage stage = new Stage();
                    stage.setScene(scene);
                    BenchWindow.enlargeScreen();
                    stage.setX(0);
                    stage.setY(0);
                    stage.show();
                    new Driver(contender, scene).start();
                });
        done.await();
        System.out.flush();
        System.exit(0);
    }

    private final class Driver extends AnimationTimer {
        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final TrendContender contender;
        private final Scene scene;
        private final long shown = System.nanoTime();
        private int pulses;
        private int frames;
        private int measuredFrom;
        private long began;
        private long cpu;
        private long bytes;

        Driver(TrendContender contender, Scene scene) {
            this.contender = contender;
            this.scene = scene;
        }

        @Override
        public void handle(long now) {
            pulses++;
            if (pulses < SETTLED) {
                return;
            }
            long time = System.nanoTime();
            if (began == 0 && time - shown > nanos / 2 && frames >= LEAST_FRAMES / 2) {
                measuredFrom = frames;
                cpu = system.getProcessCpuTime();
                bytes = threads.getTotalThreadAllocatedBytes();
                began = System.nanoTime();
            } else if (began != 0
                    && time - began > nanos
                    && frames - measuredFrom >= LEAST_FRAMES) {
                tell();
                stop();
                picture();
                done.countDown();
                return;
            }
            int place = Math.floorMod(frames, 2 * SWING);
            double pixels = MOVED * (place < SWING ? place : 2 * SWING - place);
            contender.frame(points + frames, pixels * points / WIDTH, points);
            frames++;
        }

        private void tell() {
            double count = frames - measuredFrom;
            double seconds = (System.nanoTime() - began) / 1e9;
            ScreenBench.say(
                    "%-9s %,9d points: %8.2f ms of processor a frame, %,12.0f bytes a frame, %5.1f frames a second",
                    name,
                    points,
                    (system.getProcessCpuTime() - cpu) / 1e6 / count,
                    (threads.getTotalThreadAllocatedBytes() - bytes) / count,
                    count / seconds);
        }

        private void picture() {
            String folder = System.getProperty("pictures", "");
            if (folder.isEmpty()) {
                return;
            }
            WritableImage shot = scene.snapshot(null);
            int[] pixels = new int[WIDTH * HEIGHT];
            shot.getPixelReader()
                    .getPixels(
                            0,
                            0,
                            WIDTH,
                            HEIGHT,
                            PixelFormat.getIntArgbInstance(),
                            pixels,
                            0,
                            WIDTH);
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, WIDTH, HEIGHT, pixels, 0, WIDTH);
            try {
                Path file = Path.of(folder, name + "-" + points + ".png");
                Files.createDirectories(file.getParent());
                ImageIO.write(image, "png", file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
