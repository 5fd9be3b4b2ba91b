package org.cytovigil.feed.simulator.unit;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cytovigil.feed.hl7.Outlet;

/**
 * A unit of invented patients that sends what happens to them, bed by bed, until it is told to end.
 */
// [impl->req~feed.simulator~1]
public final class SimulatedUnit {
    private final UnitPlan plan;

    /** Opens connections to the listener. */
    public interface Connector {
        /** A new connection. */
        Outlet connect() throws IOException;
    }

    /** Is told that a connection could not be made, or broke. */
    public interface Trouble {
        /**
         * Whether it is tried again.
         *
         * @param problem what went wrong
         */
        boolean goesOn(IOException problem);
    }

    /**
     * The way to the listener.
     *
     * @param connector makes connections
     * @param clock the present
     * @param waiting waits for moments by the same clock
     * @param trouble is told of what goes wrong, on several threads
     * @param tally counts
     */
    public record Way(
            Connector connector,
            InstantSource clock,
            Waiting waiting,
            Trouble trouble,
            Tally tally) {}

    /** A unit by that plan. */
    public SimulatedUnit(UnitPlan plan) {
        this.plan = plan;
    }

    /** The deliveries of a bed, counted from 1, in order and without end. */
    public Iterator<Delivery> deliveries(int bed) {
        return new Faults(plan, bed, new BedLife(plan, bed));
    }

    /**
     * Sends until the end, or until waiting is told to end. Beds are spread over the connections;
     * all of a bed goes over one of them.
     *
     * @param connections 1 or more
     * @param end the last moment of which anything is told
     * @throws InterruptedException when this thread is to end
     */
    public void send(int connections, Way way, Instant end) throws InterruptedException {
        MessageWriter writer = new MessageWriter(plan);
        String run =
                Long.toString(way.clock().instant().toEpochMilli(), 36).toUpperCase(Locale.ROOT);
        List<Callable<Line>> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(connections, plan.beds()); i++) {
            List<Iterator<Delivery>> beds = new ArrayList<>();
            for (int bed = i + 1; bed <= plan.beds(); bed += connections) {
                beds.add(deliveries(bed));
            }
            Line line = new Line(new Merged(beds), writer, run + "-" + (i + 1) + "-", way, end);
            lines.add(
                    () -> {
                        line.run();
                        return line;
                    });
        }
        run(lines);
    }

    /** Runs them side by side; when one of them fails none goes on. */
    private static void run(List<Callable<Line>> lines) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                CompletionService<Line> done = new ExecutorCompletionService<>(threads);
                lines.forEach(done::submit);
                for (int i = 0; i < lines.size(); i++) {
                    done.take().get();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("a line of the simulated unit failed", e);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** The deliveries of several beds in one order of time. */
    private static final class Merged implements Iterator<Delivery> {
        private final PriorityQueue<Head> heads =
                new PriorityQueue<>(
                        Comparator.comparing((Head head) -> head.first().due())
                                .thenComparingInt(Head::place));

        private record Head(Delivery first, int place, Iterator<Delivery> rest) {}

        Merged(List<Iterator<Delivery>> beds) {
            for (int i = 0; i < beds.size(); i++) {
                heads.add(new Head(beds.get(i).next(), i, beds.get(i)));
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public Delivery next() {
            Head head = heads.remove();
            heads.add(new Head(head.rest().next(), head.place(), head.rest()));
            return head.first();
        }
    }
}
