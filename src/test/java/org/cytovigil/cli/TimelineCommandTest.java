package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~command.timeline~1]
class TimelineCommandTest {
    @TempDir private Path folder;
    private Path store = Path.of("");

    @BeforeEach
    void fillStore() {
        store = folder.resolve("unit.db");
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            ledger.append(
                    List.of(
                            entry("7", 0, new Entry.Admitted(Facts.stay("7", Facts.adult()))),
                            entry("8", 0, new Entry.Admitted(Facts.stay("8", Facts.adult()))),
                            observed(1, Facts.FEVER),
                            observed(1, Facts.ROOM_AIR),
                            observed(1, Facts.NORMAL_PRESSURE),
                            observed(5, Facts.FEVER),
                            observed(2.5, Facts.norepinephrine(6))));
        }
    }

    private static Entry entry(String stay, double hours, Entry.Event event) {
        return new Entry(
                new StayId(stay),
                Facts.hour(hours),
                Facts.hour(hours),
                new Author(Author.Kind.PERSON, "nurse"),
                event);
    }

    private static Entry observed(double hours, Observation observation) {
        return entry("7", hours, new Entry.Observed(observation));
    }

    @Test
    void eachChangeHasALineWithTimeHoursAndReason() {
        Run run = Run.of("timeline", "--store", store, "--stay", "7");
        assertThat(run.code()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .isEqualTo("stay 7, ASTCT 2019, times in UTC and hours after infusion");
        assertThat(lines.get(1)).startsWith("2026-03-01 01:00:00Z     1.00 h  ASTCT 2019 1: ");
        assertThat(lines.get(2)).startsWith("2026-03-01 02:30:00Z     2.50 h  ASTCT 2019 3: ");
    }

    @Test
    void factsThatChangeNeitherGradeNorCriterionHaveNoLine() {
        // Without fever ASTCT is 0 all along, while the grade that it would be goes up and down.
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            ledger.append(
                    List.of(
                            entry("9", 0, new Entry.Admitted(Facts.stay("9", Facts.adult()))),
                            entry("9", 1, new Entry.Observed(Facts.NO_FEVER)),
                            entry("9", 1, new Entry.Observed(Facts.ROOM_AIR)),
                            entry("9", 1, new Entry.Observed(Facts.NORMAL_PRESSURE)),
                            entry("9", 2, new Entry.Observed(Facts.norepinephrine(6))),
                            entry("9", 3, new Entry.Observed(Facts.device("cpap", null, 0.4))),
                            entry("9", 4, new Entry.Observed(Facts.ROOM_AIR)),
                            entry(
                                    "9",
                                    5,
                                    new Entry.Observed(
                                            new Observation.GradeOverridden(
                                                    ScaleId.ASTCT_2019, 2, "seen", "Dr A")))));
        }
        Run run = Run.of("timeline", "--store", store, "--stay", "9");
        List<String> lines = run.out().lines().toList();

        assertThat(lines).as(run.err()).hasSize(3);
        assertThat(lines.get(1)).contains(" 1.00 h  ASTCT 2019 0: no fever so far");
        assertThat(lines.get(2))
                .contains(" 5.00 h  ASTCT 2019 0: ")
                .endsWith("; set to 2 by Dr A at day 0 05:00: seen.");
    }

    @Test
    void severalScalesFollowOneAnother() {
        Run run = Run.of("timeline", "--store", store, "--stay", "7", "--scale", "lee2014,penn");
        assertThat(run.out().lines().filter(line -> line.startsWith("stay 7, "))).hasSize(2);
        assertThat(run.out()).contains("2.50 h  Lee 2014 2: ", "2.50 h  Penn 3: ");
    }

    @Test
    void aStayWithoutFactsIsSaidToBeEmpty() {
        Run run = Run.of("timeline", "--store", store, "--stay", "8");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("nothing was charted in stay 8");
    }

    @Test
    void anUnknownStayIsRejected() {
        Run run = Run.of("timeline", "--store", store, "--stay", "9");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("unit.db").contains("no stay 9");
    }

    @Test
    void aStoreThatIsNoneIsRejected() throws IOException {
        Path text =
                Files.writeString(
                        folder.resolve("text.db"), "no store at all, only some text in a file");
        for (Path none : List.of(folder.resolve("none.db"), folder, text)) {
            Run run = Run.of("timeline", "--store", none, "--stay", "7");
            assertThat(run.code()).as("%s", none).isEqualTo(1);
            assertThat(run.err()).startsWith("cytovigil: ");
            assertThat(run.out()).isEmpty();
        }
        assertThat(folder.resolve("none.db")).doesNotExist();
    }

    @Test
    void correctionsAndRetractionsAreHonouredFromTheTimeOfTheFact() {
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            ledger.append(
                    List.of(
                            learned(
                                    1,
                                    6,
                                    new Entry.Corrected(
                                            Facts.NORMAL_PRESSURE,
                                            Facts.pressure(80, 50),
                                            "read from the wrong patient")),
                            learned(
                                    2.5,
                                    7,
                                    new Entry.Retracted(
                                            Facts.norepinephrine(6), "charted in the wrong bed"))));
        }
        List<String> lines =
                Run.of("timeline", "--store", store, "--stay", "7").out().lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).startsWith("2026-03-01 01:00:00Z     1.00 h  ASTCT 2019 2: ");
    }

    private static Entry learned(double hours, double learned, Entry.Event event) {
        return new Entry(
                new StayId("7"),
                Facts.hour(hours),
                Facts.hour(learned),
                new Author(Author.Kind.PERSON, "nurse"),
                event);
    }

    @Test
    void wrongUseIsWrongUse() {
        assertThat(Run.of("timeline", "--store", store).code()).isEqualTo(2);
        assertThat(Run.of("timeline", "--stay", "7").code()).isEqualTo(2);
        assertThat(Run.of("timeline", "--store", store, "--stay", "7", "--scale", "x").code())
                .isEqualTo(2);
    }
}
