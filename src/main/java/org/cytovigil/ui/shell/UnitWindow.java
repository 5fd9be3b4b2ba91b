package org.cytovigil.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.monitor.Heartbeat;
import org.cytovigil.monitor.StandingFacts;
import org.cytovigil.monitor.SystemClock;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.charting.Drafts;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.protocol.Protocol;
import org.cytovigil.ui.sound.Findings;
import org.cytovigil.ui.sound.SoundChoice;
import org.cytovigil.ui.sound.Sounder;
import org.cytovigil.ui.theme.TextSize;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.Theme;
import org.cytovigil.ui.trend.LaneChoice;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The program's window. */
public final class UnitWindow {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 900;

    /** Short enough for a rise to be heard at once, and for the loudspeaker's buffer. */
    private static final Duration SOUND_BEAT = Duration.ofMillis(100);

    private static final Duration WATCH_BEAT = Duration.ofMillis(500);

    private final ShellViewModel model;
    private final BoardViewModel board;
    private final FeedsViewModel feeds;
    private final Function<ShellViewModel, LongConsumer> firstPaint;
    private final ShellView view;
    private final Scene scene;
    private final Sounder sounder;
    private final ScreenWatch watch;
    private final List<AutoCloseable> guards = new ArrayList<>();

    /**
     * Looks for a newer snapshot once a frame: however fast entries arrive, the screen draws the
     * latest only.
     */
    // [impl->req~ui.alarm-latency~1]
    private final class FramePulse extends AnimationTimer {
        /** The first picture must not wait for it, and nobody has opened a bedside by then. */
        private static final int PREPARED = 3;

        private int frames;
        private LongConsumer eachFrame = frame -> {};

        @Override
        public void handle(long now) {
            watch.pulse();
            model.pulse(now);
            frames++;
            // The first pulse lays out and paints; when the second begins the first picture stands
            // on the screen.
            if (frames == 2) {
                eachFrame = firstPaint.apply(model);
                guard();
            } else if (frames == PREPARED) {
                view.prepareBedside();
            } else if (frames > PREPARED) {
                eachFrame.accept(now);
                feeds.pulse();
            }
        }
    }

    private UnitWindow(
            UnitSource source,
            FeedDesk desk,
            Findings findings,
            Choices choices,
            Protocol protocol,
            Drafts drafts,
            ZoneId zone,
            Theme theme,
            Function<ShellViewModel, LongConsumer> firstPaint) {
        this.firstPaint = firstPaint;
        this.sounder =
                new Sounder(
                        () -> source.latest().alarms(),
                        new SystemClock(),
                        findings,
                        choices.sound());
        this.watch = new ScreenWatch(new SystemClock(), zone, new FrozenSign(), findings);
        this.model =
                new ShellViewModel(
                        source,
                        zone,
                        new SystemClock(),
                        sounder,
                        task -> Thread.ofPlatform().daemon().name("export").start(task),
                        Platform::runLater,
                        drafts);
        this.board = new BoardViewModel(new SystemClock());
        this.feeds =
                new FeedsViewModel(
                        desk,
                        task -> Thread.ofPlatform().daemon().name("quarantine").start(task),
                        Platform::runLater,
                        new SystemClock(),
                        zone);
        model.themeProperty().set(theme);
        model.setTextChoice(choices.text());
        model.setProtocol(protocol);
        this.view = new ShellView(model, board, feeds, zone, Displays.CONNECTED);
        view.setLaneKeeper(choices.lanes());
        this.scene = new Scene(view, WIDTH, HEIGHT);
    }

    /**
     * What people chose for this workstation.
     *
     * @param sound whether sound is on from the start
     * @param text how large text is from the start
     * @param lanes how the lanes of trends stand from the start
     */
    public record Choices(SoundChoice sound, TextSize.Choice text, LaneChoice.Keeper lanes) {
        /** Nobody chose anything, and nothing is kept. */
        public static final Choices NONE =
                new Choices(SoundChoice.NONE, TextSize.Choice.NONE, LaneChoice.Keeper.NONE);
    }

    /** Stands for a unit that is still being read. */
    private static final class Awaited implements UnitSource {
        private final Mode mode;
        private volatile UnitSource source;

        Awaited(Mode mode) {
            this.mode = mode;
            this.source = new Nothing(mode);
        }

        void arrived(UnitSource ready) {
            source = ready;
        }

        @Override
        public UnitSnapshot latest() {
            return source.latest();
        }

        @Override
        public void tell(Entry.OnAlarm act) {
            source.tell(act);
        }

        @Override
        public void chart(StayId stay, Instant at, List<? extends Entry.Event> events) {
            source.chart(stay, at, events);
        }

        @Override
        public List<StandingFacts.Fact> standing(StayId stay) {
            return source.standing(stay);
        }

        @Override
        public List<Entry> entries(StayId stay) {
            return source.entries(stay);
        }

        @Override
        public void chart(Instant at, List<Act> acts) {
            source.chart(at, acts);
        }

        @Override
        public Mode mode() {
            return mode;
        }

        @Override
        public String fault() {
            return source.fault();
        }

        @Override
        public PolicyTimeline.@Nullable Held announced() {
            return source.announced();
        }
    }

    /** A unit without stays and alarms. */
    private record Nothing(Mode mode) implements UnitSource {
        @Override
        public UnitSnapshot latest() {
            return UnitSnapshot.empty(Instant.EPOCH);
        }

        @Override
        public void tell(Entry.OnAlarm act) {
            throw new IllegalStateException("there is no alarm to answer");
        }

        @Override
        public void chart(StayId stay, Instant at, List<? extends Entry.Event> events) {
            throw new LedgerException("the unit is still being read; nothing was kept");
        }

        @Override
        public String fault() {
            return "";
        }

        @Override
        public PolicyTimeline.@Nullable Held announced() {
            return null;
        }
    }

    /**
     * Opens the window and returns when it was closed. The screen is built while the unit is being
     * read, and shown once both are ready. Called once in the life of the program, not on the FX
     * thread.
     *
     * @param unit the unit, ready or being read
     * @param desk what came in and was refused
     * @param findings told when alarms cannot be heard, and when the screen stood still
     * @param choices what was chosen at this workstation
     * @param protocol what the unit's protocol says
     * @param drafts keeps what is typed and not charted
     * @param firstPaint told the frame's model on the FX thread when the first picture stands on
     *     the screen
     * @throws UnsupportedOperationException when there is no display
     * @throws ExecutionException when the unit cannot be read; no window was shown then
     */
    public static void open(
            CompletableFuture<? extends UnitSource> unit,
            UnitSource.Mode mode,
            FeedDesk desk,
            Findings findings,
            Choices choices,
            Protocol protocol,
            Drafts drafts,
            ZoneId zone,
            Theme theme,
            Function<ShellViewModel, LongConsumer> firstPaint)
            throws InterruptedException, ExecutionException {
        Awaited source = new Awaited(mode);
        AtomicReference<UnitWindow> built = new AtomicReference<>();
        Platform.startup(
                () ->
                        built.set(
                                new UnitWindow(
                                        source,
                                        desk,
                                        findings,
                                        choices,
                                        protocol,
                                        drafts,
                                        zone,
                                        theme,
                                        firstPaint)));
        source.arrived(unit.get());
        CountDownLatch closed = new CountDownLatch(1);
        Platform.runLater(
                () -> {
                    UnitWindow window = built.get();
                    if (window == null) {
                        closed.countDown();
                    } else {
                        window.show(closed::countDown);
                    }
                });
        closed.await();
        if (built.get() == null) {
            throw new IllegalStateException("the window could not be built");
        }
    }

    /** Begins to sound and to watch the screen: after the first picture, which comes no later. */
    private void guard() {
        guards.add(sounder);
        guards.add(new Heartbeat("sound", SOUND_BEAT, sounder::beat));
        guards.add(new Heartbeat("screen watch", WATCH_BEAT, watch::look));
    }

    private void unguard() {
        for (AutoCloseable guard : guards.reversed()) {
            try {
                guard.close();
            } catch (Exception e) {
                // What is left has to be closed all the same.
                LoggerFactory.getLogger(UnitWindow.class).error("a guard did not close", e);
            }
        }
    }

    private void show(Runnable whenClosed) {
        model.show();
        Stage stage = new Stage();
        stage.setTitle(Texts.of("shell.title"));
        stage.setScene(scene);
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
        stage.setFullScreenExitHint("");
        // The window leaves full screen by the model, which takes Esc for other things first.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        model.wallProperty().addListener((property, before, now) -> stage.setFullScreen(now));
        stage.fullScreenProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!now) {
                                model.leaveWall();
                            }
                        });
        AnimationTimer pulse = new FramePulse();
        stage.setOnHidden(
                event -> {
                    pulse.stop();
                    unguard();
                    whenClosed.run();
                });
        stage.show();
        pulse.start();
    }
}
