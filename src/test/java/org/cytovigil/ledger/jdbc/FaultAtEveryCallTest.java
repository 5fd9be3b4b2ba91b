package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.cytovigil.ledger.jdbc.Examples.MONITOR;
import static org.cytovigil.ledger.jdbc.Examples.NOON;
import static org.cytovigil.ledger.jdbc.Examples.NURSE;
import static org.cytovigil.ledger.jdbc.Examples.STAY;
import static org.cytovigil.ledger.jdbc.Examples.ask;
import static org.cytovigil.ledger.jdbc.Examples.heartRate;
import static org.cytovigil.ledger.jdbc.Examples.heartRates;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Receipt;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;

/**
 * The n-th call of the database fails, for every n until none does: what was to be done is done or
 * not, never half, it is said when it is not, nobody is told of what is not on the disk, and the
 * same open store does it the next time.
 */
// [utest->req~ledger.fault-at-every-call~1]
class FaultAtEveryCallTest {
    /**
     * Making a store takes hundreds of calls, each of which makes a store: every one by request.
     */
    private static final int STEP = "all".equals(System.getProperty("calls")) ? 1 : 17;

    private static final String COUNTS =
            """
            select (select count(*) from entry) || ' entries, '
                || (select count(*) from quarantine where settled_at is null) || ' waiting, '
                || (select count(*) from receipt) || ' receipts, '
                || (select count(*) from policy) || ' policies'
            """;

    @TempDir private Path folder;

    /** What is done to an open store that has two entries and a quarantined item. */
    enum Work {
        APPEND("5 entries, 1 waiting, 0 receipts, 0 policies") {
            @Override
            void on(JdbcLedger ledger) {
                ledger.append(heartRates(NURSE, 3));
            }
        },
        TAKE("3 entries, 2 waiting, 1 receipts, 0 policies") {
            @Override
            void on(JdbcLedger ledger) {
                ledger.take(
                        new Batch(
                                List.of(heartRate(MONITOR, 9, 80)),
                                List.of(ITEM),
                                new Receipt("monitor", "7", "aa", NOON)));
            }
        },
        SETTLE("2 entries, 0 waiting, 0 receipts, 0 policies") {
            @Override
            void on(JdbcLedger ledger) {
                ledger.settle(List.of(1L), NOON);
            }
        },
        ADOPT("2 entries, 1 waiting, 0 receipts, 1 policies") {
            @Override
            void on(JdbcLedger ledger) {
                ledger.adopt(
                        SitePolicy.of("site-2", Map.of()),
                        NOON.plus(Duration.ofHours(1)),
                        NOON,
                        NURSE);
            }
        };

        private final String afterwards;

        Work(String afterwards) {
            this.afterwards = afterwards;
        }

        abstract void on(JdbcLedger ledger);
    }

    private static final Quarantine.Item ITEM =
            new Quarantine.Item(NOON, "monitor", 1, "no such code", "OBX");

    private static final String BEFORE = "2 entries, 1 waiting, 0 receipts, 0 policies";

    private static boolean fails(Runnable work) {
        try {
            work.run();
            return false;
        } catch (LedgerException e) {
            assertThat(e).hasMessageNotContaining("Exception").hasMessageContaining(".db");
            return true;
        }
    }

    private static int entries(Path file) throws Exception {
        return Integer.parseInt(ask(file, "select count(*) from entry").getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "APPEND, false", "APPEND, true",
        "TAKE, false", "TAKE, true",
        "SETTLE, false", "SETTLE, true",
        "ADOPT, false", "ADOPT, true"
    })
    void workOnAnOpenStoreIsDoneWholeOrNotAndTheNextTime(Work work, boolean sticking)
            throws Exception {
        Path model = Files.createDirectory(folder.resolve("model")).resolve("unit.db");
        try (JdbcLedger ledger = JdbcLedger.open(model)) {
            ledger.append(heartRates(NURSE, 2));
            ledger.keep(List.of(ITEM));
        }
        int failures = 0;
        for (int n = 1; ; n++) {
            Path file = Files.copy(model, folder.resolve("unit" + n + ".db"));
            FailingCalls calls = new FailingCalls(SQLiteErrorCode.SQLITE_IOERR_WRITE);
            List<Entry> told = new ArrayList<>();
            boolean happened;
            try (JdbcLedger ledger = calls.open(file)) {
                ledger.subscribe(told::addAll);

                calls.failAt(n, sticking);
                boolean failed = fails(() -> work.on(ledger));
                happened = calls.happened();
                calls.stop();

                assertThat(ask(file, COUNTS))
                        .as("after a fault at call %d", n)
                        .containsExactly(failed ? BEFORE : work.afterwards);
                assertThat(told).hasSize(entries(file) - 2);
                if (failed) {
                    failures++;
                    work.on(ledger);
                    assertThat(ask(file, COUNTS)).containsExactly(work.afterwards);
                    assertThat(told).hasSize(entries(file) - 2);
                }
                assertThat(ledger.verify()).isEqualTo(new Verification.Sound(entries(file)));
                assertThat(ledger.entriesOf(STAY)).hasSize(entries(file));
            }
            if (!happened) {
                break;
            }
        }
        assertThat(failures).as("calls that can fail").isGreaterThan(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = SQLiteErrorCode.class,
            names = {"SQLITE_IOERR_WRITE", "SQLITE_FULL"})
    void aStoreIsMadeWholeOrNotAndTheNextTime(SQLiteErrorCode code) throws Exception {
        int failures = 0;
        for (int n = 1; ; n += STEP) {
            Path file = folder.resolve("unit" + n + ".db");
            FailingCalls calls = new FailingCalls(code);
            calls.failAt(n, true);
            boolean failed = fails(() -> calls.open(file).close());
            boolean happened = calls.happened();
            calls.stop();

            try (JdbcLedger ledger = calls.open(file)) {
                assertThat(ledger.verify())
                        .as("after a fault at call %d", n)
                        .isEqualTo(new Verification.Sound(0));
                ledger.append(heartRates(NURSE, 1));
            }
            failures += failed ? 1 : 0;
            if (!happened) {
                break;
            }
            Files.delete(file);
        }
        assertThat(failures).as("calls that can fail").isGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aBackupIsThereWholeOrNot(boolean sticking) throws Exception {
        Path store = folder.resolve("unit.db");
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            ledger.append(heartRates(NURSE, 3));
        }
        for (int n = 1; ; n++) {
            Path backup = folder.resolve("backup" + n + ".db");
            FailingCalls calls = new FailingCalls(SQLiteErrorCode.SQLITE_IOERR_READ);
            calls.failAt(n, sticking);
            boolean failed = fails(() -> StoreBackup.copy(calls.file(store), backup));
            boolean happened = calls.happened();

            assertThat(names())
                    .as("after a fault at call %d", n)
                    .containsExactlyElementsOf(
                            failed ? List.of("unit.db") : List.of("backup" + n + ".db", "unit.db"));
            if (!failed) {
                assertThat(entries(backup)).isEqualTo(3);
                Files.delete(backup);
            }
            assertThat(entries(store)).isEqualTo(3);
            if (!happened) {
                assertThat(n).isGreaterThan(10);
                break;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aRestoredStoreIsTheOldOneOrTheNewOne(boolean sticking) throws Exception {
        Path backup = folder.resolve("backup.db");
        try (JdbcLedger ledger = JdbcLedger.open(backup)) {
            ledger.append(heartRates(NURSE, 3));
        }
        Path model = Files.createDirectory(folder.resolve("model")).resolve("unit.db");
        try (JdbcLedger ledger = JdbcLedger.open(model)) {
            ledger.append(heartRates(NURSE, 5));
        }
        for (int n = 1; ; n++) {
            Path store = Files.copy(model, folder.resolve("unit.db"));
            FailingCalls calls = new FailingCalls(SQLiteErrorCode.SQLITE_IOERR_READ);
            calls.failAt(n, sticking);
            boolean failed =
                    fails(() -> StoreBackup.restore(backup, calls.file(store), true, NOON));
            boolean happened = calls.happened();

            assertThat(entries(store)).as("after a fault at call %d", n).isEqualTo(failed ? 5 : 3);
            assertThat(names())
                    .noneMatch(name -> name.contains(".restoring") || name.contains("unfinished"))
                    .hasSize(failed ? 1 : 2);
            if (!failed) {
                Files.delete(folder.resolve("unit.db.before-20260301-120000-000"));
            }
            Files.delete(store);
            if (!happened) {
                assertThat(n).isGreaterThan(10);
                break;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SQLiteErrorCode.class,
            names = {"SQLITE_IOERR_WRITE", "SQLITE_FULL"})
    void whatTheDiskDidNotTakeIsToldAsSuchAndNothingElseIs(SQLiteErrorCode code) throws Exception {
        Path file = folder.resolve("unit.db");
        FailingCalls calls = new FailingCalls(code);
        try (JdbcLedger ledger = calls.open(file)) {
            List<List<Entry>> failed = new ArrayList<>();
            Runnable unsubscribe =
                    ledger.subscribeFailures((entries, reason) -> failed.add(entries));
            List<Entry> entries = heartRates(NURSE, 2);

            calls.failAt(1, true);
            assertThat(fails(() -> ledger.append(entries))).isTrue();
            assertThat(fails(ledger::requireWritable)).isTrue();
            calls.stop();
            assertThatCode(ledger::requireWritable).doesNotThrowAnyException();
            ledger.append(entries);
            unsubscribe.run();
            calls.failAt(1, true);
            assertThat(fails(() -> ledger.append(entries))).isTrue();
            calls.stop();

            assertThat(failed).containsExactly(entries);
            assertThat(entries(file)).isEqualTo(2);
        }
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("backup.db") && !name.equals("model"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }
}
