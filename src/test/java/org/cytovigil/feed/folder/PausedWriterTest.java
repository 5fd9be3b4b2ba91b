package org.cytovigil.feed.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.csv.CsvReader;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.Quarantine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file whose writer pauses is in the end taken as a whole. */
// [utest->req~feed.folder~1]
class PausedWriterTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final String CASE =
            """
            {"id": "case-1", "patient": {"recordNumber": "70001", "weightKg": 82},
             "infusion": {"product": "axi-cel", "at": "2026-03-01T08:00:00Z"},
             "entries": [{"hours": 1, "temperature": {"value": 37.0, "unit": "Cel"}}]}
            """;
    private static final String FIRST = "mrn;time;HR [bpm]\n70001;2026-03-02T10:00Z;99\n";
    private static final String SECOND = "70001;2026-03-02T11:00Z;101\n";
    private static final String WRITTEN_AFTER =
            "accepted, but the file was written to after it was taken, and was taken again as a whole";

    @TempDir private Path folder;
    private final MemoryLedger ledger = new MemoryLedger();
    private final StayDirectory directory = new StayDirectory(ledger);
    private Instant now = NOW;
    private boolean movesFail;
    private WatchedFolder watched;

    @BeforeEach
    void watch() throws IOException {
        Disk disk =
                new Disk() {
                    @Override
                    void move(Path from, Path to) throws IOException {
                        if (movesFail) {
                            throw new IOException("no permission");
                        }
                        super.move(from, to);
                    }
                };
        CsvFiles csv =
                new CsvFiles(
                        new CsvReader(CodeTable.standard(), directory, ledger, ZoneOffset.UTC));
        watched =
                new WatchedFolder(
                        folder,
                        Map.of("csv", csv, "json", new CaseFiles(ledger)),
                        new FileIntake(ledger, () -> now),
                        () -> now,
                        disk);
    }

    private void admit() throws IOException {
        put("a.json", CASE);
        look(2);
        Files.delete(folder.resolve("done/a.json"));
        Files.delete(folder.resolve("done/a.json.report.txt"));
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Its writer goes on, wherever the file is by now. */
    private void append(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardOpenOption.APPEND);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watched.look();
        }
    }

    private List<String> in(String sub) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(sub))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("done") && !name.equals("rejected"))
                    .sorted()
                    .toList();
        }
    }

    private List<Entry.Event> facts() {
        return ledger.entriesOf(new StayId("case-1")).stream()
                .map(Entry::event)
                .filter(Entry.Observed.class::isInstance)
                .toList();
    }

    private List<String> reasons() {
        return ledger.items().stream().map(Quarantine.Item::reason).toList();
    }

    @Test
    void whatIsWrittenAfterTheMoveIsTakenWithTheWholeFile() throws Exception {
        admit();
        put("vitals.csv", FIRST);
        look(2);
        assertThat(facts()).hasSize(2);

        append("done/vitals.csv", SECOND);
        look(14);
        assertThat(in(".")).as("its writer is given more time").containsExactly("vitals.csv");
        assertThat(facts()).hasSize(2);
        look(1);

        assertThat(facts()).hasSize(3);
        assertThat(in("."))
                .as("what was read before is reported beside what was read then")
                .isEmpty();
        assertThat(in("done"))
                .containsExactly(
                        "vitals-2.csv", "vitals-2.csv.report.txt", "vitals.csv.report.txt");
        assertThat(Files.readString(folder.resolve("done/vitals-2.csv"))).isEqualTo(FIRST + SECOND);
        assertThat(Files.readString(folder.resolve("done/vitals-2.csv.report.txt")))
                .contains(
                        "written to after it was moved aside 2026-03-02T12:00:00Z",
                        "rows 2: accepted 1, accepted in part 0, charted before 1,",
                        "line 1: " + WRITTEN_AFTER);
        assertThat(reasons()).containsExactly(WRITTEN_AFTER);
    }

    @Test
    void whatIsWrittenAfterTheSecondTimeIsTakenToo() throws Exception {
        admit();
        put("vitals.csv", FIRST);
        look(2);
        append("done/vitals.csv", SECOND);
        look(15);

        append("done/vitals-2.csv", "70001;2026-03-02T11:30Z;103\n");
        put("vitals-2.csv", FIRST.replace("10:00", "10:30"));
        look(15);

        assertThat(facts()).hasSize(5);
    }

    @Test
    void aFileThatIsOnlyTouchedAfterTheMoveStaysThere() throws Exception {
        admit();
        put("vitals.csv", FIRST);
        look(2);

        Files.setLastModifiedTime(
                folder.resolve("done/vitals.csv"), FileTime.from(NOW.plusSeconds(90)));
        look(20);

        assertThat(in("done")).containsExactly("vitals.csv", "vitals.csv.report.txt");
        assertThat(reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    PT1H,   true
                    PT1H1S, false
                    """)
    void movedFilesAreLookedAfterForAnHour(Duration later, boolean taken) throws Exception {
        admit();
        put("vitals.csv", FIRST);
        look(2);

        now = NOW.plus(later);
        append("done/vitals.csv", SECOND);
        look(15);

        assertThat(facts()).hasSize(taken ? 3 : 2);
    }

    @Test
    void aFileThatSomebodyClearedAwayIsNotMissed() throws Exception {
        admit();
        put("vitals.csv", FIRST);
        look(2);

        Files.delete(folder.resolve("done/vitals.csv"));
        look(2);

        assertThat(watched.status().troubled()).isZero();
        assertThat(in("done")).containsExactly("vitals.csv.report.txt");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aLastRowWithoutALineEndIsGivenMoreTime(Charset charset) throws Exception {
        admit();
        String cut = "\uFEFF" + FIRST.substring(0, FIRST.length() - 2);
        Files.write(folder.resolve("vitals.csv"), cut.getBytes(charset));
        look(14);
        assertThat(facts()).hasSize(1);

        Files.write(folder.resolve("vitals.csv"), ("\uFEFF" + FIRST).getBytes(charset));
        look(2);

        assertThat(facts().getLast().toString()).contains("perMinute=99.0");
        assertThat(facts()).hasSize(2);
    }

    @Test
    void aFileThatStaysWithoutALastLineEndIsTakenInTheEnd() throws Exception {
        admit();
        put("vitals.csv", FIRST.stripTrailing());

        look(15);

        assertThat(facts()).hasSize(2);
        assertThat(in("done")).contains("vitals.csv");
    }

    @Test
    void aCaseFileThatIsNotClosedIsGivenMoreTimeAndTakenOnceItIs() throws Exception {
        put("a.json", CASE.substring(0, 120));
        look(15);
        assertThat(in("rejected")).containsExactly("a.json", "a.json.report.txt");

        append("rejected/a.json", CASE.substring(120));
        look(15);

        assertThat(facts()).hasSize(1);
        assertThat(in("done")).containsExactly("a.json", "a.json.report.txt");
        assertThat(in("rejected")).containsExactly("a.json.report.txt");
    }

    @Test
    void aFileThatIsWrittenToWhileItCannotBeMovedIsReportedAsItIsThen() throws Exception {
        admit();
        put("vitals.csv", FIRST);
        movesFail = true;
        look(2);
        append("vitals.csv", SECOND);
        look(2);
        movesFail = false;

        look(1);

        assertThat(facts()).hasSize(3);
        assertThat(in("done")).containsExactly("vitals.csv", "vitals.csv.report.txt");
        assertThat(Files.readString(folder.resolve("done/vitals.csv.report.txt")))
                .contains("rows 2: accepted 1,");
        assertThat(
                        Files.readString(folder.resolve("done/vitals.csv"))
                                .getBytes(StandardCharsets.UTF_8))
                .hasSize((FIRST + SECOND).length());
    }
}
