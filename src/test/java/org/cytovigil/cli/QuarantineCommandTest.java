package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quarantine from the command line. */
// [utest->req~feed.refeed~1]
class QuarantineCommandTest {
    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
    private static final String MESSAGE =
            "MSH|^~\\&|GATE|WARD7|||20260302110000+0000||ORU^R01|1|P|2.5\rPID|||70001\r"
                    + "OBX|1|NM|SAT^saturation^99V||93|%|||||F|||20260302110000";

    @TempDir private Path folder;
    private Path store = Path.of("");

    @BeforeEach
    void keepOneMessageAndTwoRows() {
        store = folder.resolve("unit.db");
        Stay stay =
                new Stay(
                        new StayId("S-1"),
                        new Patient("Doe", "70001", null, null, Patient.Baseline.NONE),
                        null,
                        AT,
                        null,
                        "",
                        Stay.Origin.LIVE);
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            ledger.append(
                    List.of(
                            new Entry(
                                    stay.id(),
                                    AT,
                                    AT,
                                    new Author(Author.Kind.PERSON, "nurse"),
                                    new Entry.Admitted(stay))));
            ledger.keep(
                    List.of(
                            new Quarantine.Item(AT, "GATE/WARD7", 3, "not in the table", MESSAGE),
                            new Quarantine.Item(AT, "vitals.csv", 7, "no number", "a,b"),
                            new Quarantine.Item(AT, "vitals.csv", 9, "no number", "a,c")));
        }
    }

    @Test
    void itemsAreCountedBySenderAndReason() {
        assertThat(Run.of("quarantine", "--store", store, "--count").out())
                .isEqualToIgnoringNewLines(
                        """
                        sender,reason,items
                        GATE/WARD7,not in the table,1
                        vitals.csv,no number,2
                        """);
    }

    @Test
    void aMendedMappingSettlesWhatWaited() throws Exception {
        Path table = folder.resolve("site.csv");
        Files.writeString(
                table, "system,code,name,unit,target,detail,note\n99V,SAT,saturation,%,spo2,,\n");

        Run run = Run.of("quarantine", "--store", store, "--refeed", "--mapping", table);

        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("1 items settled, 1 entries added, 0 items still wait");
        assertThat(run.out()).doesNotContain("GATE").contains("vitals.csv,no number,2");
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            assertThat(ledger.entriesOf(new StayId("S-1"))).hasSize(2);
        }
        // What was settled stays in the list of everything that was ever refused.
        assertThat(Run.of("quarantine", "--store", store).out()).contains("not in the table");
    }

    @Test
    void aTableWithAMistakeChangesNothing() throws Exception {
        Path table = folder.resolve("site.csv");
        Files.writeString(table, "system,code,name,unit,target,detail,note\nLN,1,x,Cel,y,,\n");

        Run run = Run.of("quarantine", "--store", store, "--refeed", "--mapping", table);

        assertThat(run.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(run.err()).contains("site.csv:2: 'y' is no target");
    }

    @Test
    void aTableWithoutFeedingAgainIsAMistake() {
        Run run = Run.of("quarantine", "--store", store, "--mapping", folder.resolve("x.csv"));

        assertThat(run.code()).isNotEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("--mapping needs --refeed");
    }
}
