package org.cytovigil.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

/** Says over HTTP, to this computer only, how a gateway is doing. */
final class HealthServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Supplier<Health> health;

    /**
     * Begins to answer {@code /health} (JSON; 200, or 503 with a fault) and {@code /metrics}.
     *
     * @param port 0 for any free one
     */
    HealthServer(int port, Supplier<Health> health) throws IOException {
        this.health = health;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext(
                "/health", exchange -> answer(exchange, "application/json", Health::json, true));
        server.createContext(
                "/metrics",
                exchange ->
                        answer(
                                exchange,
                                "text/plain; version=0.0.4; charset=utf-8",
                                Health::metrics,
                                false));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(
            HttpExchange exchange, String type, Function<Health, String> form, boolean byStatus)
            throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
                return;
            }
            Health now = health.get();
            byte[] body = form.apply(now).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(byStatus && !now.isGood() ? UNAVAILABLE : OK, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
