package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cytovigil.ledger.jdbc.Examples.MONITOR;
import static org.cytovigil.ledger.jdbc.Examples.NOON;
import static org.cytovigil.ledger.jdbc.Examples.NURSE;
import static org.cytovigil.ledger.jdbc.Examples.STAY;
import static org.cytovigil.ledger.jdbc.Examples.contents;
import static org.cytovigil.ledger.jdbc.Examples.heartRate;
import static org.cytovigil.ledger.jdbc.Examples.heartRates;
import static org.cytovigil.ledger.jdbc.Examples.tamper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Receipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~ledger.backup~1]
class StoreBackupTest {
    @TempDir private Path folder;
    private Path store;
    private Path backup;

    @BeforeEach
    void nameFiles() {
        store = folder.resolve("unit.db");
        backup = folder.resolve("backup.db");
    }

    private static void append(Path file, int count) {
        try (JdbcLedger ledger = JdbcLedger.open(file)) {
            ledger.append(heartRates(NURSE, count));
        }
    }

    private static int entries(Path file) {
        try (JdbcLedger ledger = JdbcLedger.openExisting(file)) {
            assertThat(ledger.verify()).isInstanceOf(Verification.Sound.class);
            return ledger.entriesOf(STAY).size();
        }
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aCopyHoldsEverythingAndIsAStoreOfItsOwn() throws Exception {
        Receipt receipt = new Receipt("monitor", "7", "aa", NOON);
        Quarantine.Item item = new Quarantine.Item(NOON, "monitor", 1, "no such code", "OBX");
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            ledger.take(new Batch(List.of(heartRate(MONITOR, 1, 80)), List.of(item), receipt));

            assertThat(StoreBackup.copy(store, backup)).isEqualTo(1);
        }

        assertThat(names()).containsExactly("backup.db", "unit.db");
        try (JdbcLedger copy = JdbcLedger.openExisting(backup)) {
            assertThat(copy.items()).containsExactly(item);
            assertThat(copy.take(new Batch(List.of(), List.of(), receipt))).isFalse();
            copy.append(heartRates(NURSE, 2));
            assertThat(copy.verify()).isEqualTo(new Verification.Sound(3));
        }
        assertThat(entries(store)).isEqualTo(1);
    }

    /** Four writers go on; each copy has what was durable before it began, and no half batch. */
    @Test
    void copiesMadeWhileOthersWriteAreWholeAtOneMoment() throws Exception {
        try (JdbcLedger ledger = JdbcLedger.open(store);
                ExecutorService writers = Executors.newFixedThreadPool(4)) {
            AtomicBoolean enough = new AtomicBoolean();
            AtomicInteger durable = new AtomicInteger();
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                writing.add(
                        writers.submit(
                                () -> {
                                    while (!enough.get()) {
                                        ledger.append(heartRates(MONITOR, 7));
                                        durable.addAndGet(7);
                                    }
                                }));
            }
            for (int i = 0; i < 5; i++) {
                int before = durable.get();
                Path copy = folder.resolve("backup" + i + ".db");
                long copied = StoreBackup.copy(store, copy);
                assertThat(copied).isGreaterThanOrEqualTo(before);
                assertThat(copied % 7).isZero();
                assertThat(entries(copy)).isEqualTo((int) copied);
            }
            enough.set(true);
            for (Future<?> one : writing) {
                one.get();
            }
        }
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() throws Exception {
        append(store, 2);
        Files.writeString(backup, "precious");

        assertThatThrownBy(() -> StoreBackup.copy(store, backup))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("is there already");
        assertThat(backup).hasContent("precious");
    }

    @Test
    void anEditedStoreIsNotCopiedAndNothingIsLeftOfTheCopy() throws Exception {
        append(store, 3);
        tamper(
                store,
                "drop trigger entry_is_never_changed",
                "update entry set payload = '{}' where sequence = 2");

        assertThatThrownBy(() -> StoreBackup.copy(store, backup))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("entry 2");
        assertThat(names()).containsExactly("unit.db");
    }

    @Test
    void whatIsNoStoreIsNotCopied() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.db"));
        Path text = Files.writeString(folder.resolve("notes.txt"), "no store ".repeat(1_000));

        for (Path none : List.of(empty, text, folder.resolve("nothing.db"))) {
            assertThatThrownBy(() -> StoreBackup.copy(none, backup))
                    .isInstanceOf(LedgerException.class);
        }
        assertThat(names()).containsExactly("empty.db", "notes.txt");
    }

    @Test
    void aBackupIsRestoredWhereNothingIs() throws Exception {
        append(backup, 3);

        assertThat(StoreBackup.restore(backup, store, false, NOON)).isEmpty();

        assertThat(names()).containsExactly("backup.db", "unit.db");
        assertThat(entries(store)).isEqualTo(3);
    }

    @Test
    void aStoreIsReplacedOnlyWhenToldSoAndIsKept() throws Exception {
        append(store, 5);
        append(backup, 3);

        assertThatThrownBy(() -> StoreBackup.restore(backup, store, false, NOON))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("--replace");
        assertThat(entries(store)).isEqualTo(5);

        List<Path> aside = StoreBackup.restore(backup, store, true, NOON);

        Path kept = folder.resolve("unit.db.before-20260301-120000-000");
        assertThat(aside).containsExactly(kept);
        assertThat(entries(store)).isEqualTo(3);
        assertThat(entries(kept)).isEqualTo(5);
    }

    @Test
    void aDamagedStoreIsKeptAsItIsAndReplaced() throws Exception {
        append(backup, 3);
        byte[] noise = "damaged beyond all reading ".repeat(400).getBytes(StandardCharsets.UTF_8);
        Files.write(store, noise);
        Files.writeString(folder.resolve("unit.db-wal"), "a log that must not be read");

        List<Path> aside = StoreBackup.restore(backup, store, true, NOON);

        assertThat(aside.getFirst()).hasBinaryContent(noise);
        assertThat(entries(store)).isEqualTo(3);
    }

    @Test
    void aStoreInUseIsNotReplaced() throws Exception {
        append(backup, 3);
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            ledger.append(heartRates(NURSE, 5));

            assertThatThrownBy(() -> StoreBackup.restore(backup, store, true, NOON))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("is in use");

            ledger.append(heartRates(NURSE, 1));
        }
        assertThat(names()).containsExactly("backup.db", "unit.db");
        assertThat(entries(store)).isEqualTo(6);
    }

    @Test
    void aBackupThatIsNotSoundReplacesNothing() throws Exception {
        append(store, 5);
        append(backup, 3);
        tamper(
                backup,
                "drop trigger entry_is_never_deleted",
                "delete from entry where sequence = 3");
        Map<String, String> before = contents(folder);

        assertThatThrownBy(() -> StoreBackup.restore(backup, store, true, NOON))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("entry 3");
        assertThat(contents(folder)).isEqualTo(before);
    }
}
