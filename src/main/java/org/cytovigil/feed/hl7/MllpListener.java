package org.cytovigil.feed.hl7;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Takes HL7 messages over MLLP from many senders at once, each connection on a virtual thread of
 * its own. The messages of one connection are answered in their order.
 */
// [impl->req~feed.mllp~1]
public final class MllpListener implements AutoCloseable {
    private static final int BACKLOG = 128;
    private static final long GRACE_SECONDS = 10;
    private static final long PAUSE_MILLIS = 100;

    private final ServerSocket server;
    private final MllpSettings settings;
    private final MessageHandler handler;
    private final MllpCounters counters;
    private final InstantSource clock;
    private final MllpRoom room;
    private final Set<MllpConnection> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("mllp-", 0).factory());

    private MllpListener(
            ServerSocket server,
            MllpSettings settings,
            MessageHandler handler,
            MllpCounters counters,
            InstantSource clock) {
        this.server = server;
        this.settings = settings;
        this.handler = handler;
        this.counters = counters;
        this.clock = clock;
        this.room = MllpRoom.of(settings.maxMessageBytes());
    }

    /**
     * Begins to listen; a message may take as long as its bytes keep coming.
     *
     * @throws IOException when it cannot, as when another program listens at that port
     */
    public static MllpListener start(
            MllpSettings settings, MessageHandler handler, MllpCounters counters)
            throws IOException {
        return start(settings, handler, counters, () -> Instant.EPOCH);
    }

    /**
     * Begins to listen.
     *
     * @param clock by which a message that does not end within the idle timeout is cut off
     * @throws IOException when it cannot, as when another program listens at that port
     */
    public static MllpListener start(
            MllpSettings settings,
            MessageHandler handler,
            MllpCounters counters,
            InstantSource clock)
            throws IOException {
        ServerSocket server = unbound(settings);
        try {
            // Otherwise the port of a listener that just ended stays taken for minutes.
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(settings.bind(), settings.port()), BACKLOG);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        MllpListener listener = new MllpListener(server, settings, handler, counters, clock);
        listener.threads.execute(listener::accept);
        return listener;
    }

    private static ServerSocket unbound(MllpSettings settings) throws IOException {
        SSLContext tls = settings.tls();
        if (tls == null) {
            return new ServerSocket();
        }
        SSLServerSocket server =
                (SSLServerSocket) tls.getServerSocketFactory().createServerSocket();
        server.setNeedClientAuth(settings.needClientCertificate());
        return server;
    }

    /** The port at which it listens. */
    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (closing.getCount() > 0) {
            try {
                take(server.accept());
            } catch (IOException e) {
                if (closing.getCount() == 0) {
                    return;
                }
                LoggerFactory.getLogger(MllpListener.class)
                        .error("a connection could not be taken", e);
                pause();
            }
        }
    }

    /** The system has no more sockets for now: trying again at once would only burn time. */
    private void pause() {
        try {
            if (closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Socket socket) throws IOException {
        String problem = problem(socket);
        if (problem != null) {
            counters.refused();
            LoggerFactory.getLogger(MllpListener.class)
                    .warn(
                            "refused a connection from {}: {}",
                            socket.getInetAddress().getHostAddress(),
                            problem);
            socket.close();
            return;
        }
        MllpConnection connection =
                new MllpConnection(socket, settings, handler, counters, room, clock);
        connections.add(connection);
        counters.opened();
        try {
            threads.execute(() -> serve(connection));
        } catch (RejectedExecutionException e) {
            // Closing began between its being taken and its being served.
            left(connection);
            connection.cut();
        }
        if (closing.getCount() == 0) {
            connection.end();
        }
    }

    private void serve(MllpConnection connection) {
        try {
            connection.run();
        } finally {
            left(connection);
        }
    }

    private void left(MllpConnection connection) {
        connections.remove(connection);
        counters.closed();
    }

    private @Nullable String problem(Socket socket) {
        if (!settings.allows(socket.getInetAddress())) {
            return "this sender is not allowed";
        }
        return connections.size() >= settings.maxConnections()
                ? "there are %d connections already".formatted(connections.size())
                : null;
    }

    /**
     * Takes no more connections and messages, has the messages at hand answered, and ends every
     * thread. A sender that does not read its answer within ten seconds is cut off. A message that
     * is not answered stays with its sender.
     */
    @Override
    public void close() {
        closing.countDown();
        try {
            server.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(MllpListener.class).warn("the port did not close", e);
        }
        connections.forEach(MllpConnection::end);
        threads.shutdown();
        if (!ended()) {
            connections.forEach(MllpConnection::cut);
            threads.shutdownNow();
            ended();
        }
    }

    private boolean ended() {
        try {
            return threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How much memory long messages take at this moment. */
    MllpRoom room() {
        return room;
    }

    /** Whether every connection has been told to end. */
    boolean isEnding() {
        return threads.isShutdown();
    }

    /** Whether every thread has ended. */
    boolean isEnded() {
        return threads.isTerminated();
    }
}
