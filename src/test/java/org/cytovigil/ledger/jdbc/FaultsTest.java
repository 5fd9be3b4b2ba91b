package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cytovigil.ledger.jdbc.Examples.NURSE;
import static org.cytovigil.ledger.jdbc.Examples.STAY;
import static org.cytovigil.ledger.jdbc.Examples.heartRates;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class FaultsTest {
    private static final int BATCH = 1_000;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SQLITE_BUSY             | another program kept it locked. Try again, or close that program.
                    SQLITE_BUSY_SNAPSHOT    | another program kept it locked. Try again, or close that program.
                    SQLITE_LOCKED           | another program kept it locked. Try again, or close that program.
                    SQLITE_READONLY         | it is read-only. Allow this user to write the file and its folder.
                    SQLITE_READONLY_DBMOVED | it is read-only. Allow this user to write the file and its folder.
                    SQLITE_FULL             | the disk is full. Free some space and try again.
                    SQLITE_IOERR_FSYNC      | the disk reported an error (SQLITE_IOERR_FSYNC). Check the disk, then verify the store.
                    SQLITE_CORRUPT          | the file is damaged. Keep it as it is, and go on with a backup.
                    SQLITE_CANTOPEN         | the file cannot be opened. Check that its folder exists and that this user may write it.
                    SQLITE_TOOBIG           | injected
                    """)
    void everyFaultOfTheDatabaseIsPutIntoWords(SQLiteErrorCode code, String words) {
        SQLException fault = new SQLiteException("injected", code);

        LedgerException told =
                Faults.of(Path.of("unit.db"), "written", new ConnectionException(fault));

        assertThat(told)
                .hasMessage("The store unit.db could not be written: " + words)
                .hasCause(fault);
    }

    @Test
    void aFaultOfAnythingElseKeepsItsOwnWords() {
        IOException fault = new IOException("injected");

        assertThat(Faults.of(Path.of("unit.db"), "opened", fault))
                .hasMessage("The store unit.db could not be opened: injected")
                .hasCause(fault);
    }

    /**
     * A process whose files may not grow any more is what a full or failing disk looks like to it.
     */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDiskThatTakesNoMoreLosesNothingThatWasAppendedAndKeepsNoPartOfABatch() throws Exception {
        Path file = folder.resolve("unit.db");
        Process process = start("ulimit -f 10000; exec \"$@\"", file);
        List<String> said = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as("%s", said).isZero();

        String last = said.getLast();
        assertThat(last)
                .matches("\\d+ batches, then The store .* could not be written: the disk .*");
        int batches = Integer.parseInt(last.substring(0, last.indexOf(' ')));
        assertThat(batches).isPositive();
        try (JdbcLedger ledger = JdbcLedger.openExisting(file)) {
            assertThat(ledger.verify()).isEqualTo(new Verification.Sound((long) batches * BATCH));
            assertThat(ledger.entriesOf(STAY)).hasSize(batches * BATCH);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aProgramKilledWhileAppendingLosesNothingThatWasAppendedAndKeepsNoPartOfABatch()
            throws Exception {
        Path file = folder.resolve("unit.db");
        Process process = start("exec \"$@\"", file);
        int batches = 0;
        try (BufferedReader said = process.inputReader()) {
            while (batches < 20) {
                String line = said.readLine();
                assertThat(line).as("the program ended by itself").isNotNull();
                batches += line.equals("appended") ? 1 : 0;
            }
            process.destroyForcibly().waitFor();
        }

        try (JdbcLedger ledger = JdbcLedger.openExisting(file)) {
            int kept = ledger.entriesOf(STAY).size();
            assertThat(kept)
                    .isGreaterThanOrEqualTo(batches * BATCH)
                    .matches(entries -> entries % BATCH == 0);
            assertThat(ledger.verify()).isEqualTo(new Verification.Sound(kept));
        }
    }

    private static Process start(String shell, Path file) throws IOException {
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        shell,
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:-UsePerfData",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        AppendUntilItFails.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Ends without closing the store, as a program that fails might. */
    static final class AppendUntilItFails {
        private AppendUntilItFails() {}

        @SuppressWarnings("resource")
        public static void main(String[] arguments) {
            JdbcLedger ledger = JdbcLedger.open(Path.of(arguments[0]));
            List<Entry> batch = heartRates(NURSE, BATCH);
            int batches = 0;
            try {
                while (batches < 1_000) {
                    ledger.append(batch);
                    batches++;
                    System.out.println("appended");
                }
            } catch (LedgerException e) {
                System.out.printf("%d batches, then %s%n", batches, e.getMessage());
            }
        }
    }
}
