package org.cytovigil.ui.shell;

import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.cytovigil.grading.ScaleId;
import org.cytovigil.monitor.SystemClock;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.Theme;

/** The program's window. */
public final class UnitWindow {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 900;

    private final ShellViewModel model;
    private final BoardViewModel board;
    private final ZoneId zone;
    private final Runnable firstPaint;

    /**
     * Looks for a newer snapshot once a frame: however fast entries arrive, the screen draws the
     * latest only.
     */
    private final class FramePulse extends AnimationTimer {
        private int frames;

        @Override
        public void handle(long now) {
            model.refresh();
            frames++;
            // The first pulse lays out and paints; when the second begins the first picture stands
            // on the screen.
            if (frames == 2) {
                firstPaint.run();
            }
        }
    }

    private UnitWindow(UnitSource source, ZoneId zone, Theme theme, Runnable firstPaint) {
        this.zone = zone;
        this.firstPaint = firstPaint;
        this.model = new ShellViewModel(source, ScaleId.ASTCT_2019, zone);
        this.board = new BoardViewModel(ScaleId.ASTCT_2019, ScaleId.LEE_2014, new SystemClock());
        model.themeProperty().set(theme);
    }

    /**
     * Opens the window and returns when it was closed. Called once in the life of the program, not
     * on the FX thread.
     *
     * @param firstPaint run on the FX thread when the first picture stands on the screen
     * @throws UnsupportedOperationException when there is no display
     */
    public static void open(UnitSource source, ZoneId zone, Theme theme, Runnable firstPaint)
            throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(
                () -> {
                    UnitWindow window = new UnitWindow(source, zone, theme, firstPaint);
                    window.show(closed::countDown);
                });
        closed.await();
    }

    private void show(Runnable whenClosed) {
        model.refresh();
        Scene scene = new Scene(new ShellView(model, board, zone), WIDTH, HEIGHT);
        Stage stage = new Stage();
        stage.setTitle(Texts.of("shell.title"));
        stage.setScene(scene);
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
        stage.setFullScreenExitHint("");
        AnimationTimer pulse = new FramePulse();
        stage.setOnHidden(
                event -> {
                    pulse.stop();
                    whenClosed.run();
                });
        stage.show();
        pulse.start();
    }
}
