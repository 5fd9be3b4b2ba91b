package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cytovigil.ledger.jdbc.Examples.MONITOR;
import static org.cytovigil.ledger.jdbc.Examples.NOON;
import static org.cytovigil.ledger.jdbc.Examples.heartRate;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Receipt;
import org.cytovigil.ledger.jdbc.GroupCommit.Job;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails while the log of 200 transactions is written: it is cut at many lengths, at every
 * length with {@code -Dcuts=all}. Each transaction has three entries, a quarantined item and a
 * receipt, of which all are there or none.
 */
// [utest->req~ledger.power-loss~1]
class PowerLossTest {
    private static final int TRANSACTIONS = 200;
    private static final boolean EVERY_BYTE = "all".equals(System.getProperty("cuts"));

    /** The long form takes long, and whoever ends it early knows how far it came. */
    private static final int TOLD_EVERY = 50_000;

    /** Small pages make a short log of the same form: every byte of it can be tried. */
    private static final int PAGE = EVERY_BYTE ? 512 : 4_096;

    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;

    @TempDir private Path folder;
    private Path store;
    private byte[] log;

    @BeforeEach
    void recordLog() throws Exception {
        Path original = Files.createDirectory(folder.resolve("original")).resolve("unit.db");
        try (Connection empty = DriverManager.getConnection("jdbc:sqlite:" + original);
                Statement statement = empty.createStatement()) {
            statement.execute("pragma page_size = " + PAGE);
            statement.execute("create table written (by text)");
            statement.execute("drop table written");
        }
        SqliteFile file = new SqliteFile(original);
        JdbcLedger.open(original).close();
        store = folder.resolve("unit.db");
        Files.copy(original, store);
        try (Handle handle = file.open()) {
            handle.execute("pragma wal_autocheckpoint = 0");
            GroupWriter writer = new GroupWriter(new EntryWriter(handle));
            for (int i = 0; i < TRANSACTIONS; i++) {
                writer.write(List.of(new Job(Pending.of(batch(i), original))));
            }
            log = Files.readAllBytes(original.resolveSibling("unit.db-wal"));
        }
    }

    private static Batch batch(int i) {
        List<Entry> entries = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            entries.add(heartRate(MONITOR, i * 3 + k, 80));
        }
        return new Batch(
                entries,
                List.of(new Quarantine.Item(NOON, "monitor", i, "no such code", "OBX")),
                new Receipt("monitor", Integer.toString(i), "aa", NOON));
    }

    /** How many transactions are complete within that length of the log. */
    private int complete(int length) {
        int commits = 0;
        int frame = FRAME_HEADER + PAGE;
        for (int at = HEADER; at + frame <= length; at += frame) {
            commits += ByteBuffer.wrap(log).getInt(at + 4) != 0 ? 1 : 0;
        }
        return commits;
    }

    @Test
    void afterACutAtAnyByteWholeTransactionsAreThereInTheirOrder() throws Exception {
        assertThat(complete(log.length)).isEqualTo(TRANSACTIONS);
        Path walFile = folder.resolve("unit.db-wal");
        Files.write(walFile, log);
        int seen = -1;
        int tried = 0;
        int checkedWhole = 0;
        List<Integer> lengths = lengths();
        for (int length : lengths.reversed()) {
            try (RandomAccessFile wal = new RandomAccessFile(walFile.toFile(), "rw")) {
                wal.setLength(length);
            }
            int commits = complete(length);
            assertThat(counts()).as("cut at byte %d", length).isEqualTo(expected(commits));
            if (commits != seen && (EVERY_BYTE ? commits % 10 == 0 : commits % 20 == 0)) {
                requireSound(length, commits);
                checkedWhole++;
            }
            seen = commits;
            tried++;
            if (EVERY_BYTE && tried % TOLD_EVERY == 0) {
                System.out.printf("%d of %d lengths, as they should be%n", tried, lengths.size());
            }
        }
        System.out.printf(
                "a log of %d bytes and %d transactions cut at %d lengths, %d of them checked whole%n",
                log.length, TRANSACTIONS, tried, checkedWhole);
        assertThat(checkedWhole).isGreaterThan(8);
    }

    /** The longest last. */
    private List<Integer> lengths() {
        SortedSet<Integer> lengths = new TreeSet<>();
        int frame = FRAME_HEADER + PAGE;
        for (int at = 0; at <= log.length; at += 1) {
            boolean border = at == 0 || (at - HEADER) % frame == 0;
            if (EVERY_BYTE || border) {
                lengths.add(at);
            }
        }
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            lengths.add(random.nextInt(log.length));
        }
        return new ArrayList<>(lengths);
    }

    private static String expected(int commits) {
        return "%d %d %d %d".formatted(3 * commits, 3 * commits, commits, commits);
    }

    /** Looks without changing anything, so that the same log can be cut shorter. */
    private String counts() throws SQLException, IOException {
        Files.deleteIfExists(folder.resolve("unit.db-shm"));
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:file:" + store + "?mode=ro");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                select (select count(*) from entry) || ' '
                                    || (select coalesce(max(sequence), 0) from entry) || ' '
                                    || (select count(*) from quarantine) || ' '
                                    || (select count(*) from receipt)
                                """)) {
            return row.getString(1);
        }
    }

    /** As the program opens it after the power came back. */
    private void requireSound(int length, int commits) throws IOException {
        Path place = Files.createDirectory(folder.resolve("cut" + length));
        Path copy = place.resolve("unit.db");
        Files.copy(store, copy);
        Files.copy(folder.resolve("unit.db-wal"), place.resolve("unit.db-wal"));
        StoreRecovery.Opened opened = StoreRecovery.open(copy, NOON);
        try (JdbcLedger ledger = opened.ledger()) {
            assertThat(opened.said()).as("cut at byte %d", length).isEmpty();
            assertThat(ledger.verify()).isEqualTo(new Verification.Sound(3L * commits));
            for (int i = Math.max(0, commits - 1); i <= commits; i++) {
                assertThat(ledger.take(batch(i)))
                        .as("transaction %d again, cut at byte %d", i, length)
                        .isEqualTo(i >= commits);
            }
            assertThat(ledger.verify()).isEqualTo(new Verification.Sound(3L * (commits + 1)));
        }
    }
}
