package org.cytovigil.ui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Measures how fast the screen follows. First argument: {@code latency} (64 beds, a message a
 * second each, until a new alarm stands in the scene graph), {@code flood} (3,000 updates a
 * second), {@code board} (64 beds, a set of vital signs a second each), {@code bedside} (opening
 * that of a stay of 14 days) or {@code pan} (moving along it). Properties: {@code folder} for
 * stores, {@code rounds} for the one and {@code minutes} for the other.
 */
final class ScreenBench {
    private ScreenBench() {}

    public static void main(String[] arguments) throws Exception {
        int code = 1;
        try {
            run(arguments.length == 0 ? "latency" : arguments[0]);
            code = 0;
        } finally {
            // The toolkit and the program's window would go on.
            System.out.flush();
            System.exit(code);
        }
    }

    private static void run(String what)
            throws IOException, InterruptedException, ExecutionException {
        switch (what) {
            case "latency" -> {
                Path folder =
                        Files.createTempDirectory(
                                Path.of(
                                        System.getProperty(
                                                "folder", System.getProperty("java.io.tmpdir"))),
                                "screenbench");
                try {
                    new AlarmLatency(folder.resolve("unit.db")).run(number("rounds", 2));
                } finally {
                    delete(folder);
                }
            }
            case "board" -> new BusyBoard().run(number("minutes", 1));
            case "bedside" -> new LongStay().run();
            case "pan" -> new PanStay().run();
            case "flood" -> new UpdateFlood().run(number("minutes", 1));
            default -> throw new IllegalArgumentException("unknown: " + what);
        }
    }

    private static int number(String property, int otherwise) {
        String text = System.getProperty(property, "");
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }

    /** One line of the figures of many times in nanoseconds. */
    static void sayTimes(String what, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        say(
                "%s: n %,d  p50 %.1f  p90 %.1f  p99 %.1f  longest %.1f ms",
                what,
                sorted.length,
                millis(sorted, 0.5),
                millis(sorted, 0.9),
                millis(sorted, 0.99),
                millis(sorted, 1));
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
}
