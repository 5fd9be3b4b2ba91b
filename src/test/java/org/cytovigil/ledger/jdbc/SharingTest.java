package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cytovigil.ledger.jdbc.Examples.MONITOR;
import static org.cytovigil.ledger.jdbc.Examples.NURSE;
import static org.cytovigil.ledger.jdbc.Examples.STAY;
import static org.cytovigil.ledger.jdbc.Examples.heartRate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cytovigil.clinical.Facts;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Quarantine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharingTest {
    private static final int BATCHES = 100;

    @TempDir private Path folder;

    @Test
    void twoInstancesOnOneFileLoseDoubleAndForkNothing() throws Exception {
        Path file = folder.resolve("unit.db");
        try (JdbcLedger first = JdbcLedger.open(file);
                JdbcLedger second = JdbcLedger.open(file)) {
            CyclicBarrier start = new CyclicBarrier(2);
            together(
                    () -> {
                        start.await();
                        appendTo(first, 0);
                        return true;
                    },
                    () -> {
                        start.await();
                        appendTo(second, BATCHES);
                        return true;
                    });

            List<Entry> expected = new ArrayList<>();
            for (int batch = 0; batch < 2 * BATCHES; batch++) {
                expected.addAll(batch(batch));
            }
            assertThat(first.entriesOf(STAY)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(second.entriesOf(STAY)).isEqualTo(first.entriesOf(STAY));
            assertThat(first.items()).hasSize(2 * BATCHES);
            assertThat(first.verify()).isEqualTo(new Verification.Sound(4 * BATCHES));
        }
    }

    @Test
    void instancesTakingTurnsGoOnWithOneChain() {
        Path file = folder.resolve("unit.db");
        try (JdbcLedger first = JdbcLedger.open(file);
                JdbcLedger second = JdbcLedger.open(file)) {
            for (int batch = 0; batch < 6; batch++) {
                (batch % 2 == 0 ? first : second).append(batch(batch));
            }

            assertThat(second.verify()).isEqualTo(new Verification.Sound(12));
        }
    }

    @Test
    void threadsOfOneInstanceAreToldInTheOrderInWhichEntriesWereAdded() throws Exception {
        try (JdbcLedger ledger = JdbcLedger.open(folder.resolve("unit.db"))) {
            List<Entry> told = new ArrayList<>();
            ledger.subscribe(told::addAll);

            together(
                    () -> {
                        appendTo(ledger, 0);
                        return true;
                    },
                    () -> {
                        appendTo(ledger, BATCHES);
                        return true;
                    },
                    () ->
                            IntStream.range(0, BATCHES)
                                    .allMatch(i -> ledger.entriesOf(STAY).size() % 2 == 0));

            assertThat(told).hasSize(4 * BATCHES).isEqualTo(ledger.entriesOf(STAY));
        }
    }

    /** The same two authors write through both instances. */
    private static List<Entry> batch(int number) {
        Author first = number % 3 == 0 ? MONITOR : NURSE;
        return List.of(heartRate(first, number, 100 + number), heartRate(NURSE, number, number));
    }

    private static void appendTo(JdbcLedger ledger, int from) {
        for (int batch = from; batch < from + BATCHES; batch++) {
            ledger.append(batch(batch));
            ledger.keep(
                    List.of(new Quarantine.Item(Facts.ZERO, "vitals.csv", batch, "no time", "")));
        }
    }

    @SafeVarargs
    private static void together(Callable<Boolean>... tasks) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.length)) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (Callable<Boolean> task : tasks) {
                running.add(threads.submit(task));
            }
            for (Future<Boolean> task : running) {
                assertThat(task.get()).isTrue();
            }
        }
    }
}
