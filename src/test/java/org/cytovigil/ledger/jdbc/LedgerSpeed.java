package org.cytovigil.ledger.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Receipt;

/**
 * Measures appending 120,000 entries in batches, messages of several callers at once, and reading a
 * stay of 5,000 entries; the argument names a folder.
 */
final class LedgerSpeed {
    private static final int ENTRIES = 120_000;
    private static final int BATCH = 5_000;
    private static final int MESSAGES = 4_000;
    private static final int STAYS = ENTRIES / BATCH;

    private static final List<Entry> MESSAGE = batch(0).subList(0, 17);

    private LedgerSpeed() {}

    public static void main(String[] arguments) throws IOException {
        Path folder =
                Files.createTempDirectory(
                        Path.of(arguments.length == 0 ? "." : arguments[0]), "speed");
        for (int round = 1; round <= 3; round++) {
            measure(round, folder.resolve("speed" + round + ".db"));
        }
        Files.delete(folder);
    }

    private static void measure(int round, Path file) throws IOException {
        long begin = System.nanoTime();
        try (JdbcLedger ledger = JdbcLedger.open(file)) {
            report(round, "make and open", begin);
            begin = System.nanoTime();
            for (int batch = 0; batch < STAYS; batch++) {
                ledger.append(batch(batch));
            }
            report(round, "append 120,000 in batches of 5,000", begin);
            begin = System.nanoTime();
            for (Entry entry : batch(0).subList(0, 500)) {
                ledger.append(List.of(entry));
            }
            report(round, "append 500 one by one", begin);
            for (int callers : new int[] {1, 8, 64}) {
                begin = System.nanoTime();
                long commits = messages(ledger, callers);
                report(
                        round,
                        "take 4,000 messages of 17 entries, %d callers, %d commits"
                                .formatted(callers, commits),
                        begin);
            }
            for (int i = 1; i <= 5; i++) {
                begin = System.nanoTime();
                int size = ledger.entriesOf(new StayId("S-" + i)).size();
                report(round, "read a stay of " + size, begin);
            }
            begin = System.nanoTime();
            Verification found = ledger.verify();
            report(round, "verify: " + found, begin);
            begin = System.nanoTime();
        }
        report(round, "close a file of %,d bytes".formatted(Files.size(file)), begin);
        begin = System.nanoTime();
        JdbcLedger.openExisting(file).close();
        report(round, "open and close again", begin);
        Files.delete(file);
    }

    /** Messages with receipts from callers at once; says how many commits they needed. */
    private static long messages(JdbcLedger ledger, int callers) {
        long before = ledger.commits();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                String sender = callers + " callers, number " + caller;
                threads.execute(
                        () -> {
                            for (int i = 0; i < MESSAGES / callers; i++) {
                                ledger.take(message(sender, i));
                            }
                        });
            }
        }
        return ledger.commits() - before;
    }

    private static Batch message(String sender, int number) {
        return new Batch(
                MESSAGE,
                List.of(),
                new Receipt(sender, Integer.toString(number), "aa", Examples.NOON));
    }

    /** Blood pressures of 24 stays in turn, written by three monitors. */
    private static List<Entry> batch(int number) {
        List<Entry> entries = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            int sequence = number * BATCH + i;
            entries.add(
                    new Entry(
                            new StayId("S-" + sequence % STAYS),
                            Examples.NOON.plusSeconds(sequence),
                            Examples.NOON.plusSeconds(sequence + 1L),
                            new Author(Author.Kind.DEVICE, "monitor-" + sequence % 3),
                            new Entry.Observed(
                                    new Observation.BloodPressure(
                                            new Pressure(90 + sequence % 40),
                                            new Pressure(50 + sequence % 20),
                                            null,
                                            Observation.PressureSource.CUFF))));
        }
        return entries;
    }

    private static void report(int round, String what, long begin) {
        System.out.printf(
                Locale.ROOT,
                "%d. %-62s %8.1f ms%n",
                round,
                what,
                (System.nanoTime() - begin) / 1e6);
    }
}
