package org.cytovigil.monitor;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Calls something again and again on a thread of its own: the one timer behind the monitor. */
public final class Heartbeat implements AutoCloseable {
    private final ScheduledExecutorService thread;
    private final ScheduledFuture<?> beating;

    /**
     * Starts beating.
     *
     * @param name of the thread
     * @param period between the beginnings of two beats
     * @param beat what to do; it handles its own failures
     */
    public Heartbeat(String name, Duration period, Runnable beat) {
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        runnable -> Thread.ofPlatform().daemon().name(name).unstarted(runnable));
        beating = thread.scheduleAtFixedRate(beat, 0, period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends the beating; a beat under way is finished first, for up to two seconds. */
    @Override
    public void close() {
        beating.cancel(false);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
