package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~command.backup~1]
class BackupCommandsTest {
    private static final StayId STAY = new StayId("S-1");

    @TempDir private Path folder;
    private Path store;
    private Path backup;

    @BeforeEach
    void makeStore() {
        store = folder.resolve("unit.db");
        backup = folder.resolve("backup.db");
        move("7");
        move("8");
    }

    private void move(String bed) {
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            ledger.append(
                    List.of(
                            new Entry(
                                    STAY,
                                    Facts.ZERO,
                                    Facts.ZERO,
                                    new Author(Author.Kind.PERSON, "adams"),
                                    new Entry.Moved(bed))));
        }
    }

    private int entries() {
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            return ledger.entriesOf(STAY).size();
        }
    }

    @Test
    void aStoreIsBackedUpChangedAndBroughtBack() {
        Run made = Run.of("backup", "--store", store, "--out", backup);
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).isEqualTo(backup + ": 2 entries, checked and sound\n");
        move("9");
        assertThat(entries()).isEqualTo(3);

        Run refused = Run.of("restore", "--from", backup, "--store", store);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("With --replace it is put aside and kept");
        assertThat(entries()).isEqualTo(3);

        Run restored = Run.of("restore", "--from", backup, "--store", store, "--replace");
        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(restored.out())
                .startsWith("put aside: " + store + ".before-")
                .endsWith(store + ": restored from " + backup + "\n");
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void aSoundStoreIsSaidToBeSound() {
        Run run = Run.of("verify", "--store", store);

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("sound: 2 entries, all as they were written\n");
    }

    @Test
    void aDamagedFileAndAMissingOneAreRejected() throws Exception {
        byte[] bytes = Files.readAllBytes(store);
        for (int i = 4_096; i < bytes.length; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(store, bytes);

        Run damaged = Run.of("verify", "--store", store);
        Run copied = Run.of("backup", "--store", store, "--out", backup);
        Run missing = Run.of("verify", "--store", folder.resolve("nothing.db"));

        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.err()).contains("damaged");
        assertThat(copied.code()).isEqualTo(1);
        assertThat(backup).doesNotExist();
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("There is no store");
    }
}
