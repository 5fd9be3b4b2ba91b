package org.cytovigil.ui.bench;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.monitor.Heartbeat;
import org.cytovigil.monitor.SystemClock;
import org.cytovigil.monitor.UnitMonitor;
import org.cytovigil.monitor.UnitSession;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.Flood;
import org.cytovigil.ui.board.BoardOrder;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.shell.ShellView;
import org.cytovigil.ui.shell.ShellViewModel;

/**
 * 3,000 updates a second into the monitor of 64 beds, which beats as the program's does, with the
 * board shown worst first. A frame's time is from the begin of one pulse to that of the next; the
 * toolkit begins no pulse before the picture of the one before is painted.
 */
final class UpdateFlood {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int BATCH = 45;
    private static final Duration BEAT = Duration.ofMillis(15);

    private final MemoryLedger ledger = new MemoryLedger();
    private final SystemClock clock = new SystemClock();
    private final UnitSession session;
    private final ShellViewModel model;
    private final BoardViewModel board = new BoardViewModel(clock);
    private final List<String> faults = new ArrayList<>();
    private final long[] frames = new long[100_000];
    private final long[] works = new long[100_000];
    private int count;
    private long began;
    private long snapshots;
    private long sortedBefore;
    private boolean measuring;

    UpdateFlood() {
        ZoneId zone = ZoneId.systemDefault();
        UnitMonitor monitor = new UnitMonitor(SitePolicy.DEFAULT, zone, clock.instant());
        session = new UnitSession(monitor, ledger, clock, now -> {}, UnitSource.Mode.LIVE, "bench");
        model = new ShellViewModel(session, zone);
    }

    void run(int minutes) throws InterruptedException {
        long batches = minutes * 60_000L / BEAT.toMillis();
        Flood flood = new Flood(batches * BATCH / (Flood.RAISES + Flood.BEDS));
        ledger.append(flood.admissions(clock.instant().minus(Duration.ofMinutes(5))));
        session.beat();
        open();
        // Twenty seconds in which nothing is raised or measured, until the code is compiled.
        try (Heartbeat heart = new Heartbeat("monitor", BEAT, session::beat)) {
            pour(new Flood(Long.MAX_VALUE), 20_000L / BEAT.toMillis());
            onScreen(() -> measuring = true);
            long begin = System.nanoTime();
            pour(flood, batches);
            double seconds = (System.nanoTime() - begin) / 1e9;
            onScreen(() -> measuring = false);
            AlarmBench.say(
                    "%,d updates in %.0f s, %,.0f a second; %d raised",
                    flood.updates(), seconds, flood.updates() / seconds, flood.raises());
        }
        Thread.sleep(1_000);
        session.beat();
        onScreen(model::refresh);
        AlarmBench.sayTimes("frame", Arrays.copyOf(frames, count));
        AlarmBench.sayTimes("work of the FX thread in it", Arrays.copyOf(works, count));
        AlarmBench.say(
                "snapshots shown %,d, tiles sorted %,d times",
                snapshots, board.timesSorted() - sortedBefore);
        AlarmBench.say("snapshots whose most urgent or counts were wrong: %d", faults.size());
        faults.stream().limit(5).forEach(fault -> AlarmBench.say("  %s", fault));
        List<String> missing = flood.missing(session.latest());
        AlarmBench.say("alarms raised and missing at the end: %d", missing.size());
        missing.stream().limit(5).forEach(one -> AlarmBench.say("  %s", one));
    }

    /** A batch every beat; one that is late is caught up on, so that the rate holds. */
    private void pour(Flood flood, long batches) {
        long begin = System.nanoTime();
        for (long i = 0; i < batches; i++) {
            long due = begin + i * BEAT.toNanos();
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            Instant now = clock.instant();
            ledger.append(flood.next(BATCH, now));
        }
    }

    private void open() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        onScreen(
                () -> {
                    ShellView shell =
                            new ShellView(
                                    model,
                                    board,
                                    new FeedsViewModel(
                                            FeedDesk.NONE,
                                            Runnable::run,
                                            Runnable::run,
                                            clock,
                                            ZoneId.systemDefault()),
                                    ZoneId.systemDefault());
                    board.orderProperty().set(BoardOrder.WORST_FIRST);
                    Scene scene = new Scene(shell, WIDTH, HEIGHT);
                    scene.addPostLayoutPulseListener(this::laidOut);
                    Stage stage = new Stage();
                    stage.setScene(scene);
                    enlargeScreen();
                    stage.setX(0);
                    stage.setY(0);
                    stage.show();
                    sortedBefore = board.timesSorted();
                    model.unitProperty().addListener((property, before, now) -> snapshots++);
                    new Pulse().start();
                });
    }

    /**
     * The toolkit's screen without a display is of 1000 x 1000 pixels, each of which it copies by
     * itself; a window that reaches below overruns it. There is no setting for it.
     */
    private static void enlargeScreen() {
        try {
            Object platform =
                    Class.forName("com.sun.glass.ui.Application")
                            .getMethod("GetApplication")
                            .invoke(null);
            Field pixels = platform.getClass().getDeclaredField("frameBuffer");
            pixels.setAccessible(true);
            pixels.set(platform, ByteBuffer.allocate(4 * WIDTH * HEIGHT));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("run it with -Dglass.platform=Headless", e);
        }
    }

    private final class Pulse extends AnimationTimer {
        @Override
        public void handle(long now) {
            long begin = System.nanoTime();
            if (measuring && began != 0 && count < frames.length) {
                frames[count] = begin - began;
                count++;
            }
            began = begin;
            model.refresh();
            if (measuring) {
                Flood.fault(model.unitProperty().get(), model.stripProperty().get())
                        .ifPresent(faults::add);
            }
        }
    }

    private void laidOut() {
        if (measuring && count < works.length) {
            works[Math.max(0, count - 1)] = System.nanoTime() - began;
        }
    }

    private static void onScreen(Runnable task) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(
                () -> {
                    task.run();
                    done.countDown();
                });
        if (!done.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the FX thread did not answer");
        }
    }
}
