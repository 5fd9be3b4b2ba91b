package org.cytovigil.ui.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.RiskFactor;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Weight;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.report.pdf.Paper;
import org.cytovigil.report.pdf.PdfWriter;
import org.cytovigil.report.pdf.Progress;
import org.cytovigil.ui.Ward;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~report.stay-sheet~1]
// [utest->req~report.unit-sheet~1]
// [utest->req~report.case~1]
// [utest->req~report.treatments~1]
// [utest->req~ui.unit-hand-over~1]
class SheetsTest {
    private static final Observation.TreatmentGiven TOCILIZUMAB =
            new Observation.TreatmentGiven(new Treatment("tocilizumab", "640 mg IV"));

    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");

    private UnitSnapshot unit() {
        return ward.session().latest();
    }

    private Printing printing(UnitSource.Mode mode) {
        return new Printing(unit().at(), "account nurse", ZoneOffset.UTC, mode);
    }

    private Printing printing() {
        return printing(UnitSource.Mode.LIVE);
    }

    private Paper stay(Printing printing) {
        UnitSnapshot unit = unit();
        return Paper.of(
                PdfWriter.write(
                        StaySheet.of(unit.stay(alpha).orElseThrow(), unit, printing),
                        Progress.NONE));
    }

    private Paper caseReport() {
        UnitSnapshot unit = unit();
        return Paper.of(
                PdfWriter.write(
                        CaseReport.of(
                                unit.stay(alpha).orElseThrow(),
                                unit,
                                ward.session().entries(alpha),
                                printing()),
                        Progress.NONE));
    }

    private Paper unitSheet() {
        return Paper.of(PdfWriter.write(UnitSheet.of(unit(), printing()), Progress.NONE));
    }

    @Test
    void theSheetOfAStayFitsOnePageAndTellsWhatThePanelTells() {
        ward.chart(alpha, 39.0, 86, 50, 6);
        ward.pass(Duration.ofMinutes(5));

        Paper paper = stay(printing());

        assertThat(paper.pages()).hasSize(1);
        assertThat(paper.text())
                .contains("Bed 4 · DEMO Alpha · MRN MRN 4")
                .contains("as of 2026-03-01 08:05", "made 2026-03-01 08:05 by account nurse")
                .contains("ASTCT 2019: grade 3", "norepinephrine 6 µg/min (since 08:00)")
                .contains("Blood pressure 86/50 mmHg (mean 62) (08:00)")
                .contains("unanswered for 5 min")
                .contains("The last 24 hours", "Page 1 of 1")
                .contains("Supports, never replaces, bedside alarms and clinical judgement")
                .doesNotContain("not for care");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    DEMONSTRATION, DEMONSTRATION
                    REPLAY, TRAINING
                    """)
    void whatIsNotAboutAPatientWhoIsHereSaysSoOnThePage(UnitSource.Mode mode, String word) {
        assertThat(stay(printing(mode)).text()).contains(word, "not for care");
    }

    @Test
    void dosesOfADrugAreCountedAndTocilizumabAgainstItsMost() {
        for (int dose = 0; dose < 2; dose++) {
            ward.chart(alpha, TOCILIZUMAB);
            ward.pass(Duration.ofHours(9));
        }
        ward.chart(alpha, new Observation.FluidBolus(500));
        ward.pass(Duration.ofMinutes(1));

        assertThat(stay(printing()).text())
                .containsPattern("2026-03-01 08:00 .* 640 mg IV 1 of 4")
                .containsPattern("2026-03-01 17:00 .* 640 mg IV 2 of 4")
                .contains("500 mL");
    }

    @Test
    void drugsAgainstCytokinesAreToldOfTheWholeStayAndFluidsOfADay() {
        ward.chart(alpha, TOCILIZUMAB);
        ward.chart(alpha, new Observation.FluidBolus(333));
        ward.pass(Duration.ofHours(30));

        assertThat(stay(printing()).text()).contains("640 mg IV").doesNotContain("333 mL");
        assertThat(caseReport().text()).contains("640 mg IV", "333 mL");
    }

    @Test
    void anAnswerIsToldWithWhatWasDone() {
        ward.chart(alpha, 39.0, 86, 50, 6);
        ward.pass(Duration.ofMinutes(5));
        Alarm alarm = unit().alarms().getFirst();
        ward.tell(
                alpha,
                new Entry.Acknowledged(alarm.key(), alarm.condition().level(), "called Dr. Bee"));
        ward.pass(Duration.ofMinutes(1));

        assertThat(stay(printing()).text()).containsPattern("08:05 .*nurse N2 called Dr. Bee");
        assertThat(caseReport().text()).contains("called Dr. Bee");
    }

    @Test
    void fiveHundredTreatmentsRunOverPagesThatAllNameThePatient() {
        for (int i = 0; i < 500; i++) {
            ward.chart(alpha, new Observation.TreatmentGiven(new Treatment("drug" + i, "1 mg IV")));
        }
        ward.pass(Duration.ofMinutes(1));

        Paper paper = caseReport();

        assertThat(paper.pages().size()).isGreaterThan(10);
        assertThat(paper.pages())
                .allSatisfy(page -> assertThat(page).contains("DEMO Alpha", "MRN MRN 4", "Bed 4"));
        assertThat(paper.text()).containsIgnoringCase("drug0 ").containsIgnoringCase("drug499 ");
    }

    @Test
    void hostileTextIsTextAndNothingElse() {
        String name = "<script>'{0}' %n \\ (BT) \u202Egnp.fdp\u0000" + "N".repeat(200);
        StayId hostile = ward.admit("9", name);
        ward.chart(hostile, 39.0, 120, 70, 0);
        ward.pass(Duration.ofMinutes(1));
        UnitSnapshot unit = unit();

        Paper paper =
                Paper.of(
                        PdfWriter.write(
                                StaySheet.of(unit.stay(hostile).orElseThrow(), unit, printing()),
                                Progress.NONE));

        assertThat(paper.unbroken())
                .contains("<script>'{0}'%n\\(BT)\uFFFDgnp.fdp\uFFFD" + "N".repeat(200));
        assertThat(paper.title()).isEqualTo("Hand-over");
        // Of a narrow column the reader sees the lines between those of its neighbours.
        assertThat(unitSheet().unbroken().chars().filter(c -> c == 'N').count())
                .isGreaterThanOrEqualTo(200);
    }

    @Test
    void theSheetOfTheUnitHasEveryPatientTheWorstFirst() {
        for (int bed = 10; bed < 73; bed++) {
            StayId stay = ward.admit(Integer.toString(bed), "DEMO P" + bed);
            ward.chart(stay, bed == 72 ? 39.0 : 37.0, bed == 72 ? 86 : 120, 60, bed == 72 ? 6 : 0);
        }
        ward.pass(Duration.ofMinutes(5));

        Paper paper = unitSheet();

        assertThat(paper.pages().size()).isBetween(8, 22);
        assertThat(paper.pages())
                .allSatisfy(
                        page ->
                                assertThat(page)
                                        .contains("Unit: 64 patients, worst first", "Notes"));
        for (int bed = 10; bed < 73; bed++) {
            assertThat(paper.text()).contains("DEMO P" + bed, "MRN MRN " + bed);
        }
        assertThat(paper.pages().getFirst()).contains("DEMO P72", "ASTCT 2019: 3", "T 39.0 °C");
        assertThat(UnitOverview.of(unit(), ZoneOffset.UTC).rows().getFirst().bed())
                .isEqualTo("Bed 72");
    }

    @Test
    void theUnitAsTextHasWhatThePanelHas() {
        ward.chart(alpha, 39.0, 86, 50, 6);
        ward.pass(Duration.ofMinutes(5));

        String text = UnitOverview.of(unit(), ZoneOffset.UTC).text("promise");

        assertThat(text)
                .contains("Bed 4 · DEMO Alpha · MRN MRN 4")
                .contains("- ASTCT 2019: 3", "- T 39.0 °C, 5 min ago", "- norepinephrine 6 µg/min")
                .contains("NOT ANSWERED: ASTCT 2019 0 → 3")
                .endsWith("promise\n");
    }

    @Test
    void theCaseReportKeepsWhatWasChartedFirstBesideWhatTookItsPlace() {
        Observation wrong =
                new Observation.BodyTemperature(
                        Temperature.ofCelsius(93.0 - 54), TemperatureSite.ORAL, false);
        Observation right =
                new Observation.BodyTemperature(
                        Temperature.ofCelsius(37.2), TemperatureSite.ORAL, false);
        ward.chart(alpha, wrong);
        ward.tell(alpha, new Entry.Corrected(wrong, right, "typed for another patient"));
        ward.chart(alpha, new Observation.OxygenSaturation(71));
        ward.tell(
                alpha, new Entry.Retracted(new Observation.OxygenSaturation(71), "probe was off"));
        ward.pass(Duration.ofMinutes(1));

        assertThat(caseReport().text())
                .containsPattern("39.0 °C .*37.2 °C")
                .contains("probe was off", "taken out", "nurse N2")
                .contains("Identification", "DEMO Alpha", "axi-cel");
        assertThat(caseReport().unbroken()).contains("typedforanother");
    }

    // [utest->req~ui.risk-factors~1]
    @Test
    void theCaseReportHasTheRiskFactorsAndWhatWasChartedFirst() {
        Observation first =
                new Observation.RiskFactorCharted(
                        new RiskFactor.CellDose(2, RiskFactor.Per.PATIENT));
        Observation right =
                new Observation.RiskFactorCharted(
                        new RiskFactor.CellDose(2, RiskFactor.Per.KILOGRAM));
        ward.chart(alpha, first);
        ward.tell(alpha, new Entry.Corrected(first, right, "wrong unit"));
        ward.pass(Duration.ofMinutes(5));

        assertThat(caseReport().text())
                .contains("Risk factors", "as charted", "2 ×10⁶ cells/kg", "wrong unit");
    }

    @Test
    void theHighestGradeOfEachDayIsToldOnBothScales() {
        ward.chart(alpha, 39.0, 120, 70, 0);
        ward.pass(Duration.ofHours(2));
        ward.chart(alpha, 39.0, 86, 50, 6);
        ward.pass(Duration.ofHours(23));
        ward.chart(alpha, 38.5, 120, 70, 0);
        ward.pass(Duration.ofMinutes(1));

        assertThat(caseReport().text())
                .contains("Highest grade of each day")
                // From 22:00 on nobody knows the oxygen device any more.
                .contains("day 0 2026-03-01 08:00 at least 3 (up to 4) at least 2 (up to 4)")
                .contains("day 1 2026-03-02 08:00")
                .contains(
                        "Episodes of CRS", "ASTCT 2019: 3, 2026-03-01 10:00", "could have been 4");
    }

    @Test
    void aStayWithASetEachMinuteHasAReport() {
        int days = Integer.getInteger("long", 0) > 0 ? 14 : 1;
        for (int minute = 0; minute < days * 1_440; minute++) {
            ward.chart(alpha, 37 + minute % 30 / 10.0, 100 + minute % 40, 60, 0);
            ward.pass(Duration.ofMinutes(1));
        }

        String text = caseReport().text();

        // The admission, and temperature, pressure, SpO2 and oxygen of each minute.
        assertThat(text)
                .contains("Highest grade of each day", "nurse N2 person " + (1 + 4 * days * 1_440));
    }

    @Test
    void aPatientOfWhomNothingIsKnownHasSheetsToo() {
        assertThat(stay(printing()).text()).contains("Temperature never charted");
        assertThat(caseReport().text()).contains("Corrected and taken out: nothing");
        assertThat(
                        Paper.of(
                                        PdfWriter.write(
                                                UnitSheet.of(
                                                        UnitSnapshot.empty(Instant.EPOCH),
                                                        printing()),
                                                Progress.NONE))
                                .text())
                .contains("Unit: 0 patients", "No patient is on this unit.");
    }

    @Test
    void theNameOfAFileNamesNoPatient() {
        assertThat(
                        List.of(
                                StaySheet.fileName("4", printing()),
                                StaySheet.fileName("../4 B", printing()),
                                CaseReport.fileName(unit().stay(alpha).orElseThrow(), printing()),
                                UnitSheet.fileName(printing())))
                .containsExactly(
                        "hand-over-bed-4-2026-03-01-0800.pdf",
                        "hand-over-bed--4-B-2026-03-01-0800.pdf",
                        "case-bed-4-2026-03-01-0800.pdf",
                        "unit-hand-over-2026-03-01-0800.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u05d0\u05dc\u05e4\u05d4 ",
                "\u0627\u0644\u0641\u0627 ",
                "\u05d0\u05dc\u05e4\u05d4",
                "A\u202E\u05d0 ",
                "\uD83D\uDE34"
            })
    void aNameOfTwoHundredLettersFromRightToLeftHidesNoNumberOnAnySheet(String part) {
        String name = part.repeat(200 / part.length()).strip();
        ward.tell(
                alpha,
                new Entry.PatientIdentified(
                        new Patient(name, "MRN 4", 60.0, new Weight(80), Patient.Baseline.NONE)));
        ward.chart(alpha, 39.0, 86, 50, 6);
        ward.pass(Duration.ofMinutes(5));

        for (Paper paper : List.of(stay(printing()), caseReport(), unitSheet())) {
            assertThat(paper.text()).contains("MRN 4", "Page 1 of");
            assertThat(paper.pages()).hasSizeLessThan(4);
        }
        assertThat(stay(printing()).text()).contains("86/50 mmHg");
    }

    @Test
    void theSheetOfOneWhoWasDischargedMeanwhileSaysSoAndHasNoAlarms() {
        ward.chart(alpha, 39.0, 86, 50, 6);
        ward.pass(Duration.ofMinutes(5));
        ward.tell(alpha, new Entry.Discharged());
        ward.pass(Duration.ofMinutes(1));

        assertThat(stay(printing()).text())
                .containsIgnoringCase("discharged")
                .contains("DEMO Alpha")
                .doesNotContain("unanswered for");
        assertThat(unitSheet().text()).doesNotContain("DEMO Alpha");
    }
}
