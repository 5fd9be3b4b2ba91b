package org.cytovigil.ui.shell;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.SystemClock;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.theme.TextSize;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/** Paints a screen into a picture file, without a display. */
public final class ScreenPicture {
    private ScreenPicture() {}

    /**
     * What to paint.
     *
     * @param screen which screen
     * @param stay whose bedside; {@code null} for screens of the unit
     * @param theme the colours
     * @param width in pixels
     * @param height in pixels
     * @param answering whether the panel is open that answers the alarm on the strip
     * @param panel what the button says of the panel that is open at the side; empty for none
     * @param text how large text is, in per cent
     * @param help whether the list of keys is open
     */
    public record Request(
            ShellViewModel.Screen screen,
            @Nullable StayId stay,
            Theme theme,
            int width,
            int height,
            boolean answering,
            String panel,
            int text,
            boolean help) {
        /** A screen by itself. */
        public Request(
                ShellViewModel.Screen screen,
                @Nullable StayId stay,
                Theme theme,
                int width,
                int height) {
            this(screen, stay, theme, width, height, false, "", TextSize.NORMAL, false);
        }
    }

    /** Starts the toolkit without a display; called once, before the first picture. */
    public static void startWithoutDisplay() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        Platform.startup(() -> {});
    }

    /**
     * Paints the screen as it is now and writes it as PNG.
     *
     * @throws IOException when the file cannot be written
     */
    public static void write(UnitSource source, ZoneId zone, Request request, Path file)
            throws IOException, InterruptedException {
        write(source, FeedDesk.NONE, zone, request, file);
    }

    /**
     * Paints the screen as it is now, with what was refused, and writes it as PNG.
     *
     * @throws IllegalArgumentException when the screen has no such panel
     * @throws IOException when the file cannot be written
     */
    public static void write(
            UnitSource source, FeedDesk desk, ZoneId zone, Request request, Path file)
            throws IOException, InterruptedException {
        try {
            BufferedImage painted =
                    paint(
                            source,
                            desk,
                            zone,
                            new Look(
                                    request.theme(),
                                    request.width(),
                                    request.height(),
                                    request.text()),
                            stage -> pose(request, stage));
            write(painted, file);
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong) {
                throw wrong;
            }
            throw e;
        }
    }

    static void write(BufferedImage picture, Path file) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "png", png)) {
            throw new IOException("no writer for PNG pictures in this Java");
        }
        Files.write(file, png.toByteArray());
    }

    /** A window of its own, not shown anywhere. */
    record Stage(ShellViewModel model, BoardViewModel board, ShellView shell) {}

    /** How a window is to look. */
    record Look(Theme theme, int width, int height, int text) {}

    /** Paints the window that was brought into a pose. Not on the FX thread. */
    static BufferedImage paint(
            UnitSource source, FeedDesk desk, ZoneId zone, Look look, Consumer<Stage> pose)
            throws InterruptedException {
        CompletableFuture<BufferedImage> painted = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    try {
                        painted.complete(painted(source, desk, zone, look, pose));
                    } catch (RuntimeException e) {
                        painted.completeExceptionally(e);
                    }
                });
        try {
            return painted.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the screen could not be painted", e.getCause());
        }
    }

    private static void pose(Request request, Stage stage) {
        ShellViewModel model = stage.model();
        if (request.screen() == ShellViewModel.Screen.BEDSIDE && request.stay() != null) {
            model.openBedside(request.stay());
        }
        if (request.screen() == ShellViewModel.Screen.FEEDS) {
            model.openFeeds();
        }
        if (request.screen() == ShellViewModel.Screen.ALARMS) {
            model.openAlarms();
        }
        if (request.answering()) {
            model.toggleAnswer();
        }
        if (!request.panel().isEmpty() && !stage.shell().panels().open(request.panel())) {
            throw new IllegalArgumentException(
                    "no panel \"%s\" on this screen".formatted(request.panel()));
        }
        if (request.help()) {
            stage.shell().toggleHelp();
        }
    }

    private static BufferedImage painted(
            UnitSource source, FeedDesk desk, ZoneId zone, Look look, Consumer<Stage> pose) {
        ShellViewModel model = new ShellViewModel(source, zone);
        BoardViewModel board = new BoardViewModel(new SystemClock());
        model.themeProperty().set(look.theme());
        model.setText(look.text());
        FeedsViewModel feeds =
                new FeedsViewModel(desk, Runnable::run, Runnable::run, new SystemClock(), zone);
        ShellView shell = new ShellView(model, board, feeds, zone);
        Scene scene = new Scene(shell, look.width(), look.height());
        model.show();
        pose.accept(new Stage(model, board, shell));
        feeds.pulse();
        // Twice: sizes asked for in the first pass are known in the second.
        shell.applyCss();
        shell.layout();
        shell.applyCss();
        shell.layout();
        WritableImage image = scene.snapshot(new WritableImage(look.width(), look.height()));
        int[] pixels = new int[look.width() * look.height()];
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        look.width(),
                        look.height(),
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        look.width());
        BufferedImage picture =
                new BufferedImage(look.width(), look.height(), BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, look.width(), look.height(), pixels, 0, look.width());
        return picture;
    }
}
