package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cytovigil.ledger.jdbc.Examples.NOON;
import static org.cytovigil.ledger.jdbc.Examples.NURSE;
import static org.cytovigil.ledger.jdbc.Examples.heartRates;
import static org.cytovigil.ledger.jdbc.Examples.tamper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.cytovigil.ledger.LedgerException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~ledger.automatic-backup~1]
class BackupsTest {
    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    @TempDir private Path folder;
    private Path store;
    private Backups backups;

    @BeforeEach
    void makeStore() {
        store = folder.resolve("unit.db");
        backups = new Backups(store);
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            ledger.append(heartRates(NURSE, 3));
        }
    }

    private List<String> names() {
        return backups.newestFirst(NOON.plus(Duration.ofDays(9))).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    @Test
    void oneIsMadeAtTheStartAndThenEveryFourHours() {
        assertThat(backups.newestFirst(NOON)).isEmpty();
        assertThat(backups.keep(FOUR_HOURS, 12, NOON)).isPresent();
        assertThat(backups.keep(FOUR_HOURS, 12, NOON.plusSeconds(4 * 3_600 - 1))).isEmpty();
        // Another program on the same store makes none either.
        assertThat(new Backups(store).keep(FOUR_HOURS, 12, NOON.plusSeconds(60))).isEmpty();
        assertThat(backups.keep(FOUR_HOURS, 12, NOON.plusSeconds(4 * 3_600))).isPresent();

        assertThat(names())
                .containsExactly("unit.db.20260301-160000-000", "unit.db.20260301-120000-000");
        for (Path backup : backups.newestFirst(NOON)) {
            try (JdbcLedger ledger = JdbcLedger.openExisting(backup)) {
                assertThat(ledger.verify()).isEqualTo(new Verification.Sound(3));
            }
        }
    }

    @Test
    void theOldestGoAndOtherFilesStay() throws Exception {
        for (int i = 0; i < 5; i++) {
            backups.keep(FOUR_HOURS, 3, NOON.plus(FOUR_HOURS.multipliedBy(i)));
            Files.writeString(backups.folder().resolve("unit.db.before-the-move"), "mine");
            Files.writeString(backups.folder().resolve("other.db.20200101-000000-000"), "mine");
        }

        assertThat(names())
                .containsExactly(
                        "unit.db.20260302-040000-000",
                        "unit.db.20260302-000000-000",
                        "unit.db.20260301-200000-000");
        assertThat(backups.folder().toFile().list()).hasSize(5);
    }

    @Test
    void oneDatedInTheFutureHoldsNoneUpAndIsTheFirstToGo() {
        backups.keep(FOUR_HOURS, 2, NOON.plus(Duration.ofDays(400)));

        assertThat(backups.keep(FOUR_HOURS, 2, NOON)).isPresent();
        assertThat(backups.newestFirst(NOON).getFirst().getFileName().toString())
                .isEqualTo("unit.db.20260301-120000-000");
        assertThat(backups.keep(FOUR_HOURS, 2, NOON.plus(FOUR_HOURS))).isPresent();
        assertThat(names())
                .containsExactly("unit.db.20260301-160000-000", "unit.db.20260301-120000-000");
    }

    @Test
    void aStoreThatIsNotSoundIsNotBackedUpAndTheOldOnesStay() throws Exception {
        backups.keep(FOUR_HOURS, 1, NOON);
        tamper(
                store,
                "drop trigger entry_is_never_changed",
                "update entry set payload = '{}' where sequence = 2");

        assertThatThrownBy(() -> backups.keep(FOUR_HOURS, 1, NOON.plus(FOUR_HOURS)))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("entry 2");
        assertThat(names()).containsExactly("unit.db.20260301-120000-000");
        assertThat(backups.folder().toFile().list()).hasSize(1);
    }

    @Test
    void whatAnInterruptedBackupLeftIsClearedAwayAfterAnHour() throws Exception {
        Files.createDirectory(backups.folder());
        Path old = backups.folder().resolve("unit.db.20260301-100000-000.unfinished");
        Path underWay = backups.folder().resolve("unit.db.20260301-113000-000.unfinished");
        for (Path file : List.of(old, underWay)) {
            Files.writeString(file, "half");
        }
        Files.setLastModifiedTime(old, FileTime.from(NOON.minus(Duration.ofHours(2))));
        Files.setLastModifiedTime(underWay, FileTime.from(NOON.minus(Duration.ofMinutes(30))));

        backups.keep(FOUR_HOURS, 3, NOON);

        assertThat(old).doesNotExist();
        assertThat(underWay).exists();
    }

    // [utest->req~ledger.disk-full~1]
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1000000000000, 499999999, true
                    1000000000000, 500000000, false
                    8000000, 799999, true
                    8000000, 800000, false
                    """)
    void spaceIsLowBelow500MegabytesOrATenthOfASmallDisk(long total, long usable, boolean low) {
        assertThat(new DiskSpace(usable, total).isLow()).isEqualTo(low);
    }
}
