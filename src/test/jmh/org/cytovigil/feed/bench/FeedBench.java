package org.cytovigil.feed.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures {@code cytovigil serve}, with HAPI's SimpleServer beside it. Each server runs in a JVM
 * of its own with the same heap, and gets the same messages from the same senders.
 *
 * <p>First argument: {@code compare} (rates with 1 and 8 connections, alternating), {@code latency}
 * (500 messages a second), {@code unit} (64 beds, 8 parameters a second), {@code all} (these
 * three), {@code memory} (heap as a million messages come), {@code memory-intake} (the same with
 * messages that bring nothing to chart), or {@code alone} (the gateway without the other, for a
 * profiler); then options as {@code name=number}: {@code rounds}, {@code seconds}, {@code
 * messages}. A property {@code folder} says where stores are made, {@code jvm} what arguments the
 * gateway's JVM gets besides.
 */
final class FeedBench {
    private static final int WARM_UP = 6_000;

    private final Path folder;
    private final List<String> options;

    private FeedBench(Path folder, List<String> options) {
        this.folder = folder;
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder =
                Files.createTempDirectory(
                        Path.of(System.getProperty("folder", System.getProperty("java.io.tmpdir"))),
                        "feedbench");
        FeedBench bench = new FeedBench(folder, List.of(arguments));
        try {
            switch (arguments.length == 0 ? "all" : arguments[0]) {
                case "compare" -> bench.compare();
                case "latency" -> bench.latency();
                case "unit" -> bench.unit();
                case "memory" -> bench.memory(Messages::periodic);
                case "memory-intake" -> bench.memory(Messages::nothing);
                case "alone" -> bench.alone();
                case "all" -> {
                    bench.compare();
                    bench.latency();
                    bench.unit();
                }
                default -> throw new IllegalArgumentException("unknown: " + arguments[0]);
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private int option(String name, int otherwise) {
        return options.stream()
                .filter(option -> option.startsWith(name + "="))
                .map(option -> Integer.parseInt(option.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    private Server gateway(String name, String... jvm) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(jvm));
        String more = System.getProperty("jvm", "");
        if (!more.isEmpty()) {
            arguments.addAll(List.of(more.split(" ")));
        }
        return Server.gateway(folder.resolve(name + ".db"), arguments);
    }

    /** Both servers run all the time; each round has one share of each, in turn. */
    private void compare() throws IOException {
        int rounds = option("rounds", 7);
        int count = option("messages", 4_000);
        try (Server bare = Server.bare(System.getProperty("model", "generic"));
                Server gateway = gateway("compare")) {
            Load toBare = new Load(bare.port());
            Load toGateway = new Load(gateway.port());
            toGateway.admit();
            say("17 OBX, %,d bytes a message", Sizes.periodic());
            say("warming up");
            for (int i = 0; i < 3; i++) {
                toBare.closed(8, WARM_UP, Messages::periodic);
                toGateway.closed(8, WARM_UP, Messages::periodic);
            }
            for (int connections : new int[] {8, 1}) {
                Rates rates = new Rates(rounds);
                int share = connections == 1 ? count / 2 : count;
                for (int round = 0; round < rounds; round++) {
                    boolean bareFirst = round % 2 == 0;
                    if (bareFirst) {
                        rates.bare(round, bare, toBare, connections, share);
                    }
                    rates.gateway(round, gateway, toGateway, connections, share);
                    if (!bareFirst) {
                        rates.bare(round, bare, toBare, connections, share);
                    }
                }
                rates.print(bare.name(), connections);
            }
        }
    }

    private static final class Sizes {
        static int periodic() {
            return new Messages().periodic(0, java.time.Instant.now()).frame().length - 3;
        }
    }

    /** Rates and costs of two servers, round by round. */
    private static final class Rates {
        private final double[] bare;
        private final double[] gateway;
        private final double[] ratios;
        private final double[] bareCpu;
        private final double[] gatewayCpu;

        Rates(int rounds) {
            bare = new double[rounds];
            gateway = new double[rounds];
            ratios = new double[rounds];
            bareCpu = new double[rounds];
            gatewayCpu = new double[rounds];
        }

        void bare(int round, Server server, Load load, int connections, int count)
                throws IOException {
            Duration before = server.cpu();
            bare[round] = load.closed(connections, count, Messages::periodic);
            bareCpu[round] = server.cpu().minus(before).toNanos() / 1e3 / count;
            ratios[round] = gateway[round] / bare[round];
        }

        void gateway(int round, Server server, Load load, int connections, int count)
                throws IOException {
            Duration before = server.cpu();
            gateway[round] = load.closed(connections, count, Messages::periodic);
            gatewayCpu[round] = server.cpu().minus(before).toNanos() / 1e3 / count;
            ratios[round] = gateway[round] / bare[round];
        }

        void print(String name, int connections) {
            say("%d connection(s): messages a second", connections);
            row(name, bare);
            row("cytovigil serve", gateway);
            row("ratio of the pairs", ratios);
            say("  processor time a message, microseconds");
            row(name, bareCpu);
            row("cytovigil serve", gatewayCpu);
        }

        private static void row(String name, double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            say(
                    "  %-24s min %,10.2f  median %,10.2f  max %,10.2f",
                    name, sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
        }
    }

    /** Both servers in turn: what the machine does to one it does to the other. */
    private void latency() throws IOException {
        int rounds = option("rounds", 3);
        int seconds = option("seconds", 20);
        try (Server bare = Server.bare(System.getProperty("model", "generic"));
                Server gateway = gateway("latency")) {
            Load toBare = new Load(bare.port());
            Load toGateway = new Load(gateway.port());
            toGateway.admit();
            toBare.closed(8, WARM_UP, Messages::periodic);
            toGateway.closed(8, 2 * WARM_UP, Messages::periodic);
            say("%d messages/s, 8 connections: from when a message was due to its answer, ms", 500);
            for (int round = 1; round <= rounds; round++) {
                latency(bare, toBare, seconds);
                latency(gateway, toGateway, seconds);
            }
        }
    }

    private static void latency(Server server, Load load, int seconds) throws IOException {
        Duration before = server.cpu();
        long[] times = load.open(8, 500, Duration.ofSeconds(seconds), Messages::periodic);
        say(
                "  %-24s median %5.1f  p90 %5.1f  p99 %5.1f  p99.9 %5.1f  longest %5.1f;"
                        + " processor %.0f %% of one core",
                server.name(),
                Load.millis(times, 0.5),
                Load.millis(times, 0.9),
                Load.millis(times, 0.99),
                Load.millis(times, 0.999),
                Load.millis(times, 1),
                share(before, server.cpu(), seconds));
    }

    private void unit() throws IOException {
        int rounds = option("rounds", 3);
        int seconds = option("seconds", 20);
        try (Server gateway = gateway("unit")) {
            Load load = new Load(gateway.port());
            load.admit();
            load.closed(8, 2 * WARM_UP, Messages::eight);
            for (int round = 1; round <= rounds; round++) {
                Duration before = gateway.cpu();
                long[] times =
                        load.open(16, Load.BEDS, Duration.ofSeconds(seconds), Messages::eight);
                say(
                        "64 beds, each a message of 8 parameters a second, for %d s:"
                                + " processor %.1f %% of one core, answer p99 %.1f ms",
                        seconds, share(before, gateway.cpu(), seconds), Load.millis(times, 0.99));
            }
        }
    }

    private static double share(Duration before, Duration after, int seconds) {
        return after.minus(before).toNanos() / 1e7 / seconds;
    }

    private void alone() throws IOException {
        int connections = option("connections", 1);
        int count = option("messages", 10_000);
        try (Server gateway = gateway("alone")) {
            Load load = new Load(gateway.port());
            load.admit();
            for (int round = 1; round <= option("rounds", 3); round++) {
                Duration before = gateway.cpu();
                double rate = load.closed(connections, count, Messages::periodic);
                say(
                        "%d connection(s): %,.0f messages a second, processor %.0f microseconds each",
                        connections, rate, gateway.cpu().minus(before).toNanos() / 1e3 / count);
            }
        }
    }

    /**
     * Heap and resident memory after each step of the way to so many messages.
     *
     * @param kind what they bring: facts, which the unit keeps, or nothing of interest, so that
     *     only listening, reading and storing is left
     */
    private void memory(Load.Kind kind) throws IOException {
        int count = option("messages", 1_000_000);
        int steps = option("steps", 10);
        List<Long> heaps = new ArrayList<>();
        try (Server gateway = gateway("memory", "-Xmx1536m")) {
            Load load = new Load(gateway.port());
            load.admit();
            load.closed(8, count / steps, kind);
            for (int step = 0; step <= steps; step++) {
                if (step > 0) {
                    load.closed(8, count / steps, kind);
                }
                heaps.add(gateway.heap());
                say(
                        "%,d messages: heap %,d KiB, resident %,d KiB, store %,d MiB",
                        (long) (step + 1) * (count / steps),
                        heaps.getLast(),
                        gateway.resident(),
                        Files.size(folder.resolve("memory.db")) >> 20);
            }
            say(
                    "heap grows by %.0f bytes a message",
                    (heaps.getLast() - heaps.getFirst()) * 1024.0 / count);
            say("%s", gateway.histogram(option("classes", 25)));
        }
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
