package org.cytovigil.feed.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.csv.CsvReader;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Intake;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.Quarantine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files put into a folder are taken once, and moved aside with a report. */
// [utest->req~feed.folder~1]
// [utest->req~feed.folder.cases~1]
class WatchedFolderTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final StayId STAY = new StayId("case-1");
    private static final String CASE =
            """
            {"id": "case-1", "patient": {"recordNumber": "70001", "weightKg": 82},
             "infusion": {"product": "axi-cel", "at": "2026-03-01T08:00:00Z"},
             "entries": [{"hours": 1, "temperature": {"value": 37.0, "unit": "Cel"}}]}
            """;
    private static final String VITALS =
            "mrn;time;HR [bpm]\n70001;2026-03-02T10:00Z;99\n70001;2026-03-02T11:00Z;x\n";

    @TempDir private Path folder;
    private final MemoryLedger ledger = new MemoryLedger();
    private final StayDirectory directory = new StayDirectory(ledger);
    private final List<Path> unreadable = new ArrayList<>();
    private boolean movesFail;
    private boolean writesFail;
    private boolean storeFails;

    private final Disk disk =
            new Disk() {
                @Override
                byte[] read(Path file, int most) throws IOException {
                    if (unreadable.contains(file)) {
                        throw new AccessDeniedException(file.toString());
                    }
                    return super.read(file, most);
                }

                @Override
                void move(Path from, Path to) throws IOException {
                    if (movesFail) {
                        throw new IOException("no permission");
                    }
                    super.move(from, to);
                }

                @Override
                void write(Path file, String text) throws IOException {
                    if (writesFail) {
                        throw new IOException("no space left on device");
                    }
                    super.write(file, text);
                }
            };

    @BeforeEach
    void admitByACaseFile() throws IOException {
        put("a.json", CASE);
        WatchedFolder watched = watch();
        watched.look();
        watched.look();
        assertThat(watched.status().done()).isEqualTo(1);
    }

    private WatchedFolder watch() throws IOException {
        Intake intake =
                batch -> {
                    if (storeFails) {
                        throw new LedgerException("disk full");
                    }
                    return ledger.take(batch);
                };
        CsvFiles csv =
                new CsvFiles(
                        new CsvReader(CodeTable.standard(), directory, ledger, ZoneOffset.UTC));
        return new WatchedFolder(
                folder,
                Map.of("csv", csv, "json", new CaseFiles(ledger)),
                new FileIntake(intake, () -> NOW),
                () -> NOW,
                disk);
    }

    private Path put(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> in(String sub) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(sub))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("a.json"))
                    .filter(name -> !name.equals("done") && !name.equals("rejected"))
                    .sorted()
                    .toList();
        }
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private long facts() {
        return ledger.entriesOf(STAY).stream()
                .filter(entry -> entry.event() instanceof Entry.Observed)
                .count();
    }

    private static void lookTwice(WatchedFolder watched) {
        watched.look();
        watched.look();
    }

    @Test
    void aFileIsTakenAndMovedWithAReportBesideIt() throws Exception {
        put("vitals.csv", VITALS);
        WatchedFolder watched = watch();

        lookTwice(watched);

        assertThat(in(".")).isEmpty();
        assertThat(in("done")).containsExactly("vitals.csv", "vitals.csv.report.txt");
        assertThat(text("done/vitals.csv")).isEqualTo(VITALS);
        assertThat(text("done/vitals.csv.report.txt"))
                .isEqualTo(
                        """
                        vitals.csv
                        taken 2026-03-02T12:00:00Z, 71 bytes
                        read as UTF-8, separated by semicolons
                        rows 2: accepted 1, accepted in part 0, charted before 0, without anything of use 0, quarantined 1
                        entries 1
                        items in the quarantine: 1
                        line 3: HR [bpm]: 'x' is no number
                        """);
        assertThat(facts()).isEqualTo(2);
        assertThat(watched.status()).isEqualTo(new FolderStatus(1, 0, 0, 0, true, NOW));
    }

    @Test
    void aFileThatGrowsOrIsMarkedAsUnfinishedIsLeftAlone() throws Exception {
        Path file = put("vitals.csv", "mrn;time;HR [bpm]\n70001;2026-03-02T10:00Z;9");
        put("other.csv.tmp", VITALS);
        put(".hidden.csv", VITALS);
        put("empty.csv", "");
        WatchedFolder watched = watch();
        watched.look();
        Files.writeString(file, VITALS);
        watched.look();
        assertThat(facts()).isEqualTo(1);

        watched.look();

        assertThat(facts()).isEqualTo(2);
        assertThat(in(".")).containsExactly(".hidden.csv", "empty.csv", "other.csv.tmp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"header.csv", "text.doc", "broken.json", "empty.csv", "noextension"})
    void aFileThatCannotBeReadIsRejectedWithTheReasonAndTheOthersGoOn(String name)
            throws Exception {
        put(name, name.equals("empty.csv") ? "" : "mrn;time;temperature\n70001;x;1\n");
        put("vitals.csv", VITALS);
        WatchedFolder watched = watch();

        for (int i = 0; i < 20; i++) {
            watched.look();
        }

        assertThat(in("rejected")).containsExactly(name, name + ".report.txt");
        assertThat(text("rejected/" + name + ".report.txt")).contains("rejected", name + ":");
        assertThat(in("done")).contains("vitals.csv");
        assertThat(ledger.items())
                .extracting(Quarantine.Item::reason)
                .anyMatch(reason -> reason.startsWith("the whole file: " + name));
    }

    @Test
    void namesAreNeverOverwrittenAndTheSameBytesAreTakenOnce() throws Exception {
        WatchedFolder watched = watch();
        put("vitals.csv", VITALS);
        lookTwice(watched);
        put("vitals.csv", VITALS);
        lookTwice(watched);
        put("vitals.csv", VITALS.replace("99", "98"));
        lookTwice(watched);

        assertThat(in("done"))
                .containsExactly(
                        "vitals-2.csv",
                        "vitals-2.csv.report.txt",
                        "vitals-3.csv",
                        "vitals-3.csv.report.txt",
                        "vitals.csv",
                        "vitals.csv.report.txt");
        assertThat(text("done/vitals-2.csv.report.txt"))
                .contains("the same bytes were taken before; nothing was added");
        assertThat(facts()).isEqualTo(3);
    }

    @Test
    void aRunThatEndedBetweenKeepingAndMovingTakesNothingTwice() throws Exception {
        put("vitals.csv", VITALS);
        movesFail = true;
        WatchedFolder first = watch();
        lookTwice(first);
        first.look();
        assertThat(in(".")).containsExactly("vitals.csv");
        assertThat(in("done")).containsExactly("vitals.csv.report.txt");
        assertThat(first.status().troubled()).isEqualTo(1);
        assertThat(first.status().waiting()).isEqualTo(1);
        assertThat(facts()).isEqualTo(2);
        int items = ledger.items().size();

        movesFail = false;
        lookTwice(watch());

        assertThat(facts()).isEqualTo(2);
        assertThat(ledger.items()).hasSize(items);
        assertThat(in(".")).isEmpty();
        assertThat(in("done")).containsExactly("vitals.csv", "vitals.csv.report.txt");
        assertThat(text("done/vitals.csv.report.txt")).contains("quarantined 1");
    }

    @Test
    void aMoveThatFailedIsMadeUpForByTheSameRun() throws Exception {
        put("vitals.csv", VITALS);
        writesFail = true;
        WatchedFolder watched = watch();
        lookTwice(watched);
        assertThat(in("done")).isEmpty();
        assertThat(watched.status().troubled()).isEqualTo(1);

        writesFail = false;
        movesFail = true;
        watched.look();
        watched.look();
        movesFail = false;
        watched.look();

        assertThat(in("done")).containsExactly("vitals.csv", "vitals.csv.report.txt");
        assertThat(text("done/vitals.csv.report.txt")).contains("accepted 1");
        assertThat(watched.status()).isEqualTo(new FolderStatus(1, 0, 0, 0, true, NOW));
        assertThat(facts()).isEqualTo(2);
    }

    @Test
    void aFileThatTheStoreCannotTakeStaysUntilItCan() throws Exception {
        put("vitals.csv", VITALS);
        storeFails = true;
        WatchedFolder watched = watch();
        lookTwice(watched);
        assertThat(in(".")).containsExactly("vitals.csv");
        assertThat(watched.status().troubled()).isEqualTo(1);

        storeFails = false;
        watched.look();

        assertThat(in("done")).contains("vitals.csv");
        assertThat(watched.status().troubled()).isZero();
    }

    @Test
    void whatIsNoReadableFileIsNamedAndStopsNothing() throws Exception {
        unreadable.add(put("locked.csv", VITALS));
        Files.createDirectory(folder.resolve("archive"));
        Path outside = Files.writeString(folder.resolve(".outside"), VITALS);
        try {
            Files.createSymbolicLink(folder.resolve("link.csv"), outside);
        } catch (IOException | UnsupportedOperationException e) {
            assumeThat(e).as("links can be made here").isNull();
        }
        put("vitals.csv", VITALS.replace("99", "97"));
        WatchedFolder watched = watch();

        lookTwice(watched);

        assertThat(in("done")).contains("vitals.csv");
        assertThat(in("rejected")).containsExactly("link.csv", "link.csv.report.txt");
        assertThat(Files.readString(outside)).isEqualTo(VITALS);
        assertThat(in(".")).containsExactly(".outside", "archive", "locked.csv");
        assertThat(watched.status().troubled()).isEqualTo(2);
        assertThat(facts()).isEqualTo(2);
    }

    @Test
    void aFileLargerThanTheLimitIsRejectedUnread() throws Exception {
        Path file = folder.resolve("huge.csv");
        try (var out = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(200L * 1024 * 1024);
        }
        unreadable.add(file);

        lookTwice(watch());

        assertThat(in("rejected")).contains("huge.csv");
        assertThat(text("rejected/huge.csv.report.txt")).contains("larger than 16 MiB");
    }

    @Test
    void aFolderThatVanishesAndComesBackIsGoneOnWith() throws Exception {
        boolean[] gone = {true};
        Disk share =
                new Disk() {
                    @Override
                    List<Path> list(Path listed) throws IOException {
                        if (gone[0]) {
                            throw new NoSuchFileException(listed.toString());
                        }
                        return super.list(listed);
                    }
                };
        WatchedFolder watched =
                new WatchedFolder(
                        folder,
                        Map.of("json", new CaseFiles(ledger)),
                        new FileIntake(ledger, () -> NOW),
                        () -> NOW,
                        share);
        watched.look();
        assertThat(watched.status().readable()).isFalse();

        gone[0] = false;
        put("b.json", CASE.replace("case-1", "case-2"));
        lookTwice(watched);

        assertThat(watched.status()).isEqualTo(new FolderStatus(1, 0, 0, 0, true, NOW));
    }

    @Test
    void aFaultOfTheProgramInOneFileRejectsIt() throws Exception {
        put("vitals.csv", VITALS);
        WatchedFolder watched =
                new WatchedFolder(
                        folder,
                        Map.of(
                                "csv",
                                (name, content, received) -> {
                                    throw new IllegalStateException("a fault");
                                }),
                        new FileIntake(ledger, () -> NOW),
                        () -> NOW);

        lookTwice(watched);

        assertThat(text("rejected/vitals.csv.report.txt"))
                .contains("internal error (IllegalStateException)");
    }

    @Test
    void aCaseWithTheTimeOfItsInfusionIsAPatientOfTheUnit() throws Exception {
        Stay stay = ledger.stays().getFirst();
        assertThat(stay.origin()).isEqualTo(Stay.Origin.LIVE);
        assertThat(stay.patient().recordNumber()).isEqualTo("70001");

        put("past.json", CASE.replace("case-1", "case-2").replace("2026-03-01T08:00:00Z", "x"));
        put(
                "course.json",
                CASE.replace("case-1", "case-3").replace(", \"at\": \"2026-03-01T08:00:00Z\"", ""));
        put("twice.json", CASE + " ");
        lookTwice(watch());

        assertThat(in("rejected"))
                .containsExactly(
                        "past.json", "past.json.report.txt", "twice.json", "twice.json.report.txt");
        assertThat(text("rejected/twice.json.report.txt"))
                .contains("the stay case-1 is in the store already");
        assertThat(ledger.stays().getLast().origin()).isEqualTo(Stay.Origin.IMPORTED);
        assertThat(text("done/course.json.report.txt")).contains("case case-3: a past course");
    }

    @Test
    void whatLiesAheadOfAPatientWhoIsHereWaitsInTheQuarantine() throws Exception {
        // 28 hours after the infusion it is now; 90 lies two days ahead.
        put(
                "ahead.json",
                CASE.replace("case-1", "case-4")
                        .replace(
                                "\"entries\": [",
                                "\"entries\": [{\"hours\": 90, \"heartRate\": 99, \"spo2\": 92}, "));

        lookTwice(watch());

        assertThat(ledger.entriesOf(new StayId("case-4")))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.learned()).isBeforeOrEqualTo(NOW));
        assertThat(ledger.items())
                .containsExactly(
                        new Quarantine.Item(
                                NOW,
                                "ahead.json",
                                1,
                                "its time is more than five minutes ahead of the program's",
                                "case case-4, what it says of 2026-03-05T02:00:00Z"));
        assertThat(text("done/ahead.json.report.txt")).contains("a patient of the unit, 2 entries");
    }

    @Test
    void aCaseThatLiesAheadAsAWholeIsRejected() throws Exception {
        put("planned.json", CASE.replace("case-1", "case-5").replace("03-01T", "03-09T"));

        lookTwice(watch());

        assertThat(text("rejected/planned.json.report.txt"))
                .contains(
                        "planned.json: case case-5: its time is more than five minutes ahead of the program's");
        assertThat(ledger.entriesOf(new StayId("case-5"))).isEmpty();
    }

    @Test
    void filesAreTakenInTheOrderInWhichTheyWereChanged() throws Exception {
        List<String> order = new ArrayList<>();
        for (String name : List.of("c.csv", "a.csv", "b.csv")) {
            Files.setLastModifiedTime(
                    put(name, name),
                    java.nio.file.attribute.FileTime.from(
                            NOW.plusSeconds(name.equals("b.csv") ? 0 : 60)));
        }
        FileReader noting =
                (name, content, received) -> {
                    order.add(name);
                    return new FileContent(List.of(), List.of(), List.of());
                };
        Intake taking = (Batch batch) -> true;

        lookTwice(
                new WatchedFolder(
                        folder,
                        Map.of("csv", noting),
                        new FileIntake(taking, () -> NOW),
                        () -> NOW));

        assertThat(order).containsExactly("b.csv", "a.csv", "c.csv");
    }
}
