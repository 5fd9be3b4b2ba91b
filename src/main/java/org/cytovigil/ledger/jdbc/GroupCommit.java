package org.cytovigil.ledger.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers share commits: the first one to come writes for all who are waiting by then, while
 * the next ones gather; then one of those writes for them. A caller without company waits for
 * nobody and changes no thread.
 */
// [impl->req~ledger.group-commit~1]
final class GroupCommit {
    /** Bounds how long those who gather meanwhile have to wait. */
    static final int MOST_ROWS = 10_000;

    private final Consumer<List<Job>> writing;
    private final ReentrantLock gate = new ReentrantLock();
    private final Queue<Job> waiting = new ArrayDeque<>();
    private boolean led;
    private long groups;

    /** One caller's batch and what came of it. */
    static final class Job {
        private final Pending pending;
        private @Nullable Outcome outcome;
        private @Nullable Condition news;
        private boolean leads;
        private boolean done;

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
    }

    /** Waits until the batch is durable or has failed, whatever interrupts come. */
    Outcome submit(Pending pending) {
        Job job = new Job(pending);
        gate.lock();
        try {
            waiting.add(job);
            if (led) {
                Condition news = gate.newCondition();
                job.news = news;
                while (!job.done && !job.leads) {
                    news.awaitUninterruptibly();
                }
                if (job.done) {
                    return outcomeOf(job);
                }
            }
            led = true;
        } finally {
            gate.unlock();
        }
        return lead(job);
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

    private Outcome lead(Job own) {
        List<Job> group = gather();
        try {
            writing.accept(group);
        } catch (RuntimeException | Error e) {
            group.stream()
                    .filter(job -> job.outcome == null)
                    .forEach(job -> job.settle(new Outcome.Failed(e)));
        } finally {
            release(group);
        }
        return outcomeOf(own);
    }

    private void release(List<Job> group) {
        gate.lock();
        try {
            for (Job job : group) {
                job.done = true;
                wake(job);
            }
            groups++;
            Job next = waiting.peek();
            led = next != null;
            if (next != null) {
                next.leads = true;
                wake(next);
            }
        } finally {
            gate.unlock();
        }
    }

    private static Outcome outcomeOf(Job job) {
        Outcome outcome = job.outcome;
        if (outcome == null) {
            throw new IllegalStateException("a batch was neither kept nor refused");
        }
        return outcome;
    }

    /** The leader's own batch is always the oldest of those that wait. */
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

    private static void wake(Job job) {
        if (job.news != null) {
            job.news.signal();
        }
    }
}
