package org.cytovigil.feed.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows become entries, or wait in the quarantine. */
// [utest->req~feed.csv~1]
class CsvReaderTest {
    private final CsvUnit unit = new CsvUnit();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-03-02T10:00Z                | 2026-03-02T10:00:00Z
                    2026-03-02 10:00:30.5+01:00      | 2026-03-02T09:00:30.500Z
                    2026-03-02t05:00:00 -0500        | 2026-03-02T10:00:00Z
                    2026-03-02 10:00                 | 2026-03-02T09:00:00Z
                    2025-10-26 01:59                 | 2025-10-25T23:59:00Z
                    2025-10-26 02:30                 | comes twice in Europe/Berlin: give the offset, +02:00 or +01:00
                    2025-10-26 02:30+01:00           | 2025-10-26T01:30:00Z
                    2026-03-29 02:30                 | does not exist in Europe/Berlin
                    2026-02-30 10:00                 | is no time that there is
                    2026-03-02                       | is no time such as 2026-03-01 08:00
                    03/02/2026 10:00                 | is no time such as 2026-03-01 08:00
                    2025-01-01 00:00Z                | the patient was not here at that time
                    1826-03-02T10:00Z                | cannot be
                    ''                               | no time
                    """)
    void aTimeIsReadInItsOwnOffsetOrInTheZoneOfTheSite(String time, String expected)
            throws Exception {
        CsvReading reading = unit.read("patient,time,HR [bpm]", "70001," + time + ",99");

        if (reading.items().isEmpty()) {
            assertThat(reading.entries().getFirst().at()).hasToString(expected);
        } else {
            assertThat(CsvUnit.reasons(reading).getFirst()).startsWith("2: ").contains(expected);
            assertThat(reading.items().getFirst().raw())
                    .isEqualTo("patient,time,HR [bpm]\n70001," + time + ",99");
            assertThat(reading.entries()).isEmpty();
        }
    }

    @Test
    void dateAndTimeMayStandApartAndTheHeadingMayNameTheZone() throws Exception {
        CsvReading reading = unit.read("date,time [UTC],mrn,HR [bpm]", "2026-03-02,10:00,70001,99");

        assertThat(reading.entries().getFirst().at()).hasToString("2026-03-02T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    38.5    | comma     | 346500
                    38,5    | semicolon | 346500
                    38,5    | tab       | 346500
                    38.5    | semicolon | 346500
                    "38,5"  | comma     | '38,5' is no number
                    38,125  | semicolon | may be a decimal number or thousands
                    38.125  | semicolon | may be a decimal number or thousands
                    38,125  | tab       | may be a decimal number or thousands
                    1.038,5 | semicolon | is no number
                    385e-1  | comma     | 346500
                    >38     | comma     | is no number
                    NaN     | comma     | is no number
                    """)
    void aDecimalCommaIsNeverReadAsThousands(String value, String separator, String expected)
            throws Exception {
        char sign = separator.equals("comma") ? ',' : separator.equals("tab") ? '\t' : ';';
        CsvReading reading =
                unit.read(
                        "patient,time,temperature [Cel]".replace(',', sign),
                        "70001" + sign + "2026-03-02T10:00Z" + sign + value);

        assertThat(CsvUnit.events(reading) + " " + CsvUnit.reasons(reading)).contains(expected);
    }

    @Test
    void commaDecimalsBelowOneAreNoThousands() throws Exception {
        CsvReading reading =
                unit.read("mrn;time;norepinephrine [ug/kg/min]", "70001;2026-03-02T10:00Z;0,125");

        assertThat(CsvUnit.events(reading).getFirst()).contains("amount=0.125,");
    }

    @Test
    void whatStandsInOneRowIsJoined() throws Exception {
        CsvReading reading =
                unit.read(
                        "visit,time,sbp [mmHg],dbp [mmHg],map [mmHg],o2 device,o2 flow [L/min],fio2 [%],weight [kg],"
                                + "norepinephrine flow [mL/h],norepinephrine concentration [ug/mL],temp [C],temp site",
                        "S-1,2026-03-02T10:00Z,88,47,61,hfnc,40,45,82,15.4,1600,38.5,oral");

        assertThat(CsvUnit.events(reading))
                .extracting(event -> event.substring("S-1 2026-03-02T10:00:00Z ".length()))
                .containsExactlyInAnyOrder(
                        "Observed[observation=BodyWeight[weight=Weight[kilograms=82.0]]]",
                        "Observed[observation=BodyTemperature[value=Temperature[parts=346500], site=ORAL, unitAssumed=false]]",
                        "Observed[observation=BloodPressure[systolic=Pressure[mmHg=88.0], diastolic=Pressure[mmHg=47.0],"
                                + " mean=Pressure[mmHg=61.0], source=UNSTATED]]",
                        "Observed[observation=OxygenDevice[support=HighFlowCannula[flow=OxygenFlow[litresPerMinute=40.0],"
                                + " fio2=OxygenFraction[tenThousandths=4500]]]]",
                        // 15.4 mL/h of 1600 ug/mL are 24640 ug/h.
                        "Observed[observation=VasopressorCharted[infusion=VasopressorInfusion[drug=NOREPINEPHRINE,"
                                + " rate=DoseRate[amount=410.666666667, unit=UG_PER_MIN], salt=UNSTATED]]]");
        assertThat(reading.items()).isEmpty();
    }

    @Test
    void aPumpWithoutAConcentrationRunsAtAnUnknownDose() throws Exception {
        CsvReading reading =
                unit.read("mrn,time,norepinephrine [mL/h]", "70001,2026-03-02T10:00Z,5");

        assertThat(CsvUnit.events(reading).getFirst()).contains("NOREPINEPHRINE, rate=null");
        assertThat(CsvUnit.reasons(reading).getFirst())
                .startsWith("2: accepted, but norepinephrine [mL/h]: no dose and no concentration");
        assertThat(reading.inPart()).isEqualTo(1);
    }

    @Test
    void theLongFormSaysTheSameAsTheWideOne() throws Exception {
        CsvReading wide =
                unit.read(
                        "mrn;time;sbp [mmHg];dbp [mmHg];norepinephrine [mL/h];norepinephrine concentration [mg/mL];CRP [mg/L]",
                        "70001;2026-03-02T10:00Z;88;47;5;0,08;120");
        CsvReading tall =
                unit.read(
                        "value;parameter;unit;mrn;time",
                        "88;Systolic;mmHg;70001;2026-03-02T10:00Z",
                        "5;norepinephrine;mL/h;70001;2026-03-02T10:00Z",
                        "120;CRP [mg/L];;70001;2026-03-02T10:00Z",
                        "47;diastolic;mmHg;70001;2026-03-02T10:00Z",
                        "0,08;Norepinephrine concentration;mg/mL;70001;2026-03-02T10:00Z");

        assertThat(wide.items()).isEmpty();
        assertThat(tall.items()).isEmpty();
        assertThat(CsvUnit.events(tall))
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(CsvUnit.events(wide));
        assertThat(tall.accepted()).isEqualTo(5);
    }

    @Test
    void aRowInLongFormIsRefusedByItself() throws Exception {
        CsvReading reading =
                unit.read(
                        "mrn,time,parameter,value,unit",
                        "70001,2026-03-02T10:00Z,HR,99,bpm",
                        "70001,2026-03-02T10:00Z,mood,3,",
                        "70001,2026-03-02T10:00Z,temperature,38.5,",
                        "70001,2026-03-02T10:00Z,HR,97,bpm",
                        "70001,2026-03-02T10:00Z,spo2,,%");

        assertThat(CsvUnit.reasons(reading))
                .containsExactly(
                        "3: mood: it is not in the table",
                        "4: temperature: no unit; accepted: Cel, [degF]");
        assertThat(reading.items().getFirst().raw())
                .isEqualTo("mrn,time,parameter,value,unit\n70001,2026-03-02T10:00Z,mood,3,");
        assertThat(reading.entries()).hasSize(2);
        assertThat(reading.ignored()).isEqualTo(1);
    }

    @Test
    void oneBadCellDoesNotTakeItsRowWithIt() throws Exception {
        CsvReading reading =
                unit.read(
                        "time,mrn,HR [bpm],SpO2 [%],FiO2 [%]",
                        "2026-03-02T10:00Z,70001,high,8388607,0.4",
                        "2026-03-02T11:00Z,70001,99,93,40");

        assertThat(CsvUnit.reasons(reading))
                .containsExactly(
                        "2: HR [bpm]: 'high' is no number",
                        "2: SpO2 [%]: 8388607 stands for no value",
                        "2: FiO2 [%]: FiO2 of 0.4 with the unit %: fraction or percentage?");
        assertThat(reading.items().getFirst().raw())
                .isEqualTo("time,mrn,HR [bpm]\n2026-03-02T10:00Z,70001,high");
        assertThat(reading.quarantined()).isEqualTo(1);
        assertThat(reading.accepted()).isEqualTo(1);
    }

    @Test
    void implausibleNumbersAreKeptToBeShownAsRejected() throws Exception {
        CsvReading reading = unit.read("mrn,time,temp [C]", "70001,2026-03-02T10:00Z,99");

        assertThat(CsvUnit.events(reading)).hasSize(1);
        assertThat(reading.items()).isEmpty();
    }

    @Test
    void roomAirToWhichOxygenFlowsIsSaidAndIsNoDeviceThatIsKnown() throws Exception {
        CsvReading reading =
                unit.read(
                        "mrn,time,oxygen device,o2 flow [L/min]",
                        "70001,2026-03-02T10:00Z,room air,15");

        assertThat(CsvUnit.events(reading)).singleElement().asString().contains("Unrecognised");
        assertThat(CsvUnit.reasons(reading))
                .singleElement()
                .asString()
                .endsWith("room air with a flow or FiO2 of oxygen: the device is not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "820"})
    void aWeightThatCannotBeIsKeptAndADosePerKilogramOfItIsUnknown(String weight) throws Exception {
        CsvReading reading =
                unit.read(
                        "mrn,time,weight [kg],norepinephrine [ug/kg/min],norepinephrine flow [mL/h],norepinephrine concentration [ug/mL]",
                        // 6 mL/h of 80 ug/mL are 8 ug/min, 0.1 for each of 80 kg.
                        "70001,2026-03-02T10:00Z," + weight + ",0.1,6,80");

        assertThat(CsvUnit.reasons(reading))
                .singleElement()
                .asString()
                .contains("its dose is for a weight that cannot be")
                .endsWith("the drug is charted as running at an unknown dose");
        assertThat(CsvUnit.events(reading).getFirst()).contains("BodyWeight");
        assertThat(CsvUnit.events(reading).getLast()).contains("rate=null");
        assertThat(Plausibility.DEFAULT.fault(observed(reading.entries().getFirst())))
                .hasValueSatisfying(
                        fault -> assertThat(fault).endsWith("kg is outside 0.3 to 400"));
    }

    private static Observation observed(Entry entry) {
        return ((Entry.Observed) entry.event()).observation();
    }

    @Test
    void aRowAheadOfTheProgramsClockWaitsAndTheOthersAreCharted() throws Exception {
        CsvReading reading =
                unit.read(
                        "mrn,time,HR [bpm]",
                        "70001,2026-03-02T12:05Z,99",
                        "70001,2026-03-02T12:06Z,98",
                        "70001,2027-03-02T10:00Z,97");

        assertThat(CsvUnit.events(reading)).singleElement().asString().contains("perMinute=99.0");
        assertThat(CsvUnit.reasons(reading))
                .containsExactly(
                        "3: its time is more than five minutes ahead of the program's",
                        "4: its time is more than five minutes ahead of the program's");
        assertThat(reading.quarantined()).isEqualTo(2);
    }

    @Test
    void aRowOfAnotherLengthAndAnOpenQuoteSpoilOnlyThemselves() throws Exception {
        CsvReading reading =
                unit.read(
                        "mrn,time,HR [bpm],note",
                        "70001,2026-03-02T10:00Z,99",
                        "70001,2026-03-02T10:01Z,98,\"never closed",
                        "70001,2026-03-02T10:02Z,97,\"two",
                        "lines\"",
                        "",
                        ",,,",
                        "70009,2026-03-02T10:03Z,96,",
                        "70001,2026-03-02T10:04Z,95,");

        assertThat(CsvUnit.reasons(reading))
                .containsExactly(
                        "2: 3 fields where the header has 4",
                        "3: a quoted field is opened and not closed",
                        "8: unknown patient");
        assertThat(reading.entries()).hasSize(2);
        assertThat(reading.rows()).isEqualTo(5);
        assertThat(reading.quarantined()).isEqualTo(3);
    }

    @Test
    void whatWasChartedBeforeIsNotChartedTwiceNorAfterItWasTakenBack() throws Exception {
        String[] lines = {"mrn,time,HR [bpm]", "70001,2026-03-02T10:00Z,99"};
        unit.keep(unit.read(lines));
        unit.ledger.append(
                List.of(
                        new Entry(
                                new StayId("S-1"),
                                java.time.Instant.parse("2026-03-02T10:00:00Z"),
                                CsvUnit.NOW,
                                new Author(Author.Kind.PERSON, "nurse"),
                                new Entry.Retracted(new Observation.HeartRate(99), "slip"))));

        CsvReading again = unit.read(lines[0], lines[1], "70001,2026-03-02T11:00Z,98");

        assertThat(again.known()).isEqualTo(1);
        assertThat(CsvUnit.events(again))
                .containsExactly(
                        "S-1 2026-03-02T11:00:00Z Observed[observation=HeartRate[perMinute=98.0]]");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,UTF-8", "windows-1252,Windows-1252", "UTF-16,UTF-16"})
    void theEncodingIsFoundAndNamed(String charset, String named) throws Exception {
        CsvReading reading =
                unit.reader()
                        .read(
                                "x.csv",
                                "mrn;time;temp [°C];note\n70001;2026-03-02T10:00Z;38,5;schläfrig\n"
                                        .getBytes(Charset.forName(charset)),
                                CsvUnit.NOW);

        assertThat(reading.form()).isEqualTo(named + ", separated by semicolons");
        assertThat(reading.entries()).hasSize(1);
    }

    @Test
    void aByteOrderMarkAndTheLineOfASpreadsheetAreNoColumns() throws Exception {
        CsvReading reading =
                unit.read("\uFEFFsep=;", "mrn;time;HR [bpm]", "70001;2026-03-02T10:00Z;x");

        assertThat(CsvUnit.reasons(reading)).containsExactly("3: HR [bpm]: 'x' is no number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n\n",
                "no table at all",
                "{\"format\":\"cytovigil-cases\"}",
                "MSH|^~\\&|GATE|WARD7|||20260302110000||ORU^R01|1|P|2.5",
                "mrn,time,HR [bpm]\u0000",
                "\"mrn,time,HR [bpm]",
                "sep=|\nmrn|time|HR [bpm]\n"
            })
    void whatIsNoFileOfThisKindIsRefusedAsAWhole(String text) {
        assertThatThrownBy(
                        () ->
                                unit.reader()
                                        .read(
                                                "x.csv",
                                                text.getBytes(StandardCharsets.UTF_8),
                                                CsvUnit.NOW))
                .isInstanceOf(CsvFileException.class)
                .hasMessageStartingWith("x.csv");
    }

    @Test
    void moreThanOneBatchShouldHoldIsRefused() {
        String row = "70001,2026-03-02T10:00Z,99\n";
        String refused = "70001," + "x".repeat(5_000) + ",99\n";
        for (String text : List.of(row.repeat(100_001), refused.repeat(7_000))) {
            assertThatThrownBy(() -> unit.read("mrn,time,HR [bpm]\n" + text))
                    .hasMessageContaining("cut it into several files");
        }
    }

    @RepeatedTest(200)
    void noiseIsRefusedOrQuarantinedAndNothingElse(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("mrn;time;HR [bpm];temp [C]\n".getBytes(StandardCharsets.UTF_8));
        String letters = "70001;2026-03-02T10:00Z;\"\n\r,99.\t\u00e4[](){}=";
        for (int i = 0; i < 2_000; i++) {
            bytes.writeBytes(
                    letters.substring(random.nextInt(letters.length()))
                            .substring(0, 1)
                            .getBytes(StandardCharsets.UTF_8));
        }
        try {
            CsvReading reading = unit.reader().read("x.csv", bytes.toByteArray(), CsvUnit.NOW);
            assertThat(
                            reading.accepted()
                                    + reading.inPart()
                                    + reading.known()
                                    + reading.ignored()
                                    + reading.quarantined())
                    .isEqualTo(reading.rows());
        } catch (CsvFileException e) {
            assertThat(e).hasMessageStartingWith("x.csv");
        }
    }

    /** Any order of columns, separator, quoting, case and line end says the same. */
    @RepeatedTest(300)
    void theFormOfAFileDoesNotChangeWhatItSays(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        List<List<String>> columns = new ArrayList<>();
        columns.add(List.of("MRN", "70001", "70002", "70001"));
        columns.add(List.of("Time", "2026-03-02T10:00Z", "2026-03-02T10:00Z", "2026-03-02T10:05Z"));
        columns.add(List.of("temperature [Cel]", "38.5", "36.8", ""));
        columns.add(List.of("Systolic (mmHg)", "88", "120", "91"));
        columns.add(List.of("map [mmHg]", "61", "", "63"));
        columns.add(List.of("Oxygen device", "hfnc", "room air", "strange, \"new\" device"));
        columns.add(List.of("FiO2 [%]", "45", "", "50"));
        columns.add(List.of("norepinephrine [ug/kg/min]", "0.05", "0", ""));
        columns.add(List.of("ferritin [ng/mL]", "9999", "", "a; b"));
        CsvReading plain = unit.read(rows(columns, ',', false, false, random));
        Collections.shuffle(columns, random);
        char separator = ",;\t".charAt(random.nextInt(3));

        CsvReading other =
                unit.read(
                        String.join(
                                random.nextBoolean() ? "\r\n" : "\n",
                                rows(columns, separator, true, separator != ',', random)));

        // Five, four and two facts of the three rows.
        assertThat(CsvUnit.events(plain)).hasSize(11);
        assertThat(CsvUnit.events(other))
                .containsExactlyInAnyOrderElementsOf(CsvUnit.events(plain));
        assertThat(CsvUnit.reasons(other))
                .containsExactlyInAnyOrderElementsOf(CsvUnit.reasons(plain));
    }

    @Test
    void anUnknownRecordNumberIsNotThatOfTheVisitBesideIt() throws CsvFileException {
        unit.admit("FVe1", "F111", "A");

        CsvReading reading =
                unit.read("mrn,visit,time,hr [/min]", "ZZZ,FVe1,2026-03-02T10:00:00Z,88");

        assertThat(reading.entries()).isEmpty();
        assertThat(CsvUnit.reasons(reading))
                .containsExactly("2: its patient and its visit number are of different patients");
    }

    private static String[] rows(
            List<List<String>> columns,
            char separator,
            boolean vary,
            boolean comma,
            Random random) {
        String[] rows = new String[4];
        boolean commas = comma && random.nextBoolean();
        for (int row = 0; row < rows.length; row++) {
            List<String> cells = new ArrayList<>();
            for (List<String> column : columns) {
                String text = column.get(row);
                boolean number = text.matches("\\d+\\.\\d+");
                String written = commas && number ? text.replace('.', ',') : text;
                boolean quoted =
                        written.chars().anyMatch(one -> one == separator || one == '"')
                                || (vary && random.nextBoolean());
                cells.add(quoted ? '"' + written.replace("\"", "\"\"") + '"' : written);
            }
            rows[row] = String.join(String.valueOf(separator), cells);
        }
        return rows;
    }
}
