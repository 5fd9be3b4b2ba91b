package org.cytovigil.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.ledger.jdbc.Verification;
import org.jspecify.annotations.Nullable;

/**
 * Kills the gateway at random moments while four senders write, starts it again on the same store,
 * and looks after each kill whether every acknowledged message is there exactly once. A message
 * without an answer is sent again, as senders do.
 */
final class KilledServe {
    private static final int SENDERS = 4;
    private static final int MOST_ANSWERS = 60;

    private final Path store;
    private final Random random;
    private final Instant admitted;
    private final AtomicInteger next = new AtomicInteger();
    private final Set<Integer> accepted = ConcurrentHashMap.newKeySet();
    private final List<Queue<Integer>> again = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();

    /** A folder, and how the kills are drawn. */
    KilledServe(Path folder, long seed, Instant now) {
        this.store = folder.resolve("unit.db");
        this.random = new Random(seed);
        this.admitted = now.truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(20));
        for (int i = 0; i < SENDERS; i++) {
            again.add(new ArrayDeque<>());
        }
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            ledger.append(List.of(Sender.admission(admitted)));
        }
    }

    /** How many messages were acknowledged so far. */
    int acknowledged() {
        return accepted.size();
    }

    /** Everything the gateway printed. */
    String said() {
        return said.toString();
    }

    /** Starts it, lets senders write, and kills it; sometimes before it listens. */
    void kill() throws Exception {
        Process process = start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            if (random.nextInt(10) == 0) {
                spin(random.nextInt(700_000_000));
            } else {
                write(port(out), process);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void write(int port, Process process) throws Exception {
        int answers = 1 + random.nextInt(MOST_ANSWERS);
        int nanos = random.nextInt(4_000_000);
        AtomicInteger answered = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (Queue<Integer> own : again) {
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        write(port, own, answered);
                                        // One that ends by itself must not keep the others waiting.
                                        answered.addAndGet(MOST_ANSWERS);
                                    }));
        }
        while (answered.get() < answers) {
            Thread.onSpinWait();
        }
        spin(nanos);
        process.destroyForcibly().waitFor();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void write(int port, Queue<Integer> own, AtomicInteger answered) {
        try (Sender sender = new Sender(port)) {
            while (true) {
                Integer number =
                        own.isEmpty() ? Integer.valueOf(next.getAndIncrement()) : own.peek();
                if (own.isEmpty()) {
                    own.add(number);
                }
                String id = "K" + number;
                if (!Sender.isAccepted(sender.send(message(number)), id)) {
                    throw new IllegalStateException(id + " was not accepted");
                }
                accepted.add(number);
                own.remove();
                answered.incrementAndGet();
            }
        } catch (IOException e) {
            // It was killed; what has no answer is sent again after the next start.
        }
    }

    private String message(int number) {
        return Sender.temperature(
                "K" + number, admitted.plusMillis(500L * number), 37 + number % 30 / 10.0);
    }

    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private Process start() throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:-UsePerfData",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dcytovigil.logs=" + store.getParent(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "org.cytovigil.cli.Main",
                        "serve",
                        "--store",
                        store.toString(),
                        "--mllp",
                        "0");
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private int port(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("listening")) {
                return Integer.parseInt(line.replaceAll(".*port ", ""));
            }
        }
        throw new IllegalStateException("the gateway ended by itself: " + said);
    }

    /** What is wrong with the store as the kill left it; {@code null} when nothing is. */
    @Nullable String fault() throws IOException {
        Path place = Files.createTempDirectory(store.getParent(), "left");
        Path copy = place.resolve("unit.db");
        try {
            // A copy, so that the program itself meets what the kill left.
            for (String ending : List.of("", "-wal")) {
                Path file = store.resolveSibling(store.getFileName() + ending);
                if (Files.exists(file)) {
                    Files.copy(file, copy.resolveSibling(copy.getFileName() + ending));
                }
            }
            try (JdbcLedger ledger = JdbcLedger.openExisting(copy)) {
                return fault(ledger);
            }
        } finally {
            for (String ending : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + ending));
            }
            Files.delete(place);
        }
    }

    private @Nullable String fault(JdbcLedger ledger) {
        if (!(ledger.verify() instanceof Verification.Sound)) {
            return "the store is " + ledger.verify();
        }
        Map<Instant, Integer> found = new HashMap<>();
        for (Entry entry : ledger.entriesOf(Sender.STAY)) {
            if (entry.event() instanceof Entry.Observed) {
                found.merge(entry.at(), 1, Integer::sum);
            }
        }
        for (int number = 0; number < next.get(); number++) {
            int times = found.getOrDefault(admitted.plusMillis(500L * number), 0);
            if (times > 1 || (times == 0 && accepted.contains(number))) {
                return "message %d is there %d times".formatted(number, times);
            }
        }
        return said.indexOf("ATTENTION") >= 0 ? "damage was found where there is none" : null;
    }

    /**
     * The long run: kills until the count of the log in that folder is reached; can be ended at any
     * time and goes on where it was.
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        int wanted = Integer.parseInt(arguments[1]);
        Path log = folder.resolve("kills.log");
        long done = Files.exists(log) ? Files.readAllLines(log).size() : 0;
        while (done < wanted) {
            Path place = Files.createTempDirectory(folder, "unit");
            KilledServe serve = new KilledServe(place, done, Instant.now());
            for (int i = 0; i < 50 && done < wanted; i++, done++) {
                serve.kill();
                String fault = serve.fault();
                Files.writeString(
                        log,
                        "%d %d acknowledged, %s%n"
                                .formatted(
                                        done + 1,
                                        serve.acknowledged(),
                                        fault == null ? "all there once, sound" : fault),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                if (fault != null) {
                    throw new IllegalStateException(fault + " in " + place);
                }
            }
        }
        System.out.println(done + " kills, none lost anything");
    }
}
