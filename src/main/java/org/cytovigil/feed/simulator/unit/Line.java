package org.cytovigil.feed.simulator.unit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.cytovigil.feed.hl7.Answer;
import org.cytovigil.feed.hl7.Outlet;
import org.cytovigil.feed.simulator.unit.Delivery.Mishap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sends the deliveries of some beds over one connection, each at its time and in order. A message
 * is sent until it is answered: again after AE, silence or a broken connection, always with the
 * same control id.
 */
final class Line {
    /** A message that a listener cannot take so many times is given up. */
    static final int MOST_ERRORS = 6;

    private static final Duration SHORTEST_BACKOFF = Duration.ofMillis(250);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

    private final Iterator<Delivery> deliveries;
    private final MessageWriter writer;
    private final String name;
    private final SimulatedUnit.Way way;
    private final Instant end;
    private @Nullable Outlet outlet;
    private long number;

    /**
     * @param name begins the control ids
     * @param end the last moment at which anything is due
     */
    Line(
            Iterator<Delivery> deliveries,
            MessageWriter writer,
            String name,
            SimulatedUnit.Way way,
            Instant end) {
        this.deliveries = deliveries;
        this.writer = writer;
        this.name = name;
        this.way = way;
        this.end = end;
    }

    /** Sends until the end, or until it is told to end. */
    void run() throws InterruptedException {
        try {
            boolean going = true;
            while (going) {
                Delivery next = deliveries.next();
                if (next.due().isAfter(end)) {
                    way.waiting().until(end);
                    return;
                }
                going = way.waiting().until(next.due()) && deliver(next);
            }
        } finally {
            close();
        }
    }

    /** Whether it may go on. */
    private boolean deliver(Delivery delivery) throws InterruptedException {
        byte[] message =
                writer.write(delivery.report(), name + number++, delivery.due())
                        .getBytes(StandardCharsets.UTF_8);
        way.tally().sent();
        if (delivery.mishap() == Mishap.CONNECTION_LOST) {
            lose(message);
        }
        boolean going = send(message);
        if (going && delivery.mishap() == Mishap.SENT_TWICE) {
            way.tally().duplicate();
            going = send(message);
        }
        return going;
    }

    /** The connection breaks when the message is on its way. */
    private void lose(byte[] message) {
        try {
            connected().lose(message);
            way.tally().resent();
        } catch (IOException e) {
            // It is broken now, as it was to be.
            LoggerFactory.getLogger(Line.class).debug("a connection broke by itself", e);
        }
        close();
    }

    private boolean send(byte[] message) throws InterruptedException {
        int errors = 0;
        for (int attempt = 0; ; attempt++) {
            if (attempt > 0) {
                if (!way.waiting().until(way.clock().instant().plus(backoff(attempt)))) {
                    return false;
                }
                way.tally().resent();
            }
            try {
                Outlet open = connected();
                Instant began = way.clock().instant();
                Answer answer = open.send(message);
                way.tally()
                        .answered(
                                answer, Duration.between(began, way.clock().instant()).toMillis());
                if (answer.verdict() != Answer.Verdict.ERROR || ++errors >= MOST_ERRORS) {
                    return true;
                }
            } catch (IOException e) {
                close();
                boolean overdue = attempt >= MOST_ERRORS && way.clock().instant().isAfter(end);
                if (!way.trouble().goesOn(e) || overdue) {
                    return false;
                }
            }
        }
    }

    private static Duration backoff(int attempt) {
        Duration wanted = SHORTEST_BACKOFF.multipliedBy(1L << Math.min(attempt - 1, 10));
        return wanted.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : wanted;
    }

    private Outlet connected() throws IOException {
        Outlet open = outlet;
        if (open == null) {
            open = way.connector().connect();
            outlet = open;
            way.tally().connected();
        }
        return open;
    }

    private void close() {
        Outlet open = outlet;
        outlet = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LoggerFactory.getLogger(Line.class).debug("a connection did not close", e);
            }
        }
    }
}
