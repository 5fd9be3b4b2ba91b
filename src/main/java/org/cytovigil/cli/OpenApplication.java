package org.cytovigil.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.ledger.jdbc.StoreRecovery;
import org.cytovigil.monitor.Heartbeat;
import org.cytovigil.monitor.SystemClock;
import org.cytovigil.monitor.Trouble;
import org.cytovigil.monitor.UnitSession;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.replay.ReplayClock;
import org.cytovigil.ui.charting.Drafts;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.protocol.Protocol;
import org.cytovigil.ui.shell.Rehearsal;
import org.cytovigil.ui.shell.ShellViewModel;
import org.cytovigil.ui.shell.UnitWindow;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Opens the window on a unit, which is read while the window is being built. */
final class OpenApplication {
    /**
     * Set to "true" it ends the program once the first picture is on the screen, for measuring how
     * long that takes.
     */
    private static final String END_AT_FIRST_PAINT = "cytovigil.endAtFirstPaint";

    /**
     * Set to "true" it opens a bedside once the first picture is on the screen, says how long that
     * took, and ends the program: for the cache of classes made when it is packaged, and for
     * measuring.
     */
    private static final String REHEARSE = "cytovigil.rehearse";

    /**
     * Often enough that at 60 times the speed of life no beat is later than one second of model
     * time.
     */
    private static final Duration BEAT = Duration.ofMillis(15);

    private OpenApplication() {}

    /** The demonstration unit, at 60 times the speed of life. */
    static int demonstration(SitePolicy policy, Theme theme)
            throws RejectedInputException, InterruptedException {
        return show(
                () -> {
                    List<Entry> entries = Demonstration.entries();
                    ReplayClock clock =
                            new ReplayClock(
                                    new SystemClock(), Demonstration.START, Demonstration.SPEED);
                    UnitSession session =
                            OpenUnit.again(
                                    entries,
                                    policy,
                                    clock,
                                    ZoneId.systemDefault(),
                                    UnitSource.Mode.DEMONSTRATION);
                    OpenUnit.answerOldAlarms(session);
                    return session;
                },
                UnitSource.Mode.DEMONSTRATION,
                Desks.demonstration(),
                UnitWindow.Choices.NONE,
                Protocol.builtIn(),
                Drafts.inMemory(),
                theme);
    }

    /** Past stays of a store, side by side. */
    static int replay(
            Path store,
            List<String> stays,
            double fromHours,
            double speed,
            SitePolicy policy,
            Theme theme)
            throws RejectedInputException, InterruptedException {
        return show(
                () -> {
                    Instant infusion = Demonstration.START;
                    List<Entry> entries = OpenUnit.pastStays(store, stays, infusion);
                    Instant start = infusion.plusMillis(Math.round(fromHours * 3_600_000));
                    ReplayClock clock = new ReplayClock(new SystemClock(), start, speed);
                    return OpenUnit.again(
                            entries, policy, clock, ZoneId.systemDefault(), UnitSource.Mode.REPLAY);
                },
                UnitSource.Mode.REPLAY,
                FeedDesk.NONE,
                UnitWindow.Choices.NONE,
                Protocols.beside(store),
                Drafts.inMemory(),
                theme);
    }

    /**
     * The unit of a store, by the wall clock; a damaged store is mended while it is opened.
     *
     * @param mapping the site's mapping table, for feeding again; {@code null} for the program's
     */
    static int live(Path store, @Nullable Path mapping, BackupPlan plan, Theme theme)
            throws RejectedInputException, InterruptedException {
        Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();
        CompletableFuture<JdbcLedger> ledger = new CompletableFuture<>();
        WorkstationChoices choices = WorkstationChoices.of(store);
        Drafts typed = Drafts.in(drafts(store));
        parts.push(typed);
        try {
            return show(
                    () -> opened(store, plan, parts, ledger, choices),
                    UnitSource.Mode.LIVE,
                    Desks.live(ledger::join, mapping),
                    new UnitWindow.Choices(choices, choices, choices),
                    Protocols.beside(store),
                    typed,
                    theme);
        } finally {
            while (!parts.isEmpty()) {
                close(parts.pop());
            }
        }
    }

    private static UnitSession opened(
            Path store,
            BackupPlan plan,
            Deque<AutoCloseable> parts,
            CompletableFuture<JdbcLedger> ledger,
            WorkstationChoices choices) {
        SystemClock clock = new SystemClock();
        StoreRecovery.Opened opened = StoreRecovery.open(store, clock.instant());
        parts.push(opened.ledger());
        ledger.complete(opened.ledger());
        Seat seat = Seat.take(store, Seat.Kind.WINDOW);
        parts.push(seat);
        UnitSession session = OpenUnit.window(opened.ledger(), clock, ZoneId.systemDefault(), seat);
        session.say(Trouble.DAMAGE, (opened.said() + " " + choices.said()).strip());
        parts.push(new StoreWatch(store, opened.ledger(), session, clock, plan).start());
        Lifeline lifeline = new Lifeline(store);
        lifeline.last().ifPresent(session::wasOff);
        parts.push(lifeline.start(clock));
        return session;
    }

    /** The folder beside a store that keeps what is typed and not charted. */
    static Path drafts(Path store) {
        Path file = store.toAbsolutePath();
        return file.resolveSibling(file.getFileName() + ".drafts");
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // What is left has to be closed all the same.
            LoggerFactory.getLogger(OpenApplication.class).error("a part did not close", e);
        }
    }

    private static Function<ShellViewModel, LongConsumer> firstPaint() {
        if (Boolean.getBoolean(END_AT_FIRST_PAINT)) {
            return model -> {
                end();
                return frame -> {};
            };
        }
        if (Boolean.getBoolean(REHEARSE)) {
            return Rehearsal.of(
                    nanos ->
                            System.out.printf(Locale.ROOT, "first bedside: %.1f ms%n", nanos / 1e6),
                    OpenApplication::end);
        }
        return model -> frame -> {};
    }

    /** Without closing what is open: nothing is kept. */
    private static void end() {
        System.out.flush();
        Runtime.getRuntime().halt(ExitCode.DONE);
    }

    private static int show(
            Callable<UnitSession> prepare,
            UnitSource.Mode mode,
            FeedDesk desk,
            UnitWindow.Choices choices,
            Protocol protocol,
            Drafts drafts,
            Theme theme)
            throws RejectedInputException, InterruptedException {
        CompletableFuture<UnitSession> session = prepared(prepare);
        CompletableFuture<Heartbeat> heart =
                session.thenApply(ready -> new Heartbeat("monitor", BEAT, ready::beat));
        try {
            UnitWindow.open(
                    session,
                    mode,
                    desk,
                    (kind, level, cause) -> find(session, kind, level, cause),
                    choices,
                    protocol,
                    drafts,
                    ZoneId.systemDefault(),
                    theme,
                    firstPaint());
        } catch (UnsupportedOperationException e) {
            throw new RejectedInputException(
                    "there is no display to open the window on (%s); the commands work without one, see cytovigil --help"
                            .formatted(e.getMessage()));
        } catch (ExecutionException e) {
            throw reason(e);
        } finally {
            if (heart.isDone() && !heart.isCompletedExceptionally()) {
                heart.join().close();
                session.join().close();
            }
        }
        return ExitCode.DONE;
    }

    /** What the screen found out about itself; there is nobody to tell before the unit is read. */
    private static void find(
            CompletableFuture<UnitSession> session, AlarmKind kind, int level, String cause) {
        if (session.isDone() && !session.isCompletedExceptionally()) {
            session.join().find(kind, level, cause);
        }
    }

    private static CompletableFuture<UnitSession> prepared(Callable<UnitSession> prepare) {
        CompletableFuture<UnitSession> session = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("prepare")
                .start(
                        () -> {
                            try {
                                UnitSession ready = prepare.call();
                                ready.beat();
                                session.complete(ready);
                            } catch (Exception e) {
                                session.completeExceptionally(e);
                            }
                        });
        return session;
    }

    private static RejectedInputException reason(ExecutionException problem) {
        Throwable cause = problem.getCause();
        if (cause instanceof RejectedInputException rejected) {
            return rejected;
        }
        if (cause instanceof LedgerException ledger) {
            return new RejectedInputException(ledger);
        }
        throw new CompletionException(cause);
    }
}
