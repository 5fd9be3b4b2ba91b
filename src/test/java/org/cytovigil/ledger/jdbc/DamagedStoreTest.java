package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cytovigil.ledger.jdbc.Examples.MONITOR;
import static org.cytovigil.ledger.jdbc.Examples.NOON;
import static org.cytovigil.ledger.jdbc.Examples.NURSE;
import static org.cytovigil.ledger.jdbc.Examples.admission;
import static org.cytovigil.ledger.jdbc.Examples.heartRates;
import static org.cytovigil.ledger.jdbc.Examples.stay;
import static org.cytovigil.ledger.jdbc.Examples.tamper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Receipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * However a store is damaged it opens: sound, with all that is not said to be missing, and with the
 * damaged file kept. With {@code -Ddamages=N} as many cases are tried, 100 otherwise.
 */
// [utest->req~ledger.damage~1]
class DamagedStoreTest {
    private static final int CASES = Integer.getInteger("damages", 100);
    private static final Instant LATER = NOON.plus(Duration.ofHours(30));

    @TempDir private Path folder;
    private Path model;
    private final List<Entry> beforeBackup = new ArrayList<>();
    private final List<Entry> all = new ArrayList<>();

    /** What a store leaves behind. */
    enum Left {
        CLOSED,
        CLOSED_WITH_BACKUP,
        KILLED,
        KILLED_WITH_BACKUP;

        boolean hasBackup() {
            return this == CLOSED_WITH_BACKUP || this == KILLED_WITH_BACKUP;
        }

        boolean isKilled() {
            return this == KILLED || this == KILLED_WITH_BACKUP;
        }
    }

    private static Entry entry(String id, int minute) {
        Instant at = NOON.plusSeconds(60L * minute);
        return new Entry(
                new StayId(id),
                at,
                at.plusSeconds(5),
                minute % 2 == 0 ? NURSE : MONITOR,
                new Entry.Observed(new Observation.HeartRate(60 + minute % 40)));
    }

    /** A store of six stays: a backup half-way, and a log of the last few batches. */
    @BeforeEach
    void makeModel() throws IOException {
        model = Files.createDirectory(folder.resolve("model"));
        Path store = model.resolve("unit.db");
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            ledger.adopt(
                    SitePolicy.of("site-2", Map.of()), NOON.plus(Duration.ofHours(1)), NOON, NURSE);
            for (int i = 0; i < 30; i++) {
                batch(ledger, i);
            }
            beforeBackup.addAll(all);
            new Backups(store).keep(Duration.ofHours(4), 3, NOON.plus(Duration.ofHours(5)));
        }
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            for (int i = 30; i < 60; i++) {
                batch(ledger, i);
            }
            Path killed = Files.createDirectory(model.resolve("killed"));
            for (String name : List.of("unit.db", "unit.db-wal")) {
                Files.copy(model.resolve(name), killed.resolve(name));
            }
        }
    }

    private void batch(JdbcLedger ledger, int i) {
        List<Entry> entries = new ArrayList<>();
        String id = "S-" + i % 6;
        if (i < 6) {
            entries.add(admission(id));
        }
        for (int k = 0; k < 8; k++) {
            entries.add(entry(id, i * 8 + k));
        }
        Instant received = NOON.plusSeconds(60L * 8 * i);
        ledger.take(
                new Batch(
                        entries,
                        List.of(new Quarantine.Item(received, "monitor", i, "no such code", "OBX")),
                        new Receipt("monitor", Integer.toString(i), "aa", received)));
        all.addAll(entries);
    }

    private Path place(Left left, String name) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        Path from = left.isKilled() ? model.resolve("killed") : model;
        Files.copy(from.resolve("unit.db"), place.resolve("unit.db"));
        if (left.isKilled()) {
            Files.copy(from.resolve("unit.db-wal"), place.resolve("unit.db-wal"));
        }
        if (left.hasBackup()) {
            Path backups = Files.createDirectory(place.resolve("backups"));
            try (Stream<Path> files = Files.list(model.resolve("backups"))) {
                for (Path file : files.toList()) {
                    Files.copy(file, backups.resolve(file.getFileName()));
                }
            }
        }
        return place.resolve("unit.db");
    }

    private static List<Entry> entries(JdbcLedger ledger) {
        List<Entry> entries = new ArrayList<>();
        for (Stay stay : ledger.stays()) {
            entries.addAll(ledger.entriesOf(stay.id()));
        }
        return entries;
    }

    @ParameterizedTest
    @EnumSource(Left.class)
    void aStoreDamagedAtRandomOpensSoundAndSaysWhatIsMissing(Left left) throws Exception {
        int mended = 0;
        int whole = 0;
        for (int seed = 0; seed < CASES / 4; seed++) {
            Path store = place(left, "case" + seed);
            boolean inLog = left.isKilled() && seed % 2 == 1;
            Path victim = inLog ? store.resolveSibling("unit.db-wal") : store;
            String damage = left + " " + seed + ": " + new DamageDone(seed).to(victim);
            byte[] bad = Files.readAllBytes(victim);

            StoreRecovery.Opened opened = StoreRecovery.open(store, LATER);

            try (JdbcLedger ledger = opened.ledger()) {
                assertThat(ledger.verify()).as(damage).isInstanceOf(Verification.Sound.class);
                List<Entry> kept = entries(ledger);
                requireNothingMissedInSilence(damage, opened.said(), kept, left, inLog);
                ledger.append(List.of(entry("S-0", 5_000)));
                assertThat(entries(ledger)).as(damage).hasSize(kept.size() + stays(ledger, "S-0"));
                whole += Set.copyOf(kept).containsAll(all) ? 1 : 0;
            }
            if (!opened.said().isEmpty()) {
                mended++;
                assertThat(opened.said()).as(damage).startsWith("The store was damaged (");
                if (bad.length > 0) {
                    Path kept =
                            store.resolveSibling(
                                    "unit.db.damaged-20260302-180000-000" + (inLog ? "-wal" : ""));
                    assertThat(kept).as(damage).hasBinaryContent(bad);
                }
            }
            try (JdbcLedger again = JdbcLedger.open(store)) {
                assertThat(again.verify()).isInstanceOf(Verification.Sound.class);
            }
            StoreRecovery.Opened second = StoreRecovery.open(store, LATER.plusSeconds(60));
            second.ledger().close();
            assertThat(second.said()).as(damage).isEmpty();
        }
        System.out.printf(
                "%s: %d cases, %d mended, %d with nothing lost%n", left, CASES / 4, mended, whole);
        assertThat(mended).isPositive();
    }

    private static int stays(JdbcLedger ledger, String id) {
        return ledger.stays().stream().anyMatch(stay -> stay.id().value().equals(id)) ? 1 : 0;
    }

    private void requireNothingMissedInSilence(
            String damage, String said, List<Entry> kept, Left left, boolean inLog) {
        Set<Entry> found = new HashSet<>(kept);
        List<Entry> missing = all.stream().filter(entry -> !found.contains(entry)).toList();
        if (left.hasBackup()) {
            assertThat(found).as(damage).containsAll(beforeBackup);
        }
        assertThat(kept.stream().filter(entry -> !isOfRecovery(entry)))
                .as(damage)
                .doesNotHaveDuplicates()
                .isSubsetOf(all);
        if (!missing.isEmpty() && said.isEmpty()) {
            // The end of a log may be lost in silence: a power cut looks the same.
            assertThat(inLog).as(damage).isTrue();
            assertThat(all.subList(0, kept.size())).as(damage).hasSameElementsAs(kept);
        } else if (!missing.isEmpty()) {
            assertThat(said).as(damage).contains("missing", "chart it again");
        } else if (!said.isEmpty()) {
            assertThat(said).as(damage).containsAnyOf("No entry is missing", "may be missing");
        }
    }

    private static boolean isOfRecovery(Entry entry) {
        return entry.author().name().equals("recovery");
    }

    @Test
    void aSoundStoreIsOpenedAsItIsAndNothingIsSaid() throws Exception {
        for (Left left : Left.values()) {
            Path store = place(left, left.name());
            StoreRecovery.Opened opened = StoreRecovery.open(store, LATER);
            try (JdbcLedger ledger = opened.ledger()) {
                assertThat(opened.said()).isEmpty();
                assertThat(entries(ledger)).hasSameElementsAs(all);
            }
        }
    }

    @Test
    void aNewStoreIsMadeWhereThereIsNone() {
        StoreRecovery.Opened opened = StoreRecovery.open(folder.resolve("new.db"), LATER);
        opened.ledger().close();
        assertThat(opened.said()).isEmpty();
    }

    @Test
    void aStoreThatIsGoneOrEmptyComesBackFromItsBackup() throws Exception {
        Path gone = place(Left.CLOSED_WITH_BACKUP, "gone");
        Files.delete(gone);
        Path empty = place(Left.CLOSED_WITH_BACKUP, "empty");
        Files.write(empty, new byte[0]);

        for (Path store : List.of(gone, empty)) {
            StoreRecovery.Opened opened = StoreRecovery.open(store, LATER);
            try (JdbcLedger ledger = opened.ledger()) {
                assertThat(entries(ledger)).hasSameElementsAs(beforeBackup);
                assertThat(ledger.adoptions()).hasSize(1);
                assertThat(ledger.unsettled()).isEqualTo(30);
            }
            assertThat(opened.said())
                    .contains("unit.db.20260301-170000-000 was restored")
                    // the last entry of the backup: minute 30 * 8 - 1 and five seconds after noon
                    .contains("Whatever came after 2026-03-01 15:59:05Z may be missing");
        }
    }

    @Test
    void oneLostEntryIsCountedAndItsTimeIsNamed() throws Exception {
        Path store = place(Left.CLOSED, "one");
        tamper(
                store,
                "drop trigger entry_is_never_changed",
                // the second of eight entries of batch 40, each batch six admissions behind
                "update entry set payload = '{}' where sequence = " + (6 + 40 * 8 + 2));

        StoreRecovery.Opened opened = StoreRecovery.open(store, LATER);

        try (JdbcLedger ledger = opened.ledger()) {
            assertThat(entries(ledger)).hasSize(all.size() - 1).isSubsetOf(all);
            assertThat(ledger.adoptions()).hasSize(1);
            // Batch 40 and all after it can be sent again; those before it cannot.
            assertThat(ledger.take(receipted(39))).isFalse();
            assertThat(ledger.take(receipted(41))).isTrue();
        }
        assertThat(opened.said())
                .contains(
                        "1 entries are missing, learned between 2026-03-01 17:20:05Z and 2026-03-01 17:22:05Z");
    }

    /** Without its first page nothing can be found in a file; every new store has the same one. */
    @Test
    void aStoreWithoutItsFirstPageAndWithoutABackupLosesNoEntry() throws Exception {
        for (int from : new int[] {0, 100}) {
            Path store = place(Left.CLOSED, "first" + from);
            byte[] bytes = Files.readAllBytes(store);
            Arrays.fill(bytes, from, 4_096, (byte) 0);
            Files.write(store, bytes);

            StoreRecovery.Opened opened = StoreRecovery.open(store, LATER);

            try (JdbcLedger ledger = opened.ledger()) {
                assertThat(entries(ledger)).hasSameElementsAs(all);
                assertThat(ledger.adoptions()).hasSize(1);
            }
            assertThat(opened.said()).contains("No entry is missing");
        }
    }

    private static Batch receipted(int i) {
        return new Batch(
                List.of(),
                List.of(),
                new Receipt("monitor", Integer.toString(i), "aa", NOON.plusSeconds(60L * 8 * i)));
    }

    @Test
    void aPatientWhoseAdmissionIsLostIsStillSeen() throws Exception {
        Path store = place(Left.CLOSED, "nameless");
        tamper(
                store,
                "drop trigger entry_is_never_changed",
                "update entry set payload = '{}' where kind = 'admitted' and stay = 'S-3'");

        StoreRecovery.Opened opened = StoreRecovery.open(store, LATER);

        try (JdbcLedger ledger = opened.ledger()) {
            assertThat(ledger.stays()).hasSize(6);
            Stay seen =
                    ledger.stays().stream()
                            .filter(stay -> stay.id().value().equals("S-3"))
                            .findFirst()
                            .orElseThrow();
            assertThat(seen.patient().name()).isEqualTo("NAME LOST, stay S-3");
            assertThat(ledger.entriesOf(seen.id())).hasSize(1 + 80);
        }
        assertThat(opened.said()).contains("1 entries are missing");
    }

    @Test
    void aBackupOfACourseThatWasGivenUpIsNotMixedIn() throws Exception {
        Path store = place(Left.CLOSED_WITH_BACKUP, "other");
        Files.delete(store);
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            ledger.append(List.of(admission("S-9")));
            ledger.append(heartRatesOf("S-9"));
        }
        tamper(
                store,
                "drop trigger entry_is_never_changed",
                "update entry set payload = '{}' where sequence = 5");

        try (JdbcLedger ledger = StoreRecovery.open(store, LATER).ledger()) {
            assertThat(ledger.stays()).containsExactly(stay("S-9"));
        }
    }

    private static List<Entry> heartRatesOf(String id) {
        return heartRates(NURSE, 20).stream()
                .map(
                        one ->
                                new Entry(
                                        new StayId(id),
                                        one.at(),
                                        one.learned(),
                                        one.author(),
                                        one.event()))
                .toList();
    }

    @Test
    void aDamagedBackupIsPassedOver() throws Exception {
        Path store = place(Left.CLOSED_WITH_BACKUP, "both");
        Path backups = store.resolveSibling("backups");
        Path newer = backups.resolve("unit.db.20260301-200000-000");
        Files.writeString(newer, "no backup at all ".repeat(500));
        Files.write(store, new byte[100]);

        StoreRecovery.Opened opened = StoreRecovery.open(store, LATER);

        try (JdbcLedger ledger = opened.ledger()) {
            assertThat(entries(ledger)).hasSameElementsAs(beforeBackup);
        }
        assertThat(opened.said()).contains("unit.db.20260301-170000-000 was restored");
        assertThat(newer).exists();
    }

    @Test
    void aDamagedStoreThatIsInUseIsLeftAndSaidToBeDamaged() throws Exception {
        Path store = place(Left.CLOSED, "used");
        tamper(
                store,
                "drop trigger entry_is_never_changed",
                "update entry set author = 'x' where sequence = 5");
        try (JdbcLedger other = JdbcLedger.open(store)) {
            StoreRecovery.Opened opened = StoreRecovery.open(store, LATER);
            opened.ledger().close();
            assertThat(opened.said()).contains("damaged (entry 5: ", "another program uses it");
            assertThat(entries(other)).hasSize(all.size());
        }
        try (Stream<Path> files = Files.list(store.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("unit.db", "unit.db.mending");
        }
    }

    @Test
    void ofTwoProgramsThatStartAtOnceOneMendsTheStoreAndBothUseIt() throws Exception {
        Path store = place(Left.CLOSED, "twice");
        tamper(
                store,
                "drop trigger entry_is_never_changed",
                "update entry set author = 'x' where sequence = 5");
        Process other = StartsAnother.on(store);
        StoreRecovery.Opened opened = StoreRecovery.open(store, LATER);
        try (JdbcLedger ledger = opened.ledger()) {
            List<String> said = other.inputReader().lines().toList();
            assertThat(other.waitFor()).as("%s", said).isZero();
            ledger.catchUp();

            assertThat(ledger.stays()).as("%s", said).contains(stay("S-another"));
            assertThat(ledger.verify()).isInstanceOf(Verification.Sound.class);
            assertThat(opened.said() + said).containsOnlyOnce("1 entries are missing");
        }
    }

    /** Another program on the same store, in a process of its own. */
    static final class StartsAnother {
        private StartsAnother() {}

        static Process on(Path store) throws IOException {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-XX:-UsePerfData",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            StartsAnother.class.getName(),
                            store.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }

        public static void main(String[] arguments) {
            StoreRecovery.Opened opened = StoreRecovery.open(Path.of(arguments[0]), LATER);
            try (JdbcLedger ledger = opened.ledger()) {
                ledger.append(List.of(admission("S-another")));
            }
            System.out.println(opened.said());
        }
    }

    @Test
    void whatIsNoStoreIsRefusedAndLeftAsItIs() throws Exception {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "Bring milk.\n".repeat(1_000));
        Path other = folder.resolve("places.db");
        tamper(other, "create table entry (url text)", "insert into entry values ('x')");
        byte[] before = Files.readAllBytes(other);

        for (Path file : List.of(notes, other)) {
            assertThatThrownBy(() -> StoreRecovery.open(file, LATER))
                    .isInstanceOf(LedgerException.class);
        }
        assertThat(notes).hasContent("Bring milk.\n".repeat(1_000));
        assertThat(other).hasBinaryContent(before);
    }

    @Test
    void aStoreOfANewerVersionIsRefusedAndLeftAsItIs() throws Exception {
        Path store = place(Left.CLOSED_WITH_BACKUP, "newer");
        tamper(
                store,
                """
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (99, '17', 'later', 'SQL', 'V17__later.sql', '', 1, 1)
                """);
        byte[] before = Files.readAllBytes(store);

        assertThatThrownBy(() -> StoreRecovery.open(store, LATER))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("made by a newer version");
        assertThat(store).hasBinaryContent(before);
    }
}
