package org.cytovigil.feed.hl7;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.cytovigil.feed.Unforeseen;
import org.cytovigil.feed.hl7.MllpFrames.Found;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * One connection: reads a message, has it answered, writes the answer, and only then reads the
 * next. A sender that is faster than the disk is thus held back by its own socket.
 */
final class MllpConnection implements Runnable {
    /** How much of what a refused sender still sends is read away, so that it sees the answer. */
    private static final long MOST_DISCARDED = 64L << 20;

    private static final Duration LINGER = Duration.ofSeconds(2);

    private enum State {
        READING,
        ANSWERING,
        ENDING
    }

    private final Socket socket;
    private final MllpSettings settings;
    private final MessageHandler handler;
    private final MllpCounters counters;
    private final MllpRoom room;
    private final InstantSource clock;
    private final AtomicReference<State> state = new AtomicReference<>(State.READING);

    MllpConnection(
            Socket socket,
            MllpSettings settings,
            MessageHandler handler,
            MllpCounters counters,
            MllpRoom room,
            InstantSource clock) {
        this.socket = socket;
        this.settings = settings;
        this.handler = handler;
        this.counters = counters;
        this.room = room;
        this.clock = clock;
    }

    /** A sender whose bytes come one by one holds a connection for no longer than a silent one. */
    private MllpFrames.Patience patience() {
        return new MllpFrames.Patience() {
            private Instant end = Instant.MAX;

            @Override
            public void begin() {
                end = clock.instant().plus(settings.idleTimeout());
            }

            @Override
            public boolean isOver() {
                return clock.instant().isAfter(end);
            }
        };
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.setSoTimeout(Math.toIntExact(settings.idleTimeout().toMillis()));
            Sender sender = greet();
            if (sender != null) {
                serve(sender);
            }
        } catch (SocketTimeoutException e) {
            counters.timedOut();
            LoggerFactory.getLogger(MllpConnection.class)
                    .info("closed a connection from {}: no message came", address());
        } catch (IOException e) {
            // The sender went away, or this side is closing: what was not answered will be sent
            // again.
            LoggerFactory.getLogger(MllpConnection.class)
                    .debug("a connection from {} ended", address(), e);
        } catch (RuntimeException e) {
            counters.unanswered();
            Unforeseen.log(
                    MllpConnection.class,
                    "a message from %s could not be answered".formatted(address()),
                    e);
        }
    }

    /** Ends it: at once while it waits for a message, otherwise after the answer at hand. */
    void end() {
        if (state.getAndSet(State.ENDING) == State.READING) {
            cut();
        }
    }

    /** Ends it in the middle of whatever it does. */
    void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(MllpConnection.class)
                    .debug("a connection from {} did not close", address(), e);
        }
    }

    private String address() {
        return socket.getInetAddress().getHostAddress();
    }

    private @Nullable Sender greet() throws IOException {
        if (!(socket instanceof SSLSocket encrypted)) {
            return new Sender(address(), null);
        }
        try {
            encrypted.startHandshake();
        } catch (IOException e) {
            counters.refused();
            LoggerFactory.getLogger(MllpConnection.class)
                    .info("refused a connection from {}: {}", address(), e.getMessage());
            return null;
        }
        try {
            return new Sender(address(), encrypted.getSession().getPeerPrincipal().getName());
        } catch (SSLPeerUnverifiedException e) {
            // It showed no certificate; where one is needed the handshake has failed already.
            return new Sender(address(), null);
        }
    }

    private void serve(Sender sender) throws IOException {
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        try (MllpFrames frames =
                new MllpFrames(in, settings.maxMessageBytes(), counters, room, patience())) {
            serve(frames, sender, in, out);
        }
    }

    private void serve(MllpFrames frames, Sender sender, InputStream in, OutputStream out)
            throws IOException {
        while (true) {
            Found found = frames.next();
            // Once ending has begun a message is not taken any more: it stays with its sender.
            if (!state.compareAndSet(State.READING, State.ANSWERING)) {
                return;
            }
            switch (found) {
                case MESSAGE -> answer(frames.bytes(), sender, out);
                case OVERSIZE -> {
                    counters.oversize();
                    refuse(
                            handler.refuseOversize(
                                    frames.bytes(), settings.maxMessageBytes(), sender),
                            in,
                            out);
                    return;
                }
                case CROWDED -> {
                    byte[] start = frames.bytes();
                    frames.close();
                    refuse(handler.postpone(start, sender), in, out);
                    return;
                }
                case NOISE -> {
                    counters.refused();
                    return;
                }
                case END -> {
                    return;
                }
            }
            if (!state.compareAndSet(State.ANSWERING, State.READING)) {
                return;
            }
        }
    }

    private void answer(byte[] payload, Sender sender, OutputStream out) throws IOException {
        counters.message();
        byte[] answer = handler.answer(payload, sender);
        try {
            out.write(MllpFrames.framed(answer));
            out.flush();
        } catch (IOException e) {
            counters.unanswered();
            throw e;
        }
        counters.answered(answer);
    }

    private void refuse(byte[] answer, InputStream in, OutputStream out) throws IOException {
        if (answer.length > 0) {
            out.write(MllpFrames.framed(answer));
            out.flush();
            counters.answered(answer);
        }
        socket.shutdownOutput();
        // Closing with unread bytes would reset the connection, and the answer with it.
        socket.setSoTimeout(Math.toIntExact(LINGER.toMillis()));
        byte[] discarded = new byte[8 << 10];
        long total = 0;
        for (int count = in.read(discarded);
                count >= 0 && total < MOST_DISCARDED;
                count = in.read(discarded)) {
            counters.received(count);
            total += count;
        }
    }
}
