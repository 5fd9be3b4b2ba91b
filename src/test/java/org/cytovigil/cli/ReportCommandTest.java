package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.report.pdf.Paper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~command.report~1]
class ReportCommandTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final StayId ALPHA = new StayId("alpha");

    @TempDir private Path folder = Path.of("");

    @BeforeEach
    void aStayThatHasEnded() {
        try (JdbcLedger ledger = JdbcLedger.open(store())) {
            Patient patient = new Patient("DEMO Alpha", "0042", 60.0, null, Patient.Baseline.NONE);
            Stay stay =
                    new Stay(
                            ALPHA,
                            patient,
                            new Infusion("axi-cel", START),
                            START,
                            null,
                            "4",
                            Stay.Origin.LIVE);
            ledger.append(
                    List.of(
                            entry(0, new Entry.Admitted(stay)),
                            fever(1, 38.5),
                            fever(30, 39.4),
                            entry(40, new Entry.Discharged())));
        }
    }

    private static Entry fever(int hours, double celsius) {
        return entry(
                hours,
                new Entry.Observed(
                        new Observation.BodyTemperature(
                                Temperature.ofCelsius(celsius), TemperatureSite.ORAL, false)));
    }

    private static Entry entry(int hours, Entry.Event event) {
        Instant at = START.plus(Duration.ofHours(hours));
        return new Entry(ALPHA, at, at, new Author(Author.Kind.PERSON, "nurse N2"), event);
    }

    private Path store() {
        return folder.resolve("unit.db");
    }

    private Path out() {
        return folder.resolve("sheet.pdf");
    }

    private String text() throws IOException {
        return Paper.of(Files.readAllBytes(out())).text();
    }

    @Test
    void theHandOverOfAStayThatHasEndedIsToldAsOfItsEnd() throws IOException {
        Run run = Run.of("report", "--store", store(), "--stay", "alpha", "--out", out());

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Hand-over written to " + out());
        assertThat(text()).contains("Bed 4 · DEMO Alpha · MRN 0042", "Situation", "39.4 °C");
    }

    @Test
    void theHandOverOfAnEarlierMomentKnowsNothingOfWhatCameLater() throws IOException {
        Run.of("report", "--store", store(), "--stay", "alpha", "--at", "2", "--out", out());

        assertThat(text()).contains("38.5 °C").doesNotContain("39.4 °C");
    }

    @Test
    void theCaseReportTellsWhoChartedAndWhenTheStayEnded() throws IOException {
        Run run =
                Run.of(
                        "report", "--store", store(), "--stay", "alpha", "--kind", "case", "--out",
                        out());

        assertThat(run.code()).isZero();
        assertThat(text()).contains("Case report", "Discharged", "nurse N2", "39.4 °C");
    }

    @Test
    void theUnitHasWhoIsThereNow() throws IOException {
        Run run = Run.of("report", "--store", store(), "--unit", "--out", out());

        assertThat(run.code()).isZero();
        assertThat(text()).contains("Unit: 0 patients", "No patient is on this unit.");
    }

    @Test
    void aReportLeavesStoreAndFilesAsTheyAre() throws IOException {
        Files.writeString(out(), "older");

        Run run = Run.of("report", "--store", store(), "--stay", "alpha", "--out", out());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("there is such a file already");
        assertThat(Files.readString(out())).isEqualTo("older");
        try (JdbcLedger ledger = JdbcLedger.openExisting(store())) {
            assertThat(ledger.entriesOf(ALPHA)).hasSize(4);
        }
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        assertThat(Run.of("report", "--store", store(), "--stay", "beta", "--out", out()).err())
                .contains("there is no stay beta");
        assertThat(Run.of("report", "--store", store(), "--out", out()).code()).isEqualTo(2);
        assertThat(
                        Run.of(
                                        "report", "--store", store(), "--stay", "alpha", "--kind",
                                        "novel", "--out", out())
                                .err())
                .contains("neither hand-over nor case");
        assertThat(
                        Run.of("report", "--store", store(), "--unit", "--at", "2", "--out", out())
                                .code())
                .isEqualTo(2);
        assertThat(
                        Run.of(
                                        "report",
                                        "--store",
                                        store(),
                                        "--stay",
                                        "alpha",
                                        "--out",
                                        folder.resolve("no/where.pdf"))
                                .err())
                .contains("there is no folder");
        assertThat(
                        Run.of(
                                        "report", "--store", store(), "--stay", "alpha", "--at",
                                        "-30", "--out", out())
                                .err())
                .contains("had not begun then");
    }
}
