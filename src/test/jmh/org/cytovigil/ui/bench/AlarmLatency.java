package org.cytovigil.ui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.cytovigil.cli.Main;
import org.cytovigil.feed.bench.Connection;
import org.cytovigil.feed.bench.Messages;
import org.cytovigil.feed.bench.Server;

/**
 * From just before a message is written to its socket until the alarm that it raises stands, as a
 * text node, on the strip of the program's window after the layout of a frame. The gateway is a
 * process of its own, as a unit runs it; the window is the program itself on the same store, in
 * this process beside the senders.
 */
final class AlarmLatency {
    private static final int BEDS = 64;
    private static final int CONNECTIONS = 8;

    /** Every so manieth message raises something; prime to the number of beds. */
    private static final int RAISING = 29;

    /** Fever first, which is grade 1 and low; then a low pressure too, grade 2 and medium. */
    private static final int LEVELS = 2;

    private final Path store;
    private final Messages messages = new Messages();
    private final Map<String, Long> awaited = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> seen = new ConcurrentLinkedQueue<>();
    private String top = "";

    AlarmLatency(Path store) {
        this.store = store;
    }

    void run(int rounds) throws IOException, InterruptedException, ExecutionException {
        try (Server gateway =
                Server.gateway(store, List.of("-Dglass.platform=Headless", "-Dprism.order=sw"))) {
            Thread.ofPlatform()
                    .daemon()
                    .name("program")
                    .start(() -> Main.main(new String[] {"--store", store.toString()}));
            look(window());
            ScreenBench.say(
                    "two processes on one store; %d beds, a message a second each; window %s",
                    BEDS, size());
            round(gateway.port(), -1);
            awaited.clear();
            List<Long> all = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                List<Long> times = round(gateway.port(), round);
                ScreenBench.sayTimes("round " + (round + 1), array(times));
                all.addAll(times);
            }
            ScreenBench.sayTimes("message to alarm in the scene graph", array(all));
            ScreenBench.say("raised and never seen on the strip: %d", awaited.size());
        }
    }

    private static long[] array(List<Long> times) {
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    /** One round has patients of its own; the one before the first, which is shorter, warms up. */
    private List<Long> round(int port, int round)
            throws IOException, InterruptedException, ExecutionException {
        seen.clear();
        int first = (round + 1) * BEDS;
        Instant admitted = Instant.now().minus(Duration.ofMinutes(30));
        try (Connection connection = new Connection(port)) {
            for (int bed = 0; bed < BEDS; bed++) {
                if (first > 0) {
                    connection.exchange(messages.discharge(first - BEDS + bed, Instant.now()));
                }
                connection.exchange(messages.admission(first + bed, admitted));
            }
        }
        int raises = round < 0 ? BEDS : LEVELS * BEDS;
        int count = BEDS * 5 + raises * RAISING + BEDS;
        long begin = System.nanoTime() + 100_000_000L;
        List<Callable<Boolean>> senders = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            int own = i;
            senders.add(() -> send(port, first, own, count, begin));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (Future<Boolean> sender : threads.invokeAll(senders)) {
                sender.get();
            }
        }
        // The last one raised is on its way to the screen.
        LockSupport.parkNanos(1_000_000_000L);
        return new ArrayList<>(seen);
    }

    private boolean send(int port, int first, int own, int count, long begin) throws IOException {
        try (Connection connection = new Connection(port)) {
            for (int i = own; i < count; i += CONNECTIONS) {
                long due = begin + i * (1_000_000_000L / BEDS);
                for (long left = due - System.nanoTime();
                        left > 0;
                        left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                int bed = i % BEDS;
                int level = level(i);
                Messages.Sent message =
                        messages.vitals(
                                first + bed,
                                Instant.now(),
                                level >= 1 ? 38.6 : 37.1,
                                level >= 2 ? 80 : 118);
                if (i % RAISING == 0 && level(i - BEDS) < level) {
                    awaited.put(key(level, first + bed), System.nanoTime());
                }
                connection.exchange(message);
            }
        }
        return true;
    }

    /** What the bed of a message has by then; the first seconds raise nothing. */
    private static int level(int message) {
        int level = 0;
        for (int earlier = message; earlier >= 5 * BEDS; earlier -= BEDS) {
            if (earlier % RAISING == 0) {
                level++;
            }
        }
        return Math.min(LEVELS, level);
    }

    private static String key(int level, int patient) {
        return "%s Bed ICU R%d %d".formatted(level == 1 ? "!" : "!!", patient, patient);
    }

    /** The program's window, once it is shown. */
    private static Scene window() throws InterruptedException, ExecutionException {
        while (true) {
            CompletableFuture<Scene> found = new CompletableFuture<>();
            try {
                Platform.runLater(
                        () ->
                                found.complete(
                                        Window.getWindows().stream()
                                                .filter(Window::isShowing)
                                                .map(Window::getScene)
                                                .findFirst()
                                                .orElse(null)));
                Scene scene = found.get();
                if (scene != null) {
                    return scene;
                }
            } catch (IllegalStateException e) {
                // The toolkit has not started yet.
                LockSupport.parkNanos(10_000_000L);
            }
            LockSupport.parkNanos(10_000_000L);
        }
    }

    private static String size() throws InterruptedException, ExecutionException {
        CompletableFuture<String> size = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    Window window = Window.getWindows().getFirst();
                    size.complete("%.0fx%.0f".formatted(window.getWidth(), window.getHeight()));
                });
        return size.get();
    }

    private void look(Scene scene) {
        Platform.runLater(() -> scene.addPostLayoutPulseListener(() -> looked(scene)));
    }

    /** After the layout of each frame: whose alarm the strip shows now. */
    private void looked(Scene scene) {
        if (scene.lookup(".alarm-message") instanceof Parent label) {
            for (Node node : label.getChildrenUnmodifiable()) {
                if (node instanceof Text text && !text.getText().equals(top)) {
                    top = text.getText();
                    Long sent = awaited.remove(top.split(" · ")[0]);
                    if (sent != null) {
                        seen.add(System.nanoTime() - sent);
                    }
                }
            }
        }
    }
}
