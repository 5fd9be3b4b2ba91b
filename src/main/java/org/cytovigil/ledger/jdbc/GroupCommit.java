package org.cytovigil.ledger.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers share commits. A caller without company writes for itself and changes no thread.
 * Those who come meanwhile gather, and a thread of its own writes for them, group after group, for
 * as long as others wait: it needs not be woken between two groups, and while it waits for the disk
 * no thread stands still that could read messages.
 */
// [impl->req~ledger.group-commit~1]
final class GroupCommit implements AutoCloseable {
    /** Bounds how long those who gather meanwhile have to wait. */
    static final int MOST_ROWS = 10_000;

    private static final long IDLE_SECONDS = 10;

    private final Consumer<List<Job>> writing;
    private final ThreadPoolExecutor successor =
            new ThreadPoolExecutor(
                    1,
                    1,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("commit").factory());
    private final ReentrantLock gate = new ReentrantLock();
    private final Queue<Job> waiting = new ArrayDeque<>();
    private boolean led;
    private long groups;

    /** One caller's batch and what came of it. */
    static final class Job {
        private final Pending pending;
        private @Nullable Outcome outcome;

        /**
         * Ends the wait: {@code true} when the caller is to write, {@code false} when it is done.
         */
        private final CompletableFuture<Boolean> turn = new CompletableFuture<>();

        Job(Pending pending) {
            this.pending = pending;
        }

        Pending pending() {
            return pending;
        }

        void settle(Outcome outcome) {
            this.outcome = outcome;
        }

        /** What came of it; {@code null} while it is not known. */
        @Nullable Outcome outcome() {
            return outcome;
        }
    }

    /** What came of a batch. */
    sealed interface Outcome {
        /**
         * It is durable.
         *
         * @param isNew {@code false} when its receipt was known, so that nothing was added
         * @param first the place of its first entry in the ledger; of a batch that added none,
         *     where it would have been
         */
        record Kept(boolean isNew, long first) implements Outcome {}

        /** Nothing of it was added. */
        record Failed(Throwable reason) implements Outcome {}
    }

    /**
     * @param writing writes a group and settles each of its jobs; called by one thread at a time.
     *     What it throws is the failure of every job that it has not settled
     */
    GroupCommit(Consumer<List<Job>> writing) {
        this.writing = writing;
        successor.allowCoreThreadTimeOut(true);
    }

    /** Waits until the batch is durable or has failed, whatever interrupts come. */
    Outcome submit(Pending pending) {
        Job job = new Job(pending);
        if (leads(job) || job.turn.join()) {
            List<Job> group = gather();
            write(group);
            if (goesOn()) {
                handOver();
            }
            wake(group);
        }
        return outcomeOf(job);
    }

    /** Has a job wait, and says whether its caller is the one to write. */
    private boolean leads(Job job) {
        gate.lock();
        try {
            waiting.add(job);
            boolean free = !led;
            led = true;
            return free;
        } finally {
            gate.unlock();
        }
    }

    /** Writes a batch for a caller that has the right to write already. */
    Outcome alone(Pending pending) {
        Job job = new Job(pending);
        write(List.of(job));
        return outcomeOf(job);
    }

    /** How many callers wait for the next group. */
    int waiting() {
        gate.lock();
        try {
            return waiting.size();
        } finally {
            gate.unlock();
        }
    }

    /** How many groups have been written. */
    long groups() {
        gate.lock();
        try {
            return groups;
        } finally {
            gate.unlock();
        }
    }

    private void write(List<Job> group) {
        try {
            writing.accept(group);
        } catch (RuntimeException | Error e) {
            group.stream()
                    .filter(job -> job.outcome == null)
                    .forEach(job -> job.settle(new Outcome.Failed(e)));
        }
    }

    /** Ends a group, and says whether others wait; if so the right to write is still taken. */
    private boolean goesOn() {
        gate.lock();
        try {
            groups++;
            led = !waiting.isEmpty();
            return led;
        } finally {
            gate.unlock();
        }
    }

    private void handOver() {
        try {
            successor.execute(this::writeForTheOthers);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // Closed, or no thread to be had: one of those who wait writes.
            oldest().turn.complete(true);
        }
    }

    private void writeForTheOthers() {
        boolean more;
        do {
            List<Job> group = gather();
            write(group);
            more = goesOn();
            wake(group);
        } while (more);
    }

    private static void wake(List<Job> group) {
        group.forEach(job -> job.turn.complete(false));
    }

    private Job oldest() {
        gate.lock();
        try {
            return waiting.element();
        } finally {
            gate.unlock();
        }
    }

    /** Ends the thread once nobody waits; whoever comes later still has its batch written. */
    @Override
    public void close() {
        successor.shutdown();
    }

    private static Outcome outcomeOf(Job job) {
        Outcome outcome = job.outcome;
        if (outcome == null) {
            throw new IllegalStateException("a batch was neither kept nor refused");
        }
        return outcome;
    }

    /** Takes those who wait, the oldest first; a caller that writes is always the oldest. */
    private List<Job> gather() {
        List<Job> group = new ArrayList<>();
        gate.lock();
        try {
            int rows = 0;
            for (Job next = waiting.peek();
                    next != null && (group.isEmpty() || rows + next.pending.size() <= MOST_ROWS);
                    next = waiting.peek()) {
                rows += next.pending.size();
                group.add(waiting.remove());
            }
        } finally {
            gate.unlock();
        }
        return group;
    }
}
