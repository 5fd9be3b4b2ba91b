package org.cytovigil.feed.clif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.cytovigil.clinical.Observation;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClifFilesTest {
    private static final String HEADER =
            "hospitalization_id,recorded_dttm,vital_category,vital_value";
    private static final String SOUND = "1,2026-01-02 06:00:00+00,heart_rate,80";

    @TempDir private Path folder;

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private static ClifReport.TableReport vitals(ClifReport report) {
        return report.tables().get(1);
    }

    @Test
    void missingFolderIsNamed() {
        Path nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> ClifSource.folder(nowhere))
                .isInstanceOf(ClifException.class)
                .hasMessage("there is no folder " + nowhere);
    }

    @Test
    void fileInPlaceOfAFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> ClifSource.folder(file))
                .isInstanceOf(ClifException.class)
                .hasMessageStartingWith(file + " is not a folder");
    }

    @Test
    void folderWithoutStaysIsNoClifFolder() {
        ClifFixture clif = new ClifFixture(folder).vitals(SOUND);

        assertThatThrownBy(clif::run)
                .isInstanceOf(ClifException.class)
                .hasMessage(
                        folder
                                + " holds no clif_hospitalization.csv or clif_hospitalization.csv.gz: it is no CLIF"
                                + " folder, or not a complete one");
    }

    @Test
    void absentTablesAreReportedAndAllFourAbsentIsAFault() {
        ClifReport report = ClifFixture.withOneStay(folder).run();

        assertThat(report.tables())
                .extracting(ClifReport.TableReport::file)
                .containsExactly("clif_hospitalization.csv", null, null, null, null);
        assertThat(report.faults())
                .containsExactly(
                        new ClifReport.Fault(
                                folder.toString(),
                                0,
                                "there is no table beside clif_hospitalization: the stays have no data"));
    }

    @Test
    void oneAbsentTableIsNoFault() {
        ClifReport report = ClifFixture.withOneStay(folder).labs().run();

        assertThat(vitals(report).file()).isNull();
        assertThat(report.faults()).isEmpty();
    }

    @Test
    void fileNamesAreFoundInAnyCaseAndPackedOrNot() throws IOException {
        ClifFixture clif =
                ClifFixture.withOneStay(folder)
                        .bytes("CLIF_Vitals.CSV.GZ", ClifFixture.gzip(lines(HEADER, SOUND)));
        Files.move(folder.resolve(ClifFixture.STAYS), folder.resolve("Clif_Hospitalization.csv"));

        ClifReport report = clif.run();

        assertThat(vitals(report).file()).isEqualTo("CLIF_Vitals.CSV.GZ");
        assertThat(clif.observations()).containsExactly(new Observation.HeartRate(80));
    }

    @Test
    void twoFilesOfOneTableAreAFaultAndNeitherIsRead() {
        ClifReport report =
                ClifFixture.withOneStay(folder)
                        .vitals("1,2026-01-02 06:00:00+00,Heart Rate,heart_rate,80,")
                        .bytes("clif_vitals.csv.gz", ClifFixture.gzip(lines(HEADER, SOUND)))
                        .run();

        assertThat(vitals(report).read()).isZero();
        assertThat(report.faults())
                .containsExactly(
                        new ClifReport.Fault(
                                "clif_vitals",
                                0,
                                "cannot be opened: clif_vitals.csv and clif_vitals.csv.gz both hold this table: keep one"));
    }

    @Test
    void columnsAreFoundByNameInAnyOrderBehindAByteOrderMark() {
        ClifFixture clif =
                ClifFixture.withOneStay(folder)
                        .text(
                                "clif_vitals.csv",
                                lines(
                                                "\uFEFFvital_value,extra,Hospitalization_ID,vital_category,recorded_dttm",
                                                "80,x,1,heart_rate,2026-01-02 06:00:00+00")
                                        .replace("\n", "\r\n"));

        clif.run();

        assertThat(clif.observations()).containsExactly(new Observation.HeartRate(80));
    }

    @Test
    void missingColumnStopsThatTableOnly() {
        ClifFixture clif =
                ClifFixture.withOneStay(folder)
                        .text(
                                "clif_vitals.csv",
                                "hospitalization_id,recorded_dttm,vital_category\n1,x,y\n")
                        .labs("1,2026-01-02 06:00:00+00,,crp,,5,mg/L,");

        ClifReport report = clif.run();

        assertThat(report.faults())
                .containsExactly(
                        new ClifReport.Fault(
                                "clif_vitals.csv",
                                1,
                                "the column vital_value is missing: the table is not imported"));
        assertThat(vitals(report).read()).isZero();
        assertThat(clif.observations()).hasSize(1);
    }

    @Test
    void columnThatIsThereTwiceStopsTheTable() {
        ClifReport report =
                ClifFixture.withOneStay(folder)
                        .text("clif_vitals.csv", lines(HEADER + ",vital_value", SOUND + ",90"))
                        .run();

        assertThat(report.faults())
                .extracting(ClifReport.Fault::reason)
                .containsExactly(
                        "the column vital_value is there twice: the table is not imported");
    }

    @Test
    void emptyFileHasNoHeader() {
        ClifReport report = ClifFixture.withOneStay(folder).text("clif_vitals.csv", "").run();

        assertThat(report.faults())
                .containsExactly(
                        new ClifReport.Fault("clif_vitals.csv", 1, "the file has no header"));
    }

    @Test
    void withoutAUsableTableOfStaysNothingElseIsRead() {
        ClifFixture clif =
                new ClifFixture(folder)
                        .text(
                                ClifFixture.STAYS,
                                "hospitalization_id,admission_dttm,discharge_dttm\n1,,\n")
                        .vitals("1,2026-01-02 06:00:00+00,Heart Rate,heart_rate,80,");

        ClifReport report = clif.run();

        assertThat(report.faults())
                .extracting(ClifReport.Fault::reason)
                .containsExactly(
                        "the column age_at_admission is missing: the table is not imported",
                        "no stay is known: the other tables were not read");
        assertThat(clif.ledger.items()).isEmpty();
    }

    @Test
    void rowWithTheWrongNumberOfFieldsIsQuarantinedAsItCame() {
        ClifFixture clif =
                ClifFixture.withOneStay(folder)
                        .text(
                                "clif_vitals.csv",
                                lines(HEADER, "1,\"a, b\",5", "", SOUND, SOUND + ",,"));

        ClifReport report = clif.run();

        assertThat(clif.quarantined())
                .containsExactly(
                        "2: 3 fields where the header has 4", "5: 6 fields where the header has 4");
        assertThat(clif.ledger.items().getFirst().raw()).isEqualTo("1,\"a, b\",5");
        assertThat(vitals(report).read()).isEqualTo(3);
    }

    @Test
    void fieldOverSeveralLinesIsOneRowAndLinesAreCountedOn() {
        ClifFixture clif =
                ClifFixture.withOneStay(folder)
                        .text(
                                "clif_vitals.csv",
                                lines(
                                        HEADER + ",note",
                                        SOUND + ",\"first \"\"line\"\"",
                                        "second, line\"",
                                        "1,never,heart_rate,80,"));

        ClifReport report = clif.run();

        assertThat(vitals(report).read()).isEqualTo(2);
        assertThat(clif.observations()).containsExactly(new Observation.HeartRate(80));
        assertThat(clif.quarantined()).containsExactly("4: unreadable time: 'never'");
    }

    @Test
    void quoteThatIsNeverClosedSpoilsOnlyItsOwnRow() {
        ClifFixture clif =
                ClifFixture.withOneStay(folder)
                        .text(
                                "clif_vitals.csv",
                                lines(
                                        HEADER,
                                        "\"1,2026-01-02 05:00:00+00,heart_rate,70",
                                        SOUND,
                                        "1,\"2026-01-02 07:00:00+00\",heart_rate,81"));

        clif.run();

        assertThat(clif.observations())
                .containsExactly(new Observation.HeartRate(80), new Observation.HeartRate(81));
        assertThat(clif.quarantined())
                .containsExactly("2: a quoted field is opened and not closed");
        assertThat(clif.ledger.items().getFirst().raw())
                .isEqualTo("\"1,2026-01-02 05:00:00+00,heart_rate,70");
    }

    @Test
    void quoteInsideAFieldIsAnOrdinaryCharacter() {
        ClifFixture clif =
                ClifFixture.withOneStay(folder)
                        .text(
                                "clif_vitals.csv",
                                lines(
                                        HEADER + ",note",
                                        SOUND + ",5\" tube",
                                        SOUND.replace("80", "81") + ","));

        clif.run();

        assertThat(clif.observations())
                .containsExactly(new Observation.HeartRate(80), new Observation.HeartRate(81));
    }

    @Test
    void rowsBeforeTheBreakOfAPackedFileAreKeptAndARowCutShortIsNot() throws IOException {
        byte[] packed = ClifFixture.gzip(noisyVitals(2_000));
        ClifFixture sound = ClifFixture.withOneStay(Files.createDirectory(folder.resolve("sound")));
        sound.bytes("clif_vitals.csv.gz", packed).run();
        // Cut at ten places, so that some fall inside the last field, where a row cut short looks
        // like a whole one.
        for (int cut = 0; cut < 10; cut++) {
            byte[] half = Arrays.copyOf(packed, packed.length / 2 + cut);
            Path here = Files.createDirectory(folder.resolve("cut" + cut));
            ClifFixture clif = ClifFixture.withOneStay(here).bytes("clif_vitals.csv.gz", half);

            ClifReport report = clif.run();

            long read = vitals(report).read();
            assertThat(read).isBetween(900L, 1_100L);
            assertThat(clif.observations()).isEqualTo(sound.observations().subList(0, (int) read));
            assertThat(clif.ledger.items()).isEmpty();
            assertThat(report.faults())
                    .containsExactly(
                            new ClifReport.Fault(
                                    "clif_vitals.csv.gz",
                                    read + 1,
                                    "the file breaks off after this line: Unexpected end of ZLIB input stream"));
        }
    }

    @Test
    void fileThatIsNotPackedInSpiteOfItsNameIsAFault() {
        ClifReport report =
                ClifFixture.withOneStay(folder)
                        .text("clif_vitals.csv.gz", lines(HEADER, SOUND))
                        .run();

        assertThat(report.faults())
                .containsExactly(
                        new ClifReport.Fault(
                                "clif_vitals.csv.gz",
                                0,
                                "the file breaks off after this line: Not in GZIP format"));
    }

    /**
     * However a packed file is broken, each row read is in the ledger, in the quarantine or not of
     * interest.
     */
    @Test
    void noRowGoesAstrayHoweverTheFileIsBroken() throws IOException {
        byte[] packed = ClifFixture.gzip(noisyVitals(300));
        Random random = new Random(20260110);
        List<Long> rows = new ArrayList<>();
        for (int round = 0; round < 150; round++) {
            byte[] broken = Arrays.copyOf(packed, 1 + random.nextInt(packed.length));
            for (int flips = random.nextInt(3); flips > 0; flips--) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Path here = Files.createDirectory(folder.resolve("round" + round));
            // The fixture compares the report with the ledger and the quarantine.
            ClifReport report =
                    ClifFixture.withOneStay(here).bytes("clif_vitals.csv.gz", broken).run();
            rows.add(vitals(report).read());
        }
        assertThat(rows).contains(0L).anyMatch(count -> count > 200);
    }

    @Test
    void progressIsToldOfEveryTableToItsEnd() throws IOException {
        List<String> told = new ArrayList<>();
        ClifProgress progress =
                (file, bytes, of, rows) -> told.add(file + " " + bytes + "/" + of + " " + rows);
        ClifFixture.withOneStay(folder)
                .text("clif_vitals.csv", noisyVitals(1_500))
                .options(new ClifOptions(Set.of(), Map.of(), progress))
                .run();

        long stays = Files.size(folder.resolve(ClifFixture.STAYS));
        long vitals = Files.size(folder.resolve("clif_vitals.csv"));
        assertThat(told)
                .startsWith(
                        "clif_hospitalization.csv %d/%d 0".formatted(stays, stays),
                        "clif_hospitalization.csv %d/%d 1".formatted(stays, stays))
                .endsWith("clif_vitals.csv %d/%d 1500".formatted(vitals, vitals))
                .hasSize(5);
    }

    @Test
    void entriesAreAppendedInBatchesOfWholeStays() {
        MemoryLedger ledger = new MemoryLedger();
        List<Integer> batches = new ArrayList<>();
        ledger.subscribe(entries -> batches.add(entries.size()));
        List<String> stays = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int stay = 1; stay <= 3; stay++) {
            stays.add(stay + ",2026-01-01 00:00:00+00,,60");
            for (int minute = 0; minute < 2_999; minute++) {
                rows.add(
                        "%d,2026-01-02 %02d:%02d:00+00,Heart Rate,heart_rate,%d,"
                                .formatted(
                                        stay, minute % 1440 / 60, minute % 60, 80 + minute / 1440));
            }
        }
        new ClifFixture(folder)
                .stays(stays.toArray(String[]::new))
                .vitals(rows.toArray(String[]::new));

        new ClifImport(
                        folder,
                        ledger,
                        ledger,
                        InstantSource.fixed(ClifFixture.NOW),
                        ClifOptions.ALL)
                .run();

        assertThat(batches).containsExactly(6_000, 3_000);
    }

    /** Heart rates a second apart, with decimals that do not pack well. */
    private static String noisyVitals(int rows) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i < rows; i++) {
            text.append(
                    "1,2026-01-02 %02d:%02d:%02d+00,heart_rate,%d.%09d\n"
                            .formatted(
                                    i / 3600,
                                    i / 60 % 60,
                                    i % 60,
                                    60 + i % 60,
                                    random.nextInt(1_000_000_000)));
        }
        return text.toString();
    }
}
