package org.cytovigil.ui.bench;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.monitor.SystemClock;
import org.cytovigil.monitor.UnitMonitor;
import org.cytovigil.monitor.UnitSession;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.shell.ShellView;
import org.cytovigil.ui.shell.ShellViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The program's screens over a ledger in memory, and how long their frames take. A frame's time is
 * from the begin of one pulse to that of the next; the toolkit begins no pulse before the picture
 * of the one before is painted.
 */
final class BenchWindow {
    /** As often as the program's own monitor. */
    static final Duration BEAT = Duration.ofMillis(15);

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    final MemoryLedger ledger = new MemoryLedger();
    final SystemClock clock = new SystemClock();
    final UnitSession session;
    final ShellViewModel model;
    final BoardViewModel board = new BoardViewModel(clock);
    private final ZoneId zone = ZoneId.systemDefault();
    private final long[] frames = new long[100_000];
    private final long[] works = new long[100_000];
    private int count;
    private long began;
    private boolean measuring;
    private @Nullable Stage window;
    private Runnable afterRefresh = () -> {};

    BenchWindow() {
        UnitMonitor monitor = new UnitMonitor(SitePolicy.DEFAULT, zone, clock.instant());
        session = new UnitSession(monitor, ledger, clock, now -> {}, UnitSource.Mode.LIVE, "bench");
        model = new ShellViewModel(session, zone);
    }

    /** Shows the window; it draws from then on. */
    void open() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        onScreen(
                () -> {
                    FeedsViewModel feeds =
                            new FeedsViewModel(
                                    FeedDesk.NONE, Runnable::run, Runnable::run, clock, zone);
                    ShellView view = new ShellView(model, board, feeds, zone);
                    Scene scene = new Scene(view, WIDTH, HEIGHT);
                    scene.addPostLayoutPulseListener(this::laidOut);
                    Stage stage = new Stage();
                    window = stage;
                    stage.setScene(scene);
                    enlargeScreen();
                    stage.setX(0);
                    stage.setY(0);
                    stage.show();
                    new Pulse(view).start();
                });
    }

    /** What is done in each measured pulse, once the screens have the latest snapshot. */
    void setAfterRefresh(Runnable task) {
        afterRefresh = task;
    }

    /** Counts frames from then on, or no longer. */
    void measure(boolean on) throws InterruptedException {
        onScreen(() -> measuring = on);
    }

    long[] frames() {
        return Arrays.copyOf(frames, count);
    }

    /** From the begin of each pulse until its layout was done. */
    long[] works() {
        return Arrays.copyOf(works, count);
    }

    /**
     * Does something on the FX thread and waits until it is painted.
     *
     * @return nanoseconds from its begin to the begin of the pulse after the one that drew it
     */
    long painted(Runnable task) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        long[] times = new long[2];
        Platform.runLater(
                () -> {
                    times[0] = System.nanoTime();
                    task.run();
                    new AnimationTimer() {
                        private int pulses;

                        @Override
                        public void handle(long now) {
                            pulses++;
                            if (pulses == 2) {
                                times[1] = System.nanoTime();
                                stop();
                                done.countDown();
                            }
                        }
                    }.start();
                });
        await(done);
        return times[1] - times[0];
    }

    /** Presses a key on the window. FX thread. */
    void press(KeyCode key) {
        Scene scene = Objects.requireNonNull(window).getScene();
        Node owner = scene.getFocusOwner();
        Event.fireEvent(
                owner == null ? scene : owner,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private final class Pulse extends AnimationTimer {
        private final ShellView view;
        private int pulses;

        Pulse(ShellView view) {
            this.view = view;
        }

        @Override
        public void handle(long now) {
            pulses++;
            if (pulses == 3) {
                // As the program's own window does.
                view.prepareBedside();
            }
            long begin = System.nanoTime();
            if (measuring && began != 0 && count < frames.length) {
                frames[count] = begin - began;
                count++;
            }
            began = begin;
            model.pulse(now);
            if (measuring) {
                afterRefresh.run();
            }
        }
    }

    private void laidOut() {
        if (measuring && count < works.length) {
            works[Math.max(0, count - 1)] = System.nanoTime() - began;
        }
    }

    /**
     * The toolkit's screen without a display is of 1000 x 1000 pixels, each of which it copies by
     * itself; a window that reaches below overruns it. There is no setting for it.
     */
    static void enlargeScreen() {
        if (!"Headless".equals(System.getProperty("glass.platform"))) {
            return;
        }
        try {
            Object platform =
                    Class.forName("com.sun.glass.ui.Application")
                            .getMethod("GetApplication")
                            .invoke(null);
            Field pixels = platform.getClass().getDeclaredField("frameBuffer");
            pixels.setAccessible(true);
            pixels.set(platform, ByteBuffer.allocate(4 * WIDTH * HEIGHT));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the toolkit has no such screen", e);
        }
    }

    static void onScreen(Runnable task) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(
                () -> {
                    task.run();
                    done.countDown();
                });
        await(done);
    }

    private static void await(CountDownLatch done) throws InterruptedException {
        if (!done.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the FX thread did not answer");
        }
    }
}
