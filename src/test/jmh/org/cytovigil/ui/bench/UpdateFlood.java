package org.cytovigil.ui.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.cytovigil.monitor.Heartbeat;
import org.cytovigil.ui.Flood;
import org.cytovigil.ui.board.BoardOrder;

/**
 * 3,000 updates a second into the monitor of 64 beds, which beats as the program's does, with the
 * board shown worst first.
 */
final class UpdateFlood {
    private static final int BATCH = 45;

    private final BenchWindow window = new BenchWindow();
    private final List<String> faults = new ArrayList<>();
    private long snapshots;
    private long sortedBefore;

    void run(int minutes) throws InterruptedException {
        long batches = minutes * 60_000L / BenchWindow.BEAT.toMillis();
        Flood flood = new Flood(batches * BATCH / (Flood.RAISES + Flood.BEDS));
        Instant before = window.clock.instant().minus(Duration.ofMinutes(5));
        window.ledger.append(flood.admissions(before));
        window.session.beat();
        open();
        // Twenty seconds in which nothing is raised or measured, until the code is compiled.
        try (Heartbeat heart = new Heartbeat("monitor", BenchWindow.BEAT, window.session::beat)) {
            pour(new Flood(Long.MAX_VALUE), 20_000L / BenchWindow.BEAT.toMillis());
            window.measure(true);
            long begin = System.nanoTime();
            pour(flood, batches);
            double seconds = (System.nanoTime() - begin) / 1e9;
            window.measure(false);
            ScreenBench.say(
                    "%,d updates in %.0f s, %,.0f a second; %d raised",
                    flood.updates(), seconds, flood.updates() / seconds, flood.raises());
        }
        Thread.sleep(1_000);
        window.session.beat();
        BenchWindow.onScreen(window.model::refresh);
        ScreenBench.sayTimes("frame", window.frames());
        ScreenBench.sayTimes("work of the FX thread in it", window.works());
        ScreenBench.say(
                "snapshots shown %,d, tiles sorted %,d times",
                snapshots, window.board.timesSorted() - sortedBefore);
        ScreenBench.say("snapshots whose most urgent or counts were wrong: %d", faults.size());
        faults.stream().limit(5).forEach(fault -> ScreenBench.say("  %s", fault));
        List<String> missing = flood.missing(window.session.latest());
        ScreenBench.say("alarms raised and missing at the end: %d", missing.size());
        missing.stream().limit(5).forEach(one -> ScreenBench.say("  %s", one));
    }

    /** A batch every beat; one that is late is caught up on, so that the rate holds. */
    private void pour(Flood flood, long batches) {
        long begin = System.nanoTime();
        for (long i = 0; i < batches; i++) {
            long due = begin + i * BenchWindow.BEAT.toNanos();
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            Instant now = window.clock.instant();
            window.ledger.append(flood.next(BATCH, now));
        }
    }

    private void open() throws InterruptedException {
        window.open();
        window.setAfterRefresh(
                () ->
                        Flood.fault(
                                        window.model.unitProperty().get(),
                                        window.model.stripProperty().get())
                                .ifPresent(faults::add));
        BenchWindow.onScreen(
                () -> {
                    window.board.orderProperty().set(BoardOrder.WORST_FIRST);
                    sortedBefore = window.board.timesSorted();
                    window.model.unitProperty().addListener((property, before, now) -> snapshots++);
                });
    }
}
