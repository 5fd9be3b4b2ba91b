package org.cytovigil.feed.clif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~feed.clif~1]
class ClifStaysTest {
    private static final String FEVER = "1,2026-01-02 00:00:00+00,Temp,temp_c,38.5,Oral";

    @TempDir private Path folder;

    @Test
    void stayIsAdmittedFirstAndDischargedAtItsTime() {
        ClifFixture clif =
                ClifFixture.withOneStay(folder)
                        .vitals(
                                "1,2026-01-05 01:00:00+00,Heart Rate,heart_rate,80,",
                                "1,2025-12-31 23:00:00+00,Heart Rate,heart_rate,90,");

        clif.run();

        Instant admitted = Instant.parse("2026-01-01T00:00:00Z");
        Instant discharged = Instant.parse("2026-01-05T00:00:00Z");
        Stay stay =
                new Stay(
                        ClifFixture.STAY,
                        new Patient("STAY 1", "1", 60.0, null, Patient.Baseline.NONE),
                        new Infusion("not stated", admitted),
                        admitted,
                        discharged,
                        "",
                        Stay.Origin.IMPORTED);
        Author author = new Author(Author.Kind.IMPORT, "clif_hospitalization.csv");
        List<Entry> entries = clif.ledger.entriesOf(ClifFixture.STAY);
        assertThat(entries.getFirst())
                .isEqualTo(
                        new Entry(
                                ClifFixture.STAY,
                                admitted,
                                ClifFixture.NOW,
                                author,
                                new Entry.Admitted(stay)));
        assertThat(entries)
                .extracting(Entry::at)
                .containsExactly(
                        admitted,
                        Instant.parse("2025-12-31T23:00:00Z"),
                        discharged,
                        Instant.parse("2026-01-05T01:00:00Z"));
        assertThat(entries.get(2).event()).isEqualTo(new Entry.Discharged());
        assertThat(entries.get(3).author().name()).isEqualTo("clif_vitals.csv");
    }

    @Test
    void infusionTimeIsTakenFromTheOptions() {
        Instant infused = Instant.parse("2026-01-02T09:00:00Z");
        ClifFixture clif =
                ClifFixture.withOneStay(folder)
                        .vitals()
                        .options(
                                new ClifOptions(
                                        Set.of(),
                                        Map.of(ClifFixture.STAY, infused),
                                        ClifProgress.NONE));

        clif.run();

        assertThat(clif.ledger.stays()).extracting(Stay::dayZero).containsExactly(infused);
    }

    @Test
    void stayWithoutDischargeAndAgeLastsAndHasNoAge() {
        ClifFixture clif = new ClifFixture(folder).stays("1,2026-01-09 00:00:00Z,,").vitals();

        clif.run();

        Stay stay = clif.ledger.stays().getFirst();
        assertThat(stay.discharged()).isNull();
        assertThat(stay.patient().ageYears()).isNull();
        assertThat(clif.ledger.items()).isEmpty();
    }

    @Test
    void unreadableAgeIsNotTakenAndKeptAsARemark() {
        ClifFixture clif =
                new ClifFixture(folder)
                        .stays("1,2026-01-01 00:00:00+00,2026-01-05 00:00:00+00,old")
                        .vitals();

        ClifReport report = clif.run();

        assertThat(clif.ledger.stays().getFirst().patient().ageYears()).isNull();
        assertThat(report.tables().getFirst().remarks()).isEqualTo(1);
        assertThat(clif.quarantined())
                .containsExactly(
                        "2: row accepted, but its age 'old' is unreadable and was not taken");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-01-01 00:00:00,    2026-01-05 00:00:00+00, admission: no time zone: '2026-01-01 00:00:00'
                    soon,                   2026-01-05 00:00:00+00, admission: unreadable time: 'soon'
                    '',                     2026-01-05 00:00:00+00, admission: no time
                    2026-01-01 00:00:00+00, later,                  discharge: unreadable time: 'later'
                    2026-01-05 00:00:01+00, 2026-01-05 00:00:00+00, discharge before admission
                    """)
    void stayWithoutUsableTimesIsNotImportedAndNeitherAreItsRows(
            String admitted, String discharged, String reason) {
        ClifFixture clif =
                new ClifFixture(folder)
                        .stays("1," + admitted + "," + discharged + ",60")
                        .vitals(FEVER);

        ClifReport report = clif.run();

        assertThat(report.stays()).isEmpty();
        assertThat(clif.ledger.stays()).isEmpty();
        assertThat(clif.quarantined())
                .containsExactly("2: " + reason, "2: stay not imported: " + reason);
    }

    @Test
    void secondStayWithOneIdIsQuarantinedAndAFault() {
        ClifFixture clif =
                new ClifFixture(folder)
                        .stays(
                                ClifFixture.FOUR_DAYS,
                                "1,2026-01-06 00:00:00+00,2026-01-07 00:00:00+00,61")
                        .vitals(FEVER);

        ClifReport report = clif.run();

        assertThat(clif.ledger.stays())
                .extracting(stay -> stay.patient().ageYears())
                .containsExactly(60.0);
        assertThat(clif.observations()).hasSize(1);
        assertThat(clif.quarantined()).containsExactly("3: two stays with one id");
        assertThat(report.faults())
                .containsExactly(
                        new ClifReport.Fault(
                                "clif_hospitalization.csv",
                                3,
                                "two stays with one id: 1; the first is kept"));
    }

    @Test
    void rowsOfAnUnknownStayAreQuarantined() {
        ClifFixture clif =
                ClifFixture.withOneStay(folder)
                        .vitals(
                                "2,2026-01-02 00:00:00+00,Temp,temp_c,38.5,Oral",
                                ",2026-01-02 00:00:00+00,Temp,temp_c,38.5,Oral");

        clif.run();

        assertThat(clif.quarantined())
                .containsExactly(
                        "2: unknown stay: 2 is not in clif_hospitalization.csv",
                        "3: no hospitalization_id");
    }

    @Test
    void staysNotAskedForAreNotOfInterest() {
        ClifFixture clif =
                new ClifFixture(folder)
                        .stays(ClifFixture.FOUR_DAYS, "2,2026-01-01 00:00:00+00,,70")
                        .vitals(FEVER, "2,2026-01-02 00:00:00+00,Temp,temp_c,38.5,Oral")
                        .options(
                                new ClifOptions(
                                        Set.of(new StayId("2")), Map.of(), ClifProgress.NONE));

        ClifReport report = clif.run();

        assertThat(report.stays()).containsExactly(new StayId("2"));
        assertThat(report.tables().subList(0, 2))
                .containsExactly(
                        new ClifReport.TableReport(
                                "clif_hospitalization",
                                "clif_hospitalization.csv",
                                2,
                                1,
                                1,
                                0,
                                1,
                                0),
                        new ClifReport.TableReport(
                                "clif_vitals", "clif_vitals.csv", 2, 1, 1, 0, 1, 0));
        assertThat(clif.ledger.items()).isEmpty();
    }

    @Test
    void askingForAStayThatIsNotThereIsAFault() {
        ClifOptions options =
                new ClifOptions(
                        Set.of(ClifFixture.STAY, new StayId("8")),
                        Map.of(new StayId("9"), ClifFixture.NOW),
                        ClifProgress.NONE);
        ClifReport report = ClifFixture.withOneStay(folder).vitals().options(options).run();

        assertThat(report.stays()).containsExactly(ClifFixture.STAY);
        assertThat(report.faults())
                .extracting(ClifReport.Fault::reason)
                .containsExactly(
                        "stay 8 was asked for and is not in the file",
                        "an infusion is given for stay 9, which is not in the file");
    }

    @Test
    void stayAlreadyInTheLedgerIsNotImportedAgain() {
        ClifFixture clif = ClifFixture.withOneStay(folder).vitals(FEVER);
        clif.run();
        int entries = clif.ledger.entriesOf(ClifFixture.STAY).size();

        ClifReport again = clif.run();

        assertThat(again.stays()).isEmpty();
        assertThat(again.faults())
                .containsExactly(
                        new ClifReport.Fault(
                                "clif_hospitalization.csv",
                                2,
                                "stay 1 is already in the store: it is not imported again"));
        assertThat(again.tables().get(1).notOfInterest()).isEqualTo(1);
        assertThat(clif.ledger.entriesOf(ClifFixture.STAY)).hasSize(entries);
        assertThat(clif.ledger.items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-01-02 06:30:00+00,         2026-01-02T06:30:00Z
                    2026-01-02 06:30:00+00:00,      2026-01-02T06:30:00Z
                    2026-01-02T06:30:00Z,           2026-01-02T06:30:00Z
                    2026-01-02T06:30:00.250Z,       2026-01-02T06:30:00.250Z
                    2026-01-02 06:30:00-05,         2026-01-02T11:30:00Z
                    2026-01-02 06:30:00.5+05:30,    2026-01-02T01:00:00.500Z
                    """)
    void timesAreReadWithTheirZone(String stamp, Instant at) {
        ClifFixture clif =
                ClifFixture.withOneStay(folder).vitals("1," + stamp + ",Temp,temp_c,38.5,Oral");

        clif.run();

        assertThat(clif.ledger.entriesOf(ClifFixture.STAY).get(1).at()).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-01-02 06:30:00,       no time zone: '2026-01-02 06:30:00'
                    2026-02-30 06:30:00+00,    unreadable time: '2026-02-30 06:30:00+00'
                    2026-01-02,                unreadable time: '2026-01-02'
                    1767335400,                unreadable time: '1767335400'
                    2026-01-0206:30:00+00,     unreadable time: '2026-01-0206:30:00+00'
                    '',                        no time
                    2025-12-29 23:59:59+00,    before the stay: more than 48 h before admission at 2026-01-01T00:00:00Z
                    2026-01-06 00:00:01+00,    dated in the future: more than 24 h after discharge at 2026-01-05T00:00:00Z
                    """)
    void rowWithoutUsableTimeIsQuarantined(String stamp, String reason) {
        ClifFixture clif =
                ClifFixture.withOneStay(folder).vitals("1," + stamp + ",Temp,temp_c,38.5,Oral");

        clif.run();

        assertThat(clif.observations()).isEmpty();
        assertThat(clif.quarantined()).containsExactly("2: " + reason);
    }

    @ParameterizedTest
    @CsvSource({"2025-12-30 00:00:00+00", "2026-01-06 00:00:00+00"})
    void rowAtTheVeryLimitIsAccepted(String stamp) {
        ClifFixture clif =
                ClifFixture.withOneStay(folder).vitals("1," + stamp + ",Temp,temp_c,38.5,Oral");

        clif.run();

        assertThat(clif.observations()).hasSize(1);
    }

    @Test
    void rowAheadOfTheClockIsQuarantinedUnlessTheWholeStayLiesAhead() {
        ClifFixture clif =
                new ClifFixture(folder)
                        .stays("1,2026-01-09 00:00:00+00,,60", "2,2180-01-01 00:00:00+00,,60")
                        .vitals(
                                "1,2026-01-10 00:05:00+00,Temp,temp_c,38.5,Oral",
                                "1,2026-01-10 00:05:01+00,Temp,temp_c,38.5,Oral",
                                "2,2180-01-02 00:00:00+00,Temp,temp_c,38.5,Oral");

        clif.run();

        assertThat(clif.quarantined())
                .containsExactly("3: dated in the future: it is now 2026-01-10T00:00:00Z");
        assertThat(clif.ledger.entriesOf(new StayId("2"))).hasSize(2);
    }

    @Test
    void dischargeAheadOfTheClockLeavesTheStayOpen() {
        ClifFixture clif =
                new ClifFixture(folder)
                        .stays("1,2026-01-09 00:00:00+00,2026-01-12 00:00:00+00,60")
                        .vitals();

        clif.run();

        assertThat(clif.ledger.stays().getFirst().discharged()).isNull();
        assertThat(clif.ledger.entriesOf(ClifFixture.STAY)).hasSize(1);
        assertThat(clif.quarantined().getFirst()).startsWith("2: row accepted, but its discharge");
    }
}
