package org.cytovigil.feed.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Senders at one server. */
final class Load {
    static final int BEDS = 64;

    private final int port;
    private final Messages messages = new Messages();

    /** Makes the message of a number. */
    interface Kind {
        Messages.Sent of(Messages messages, int bed, Instant at);
    }

    Load(int port) {
        this.port = port;
    }

    /** Admits the patients of every bed. */
    void admit() throws IOException {
        Instant admitted = Instant.now().minus(Duration.ofHours(1));
        try (Connection connection = new Connection(port)) {
            for (int bed = 0; bed < BEDS; bed++) {
                connection.exchange(messages.admission(bed, admitted));
            }
        }
    }

    /**
     * Each connection sends as soon as it has its answer.
     *
     * @param count messages in all; the time to make them is part of the senders' work
     * @return messages a second
     */
    double closed(int connections, int count, Kind kind) throws IOException {
        AtomicLong taken = new AtomicLong();
        long begin = System.nanoTime();
        parallel(
                connections,
                number -> {
                    try (Connection connection = new Connection(port)) {
                        for (long i = taken.getAndIncrement();
                                i < count;
                                i = taken.getAndIncrement()) {
                            connection.exchange(kind.of(messages, (int) (i % BEDS), Instant.now()));
                        }
                    }
                    return null;
                });
        return count * 1e9 / (System.nanoTime() - begin);
    }

    /**
     * Messages are due at a steady rate, whether or not the answers keep up. The time of an answer
     * counts from when its message was due, so that one late answer makes those behind it late too.
     *
     * @return the times in nanoseconds, in ascending order
     */
    long[] open(int connections, int perSecond, Duration length, Kind kind) throws IOException {
        int count = Math.toIntExact(perSecond * length.toMillis() / 1000);
        long gap = 1_000_000_000L / perSecond;
        long begin = System.nanoTime() + 100_000_000L;
        List<long[]> times =
                parallel(
                        connections,
                        number -> {
                            long[] own = new long[(count - number + connections - 1) / connections];
                            try (Connection connection = new Connection(port)) {
                                for (int i = 0; i < own.length; i++) {
                                    int message = number + i * connections;
                                    long due = begin + message * gap;
                                    for (long left = due - System.nanoTime();
                                            left > 0;
                                            left = due - System.nanoTime()) {
                                        LockSupport.parkNanos(left);
                                    }
                                    connection.exchange(
                                            kind.of(messages, message % BEDS, Instant.now()));
                                    own[i] = System.nanoTime() - due;
                                }
                            }
                            return own;
                        });
        return times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
                / 1e6;
    }

    private interface Sender<T> {
        T send(int number) throws IOException;
    }

    private static <T> List<T> parallel(int count, Sender<T> sender) throws IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                tasks.add(() -> sender.send(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
