package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.cytovigil.ledger.jdbc.Examples.NURSE;
import static org.cytovigil.ledger.jdbc.Examples.STAY;
import static org.cytovigil.ledger.jdbc.Examples.ask;
import static org.cytovigil.ledger.jdbc.Examples.contents;
import static org.cytovigil.ledger.jdbc.Examples.heartRates;
import static org.cytovigil.ledger.jdbc.Examples.tamper;

import java.io.File;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cytovigil.ledger.LedgerException;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
    @TempDir private Path folder;

    private Path store(String name) {
        Path file = folder.resolve(name);
        try (JdbcLedger ledger = JdbcLedger.open(file)) {
            ledger.append(heartRates(NURSE, 300));
        }
        return file;
    }

    @Test
    void aStoreMarksItselfAndKeepsAWriteAheadLog() throws Exception {
        Path file = store("unit.db");

        assertThat(ask(file, "pragma application_id")).containsExactly("1132025447");
        assertThat(ask(file, "pragma journal_mode")).containsExactly("wal");
        assertThat(ask(file, "select version from flyway_schema_history order by installed_rank"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void theNewestMigrationIsTheFormThisProgramKnows() {
        SqliteFile file = new SqliteFile(store("unit.db"));

        Flyway flyway =
                Flyway.configure()
                        .loggers("slf4j")
                        .dataSource(file.dataSource())
                        .locations("classpath:org/cytovigil/ledger/jdbc/migration")
                        .load();

        assertThat(flyway.info().all())
                .hasSize(7)
                .allMatch(migration -> migration.getState().isApplied());
        assertThat(flyway.info().current().getVersion().getVersion())
                .isEqualTo(Integer.toString(Schema.VERSION));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    pragma journal_mode = delete, journal_mode is delete instead of wal
                    pragma synchronous = normal, synchronous is 1 instead of 2
                    pragma foreign_keys = off, foreign_keys is 0 instead of 1
                    pragma busy_timeout = 100, busy_timeout is 100 instead of 5000
                    """)
    void aSettingThatIsNotAsItMustBeIsRefused(String change, String complaint) throws Exception {
        SqliteFile file = new SqliteFile(folder.resolve("unit.db"));
        try (Handle handle = file.open()) {
            file.requireSettings(handle.getConnection());
            handle.execute(change);

            assertThatThrownBy(() -> file.requireSettings(handle.getConnection()))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining(file.path().toString())
                    .hasMessageContaining(complaint)
                    .hasMessageContaining("local disk");
        }
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> JdbcLedger.open(folder.resolve("ward/unit.db")))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("There is no folder " + folder.resolve("ward"))
                .hasMessageContaining("Create the folder");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderIsNoStore() {
        assertThatThrownBy(() -> JdbcLedger.open(folder))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(folder + " is a folder, not a store");
    }

    @Test
    void openingWhatMustExistMakesNothing() throws Exception {
        Path missing = folder.resolve("unit.db");
        assertThatThrownBy(() -> JdbcLedger.openExisting(missing))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("There is no store " + missing);
        assertThat(folder).isEmptyDirectory();

        Files.createFile(missing);
        assertThatThrownBy(() -> JdbcLedger.openExisting(missing))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("the file is empty");
        assertThat(contents(folder)).isEqualTo(Map.of("unit.db", ""));
    }

    @Test
    void anEmptyFileBecomesAStore() throws Exception {
        Path file = Files.createFile(folder.resolve("unit.db"));

        try (JdbcLedger ledger = JdbcLedger.open(file)) {
            ledger.append(heartRates(NURSE, 1));
            assertThat(ledger.entriesOf(STAY)).isEqualTo(heartRates(NURSE, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with space.db",
                "what?cache=shared.db",
                "100%25 #1.db",
                "Überwachung 日.db",
                "file:x.db"
            })
    void anyFileNameWillDo(String name) {
        assumeThat(File.separatorChar).isEqualTo('/');

        Path file = store(name);

        assertThat(folder.toFile().list()).containsExactly(name);
        try (JdbcLedger ledger = JdbcLedger.openExisting(file)) {
            assertThat(ledger.entriesOf(STAY)).hasSize(300);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAsItIs() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "Bring milk.\n".repeat(1_000));
        Map<String, String> before = contents(folder);

        assertThatThrownBy(() -> JdbcLedger.open(file))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("not a store of CytoVigil")
                .hasMessageContaining("Name another file");
        assertThat(contents(folder)).isEqualTo(before);
    }

    @Test
    void anotherProgramsDatabaseIsLeftAsItIs() throws Exception {
        Path file = folder.resolve("places.db");
        tamper(file, "create table entry (url text)", "insert into entry values ('x')");
        Map<String, String> before = contents(folder);

        assertThatThrownBy(() -> JdbcLedger.open(file))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(file + " is the database of another program")
                .hasMessageContaining("nothing was changed");
        assertThat(contents(folder)).isEqualTo(before);
    }

    private static final String NEWER_MIGRATION =
            """
            insert into flyway_schema_history
                (installed_rank, version, description, type, script, installed_by, execution_time, success)
            values (17, '17', 'later', 'SQL', 'V17__later.sql', '', 1, 1)
            """;

    @Test
    void aStoreOfANewerVersionIsLeftAsItIs() throws Exception {
        Path file = store("unit.db");
        tamper(file, NEWER_MIGRATION);
        Map<String, String> before = contents(folder);

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> JdbcLedger.open(file))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("made by a newer version of CytoVigil (form 17")
                    .hasMessageContaining("nothing was changed")
                    .hasMessageContaining("Update CytoVigil");
        }
        assertThat(contents(folder)).isEqualTo(before);
    }

    @Test
    void aStoreOfANewerVersionThatWasNotClosedIsLeftAsItIs() throws Exception {
        Path file = store("unit.db");
        Path crashed = Files.createDirectory(folder.resolve("crashed"));
        try (Connection newer = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = newer.createStatement()) {
            statement.execute(NEWER_MIGRATION);
            for (String name : new String[] {"unit.db", "unit.db-wal"}) {
                Files.copy(folder.resolve(name), crashed.resolve(name));
            }
        }
        Map<String, String> before = contents(crashed);

        assertThatThrownBy(() -> JdbcLedger.open(crashed.resolve("unit.db")))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("made by a newer version of CytoVigil (form 17");

        assertThat(contents(crashed)).containsAllEntriesOf(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 100, 1_000, 4_096, 10_000, 40_000})
    void aTruncatedStoreIsRefusedAndLeftAsItIs(int length) throws Exception {
        Path file = store("unit.db");
        byte[] whole = Files.readAllBytes(file);
        assertThat(whole.length).isGreaterThan(40_000);
        Files.write(file, Arrays.copyOf(whole, length));
        Map<String, String> before = contents(folder);

        assertThatThrownBy(() -> JdbcLedger.open(file))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("backup");
        assertThat(contents(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void garbageInTheMiddleIsFoundUnlessItHitNothing(long seed) throws Exception {
        Path file = store("unit.db");
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(seed);
        byte[] garbage = new byte[3_000];
        random.nextBytes(garbage);
        // The first page is left whole, so that there is something to open.
        int at = 4_096 + random.nextInt(bytes.length - 4_096 - garbage.length);
        System.arraycopy(garbage, 0, bytes, at, garbage.length);
        Files.write(file, bytes);

        try (JdbcLedger ledger = JdbcLedger.open(file)) {
            if (ledger.verify() instanceof Verification.Sound) {
                assertThat(ledger.entriesOf(STAY)).isEqualTo(heartRates(NURSE, 300));
            }
        } catch (LedgerException e) {
            assertThat(e).hasMessageContaining(file.toString()).hasMessageContaining("backup");
        }
    }

    @Test
    void damageInTheFileIsFoundByVerifying() throws Exception {
        Path file = store("unit.db");
        long root =
                Long.parseLong(
                        ask(file, "select rootpage from sqlite_master where name = 'entry_by_stay'")
                                .get(0));
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek((root - 1) * 4_096);
            bytes.write("no page of any tree".getBytes(StandardCharsets.UTF_8));
        }

        try (JdbcLedger ledger = JdbcLedger.open(file)) {
            assertThat(ledger.verify()).isInstanceOf(Verification.Damaged.class);
            assertThatThrownBy(() -> ledger.entriesOf(STAY))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("damaged")
                    .hasMessageContaining("backup");
        }
    }

    @Test
    void aReadOnlyFileIsRefused() throws Exception {
        Path file = store("unit.db");
        assertThat(file.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(file)).as("the superuser may write anything").isFalse();

        assertThatThrownBy(() -> JdbcLedger.open(file))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("The store " + file + " is read-only");
    }

    @Test
    void anUnreadableFileIsRefused() throws Exception {
        Path file = store("unit.db");
        assertThat(file.toFile().setReadable(false)).isTrue();
        assumeThat(Files.isReadable(file)).as("the superuser may read anything").isFalse();

        assertThatThrownBy(() -> JdbcLedger.open(file))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("The store " + file + " may not be read");
    }

    @Test
    void aReadOnlyFolderIsRefused() {
        Path file = store("unit.db");
        try {
            assertThat(folder.toFile().setWritable(false)).isTrue();
            assumeThat(Files.isWritable(folder)).as("the superuser may write anything").isFalse();

            assertThatThrownBy(() -> JdbcLedger.open(file))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("The folder of the store " + file + " is read-only");
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void aFolderInWhichNobodyCanMakeFilesIsRefused() {
        Path file = Path.of("/proc/unit.db");
        assumeThat(file.getParent()).isDirectory();

        assertThatThrownBy(() -> JdbcLedger.open(file))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void severalMayMakeTheSameStoreAtTheSameTime() throws Exception {
        int openers = 4;
        for (int round = 0; round < 5; round++) {
            Path file = folder.resolve("unit-" + round + ".db");
            CyclicBarrier start = new CyclicBarrier(openers);
            try (ExecutorService threads = Executors.newFixedThreadPool(openers)) {
                var opening =
                        IntStream.range(0, openers)
                                .mapToObj(
                                        i ->
                                                threads.submit(
                                                        () -> {
                                                            start.await();
                                                            try (JdbcLedger ledger =
                                                                    JdbcLedger.open(file)) {
                                                                ledger.append(heartRates(NURSE, 1));
                                                            }
                                                            return true;
                                                        }))
                                .toList();
                for (Future<Boolean> opened : opening) {
                    assertThat(opened.get()).isTrue();
                }
            }
            try (JdbcLedger ledger = JdbcLedger.openExisting(file)) {
                assertThat(ledger.verify()).isEqualTo(new Verification.Sound(openers));
            }
        }
    }
}
