package org.cytovigil.feed.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cytovigil.clinical.Observation;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the headings of columns stand for. */
// [utest->req~feed.csv~1]
class CsvColumnsTest {
    private static final String AT = "2026-03-02T10:00:00Z";

    private final CsvUnit unit = new CsvUnit();

    /** 38.5 °C in the parts of {@link org.cytovigil.clinical.Temperature}: 9000 a degree. */
    private String observed(String heading, String value) throws CsvFileException {
        CsvReading reading = unit.read("patient;time;" + heading, "70001;" + AT + ";" + value);
        assertThat(reading.items()).isEmpty();
        assertThat(reading.entries()).hasSize(1);
        Entry.Event event = reading.entries().getFirst().event();
        return event instanceof Entry.Observed(Observation observation)
                ? observation.toString()
                : event.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    temperature [Cel]            | 38.5  | BodyTemperature[value=Temperature[parts=346500], site=UNSTATED, unitAssumed=false]
                    TEMP (°C)                    | 38.5  | BodyTemperature[value=Temperature[parts=346500], site=UNSTATED, unitAssumed=false]
                    Body-Temperature (degF)      | 101.3 | BodyTemperature[value=Temperature[parts=346500], site=UNSTATED, unitAssumed=false]
                    temperature [[degF]]         | 101.3 | BodyTemperature[value=Temperature[parts=346500], site=UNSTATED, unitAssumed=false]
                    core_temperature [C]         | 38.5  | BodyTemperature[value=Temperature[parts=346500], site=CORE, unitAssumed=false]
                    MAP (mmHg)                   | 62    | BloodPressure[systolic=null, diastolic=null, mean=Pressure[mmHg=62.0], source=UNSTATED]
                    map [mm[Hg]]                 | 62    | BloodPressure[systolic=null, diastolic=null, mean=Pressure[mmHg=62.0], source=UNSTATED]
                    NIBP systolic [mmHg]         | 88    | BloodPressure[systolic=Pressure[mmHg=88.0], diastolic=null, mean=null, source=CUFF]
                    ABP mean [mmHg]              | 62    | BloodPressure[systolic=null, diastolic=null, mean=Pressure[mmHg=62.0], source=ARTERIAL_LINE]
                    SpO2 [%]                     | 93    | OxygenSaturation[percent=93.0]
                    oxygen saturation (fraction) | 0.93  | OxygenSaturation[percent=93.0]
                    Heart Rate [bpm]             | 120   | HeartRate[perMinute=120.0]
                    HR [/min]                    | 120   | HeartRate[perMinute=120.0]
                    Resp_Rate (breaths/min)      | 24    | RespiratoryRate[perMinute=24.0]
                    FiO2 [%]                     | 40    | OxygenSettings[flow=null, fio2=OxygenFraction[tenThousandths=4000]]
                    FiO2 [1]                     | 0.4   | OxygenSettings[flow=null, fio2=OxygenFraction[tenThousandths=4000]]
                    O2 flow (L/min)              | 6     | OxygenSettings[flow=OxygenFlow[litresPerMinute=6.0], fio2=null]
                    oxygen device                | HFNC  | OxygenDevice[support=HighFlowCannula[flow=null, fio2=null]]
                    weight [lb]                  | 100   | BodyWeight[weight=Weight[kilograms=45.359237]]
                    norepinephrine [ug/kg/min]   | 0.05  | VasopressorCharted[infusion=VasopressorInfusion[drug=NOREPINEPHRINE, rate=DoseRate[amount=0.05, unit=UG_PER_KG_PER_MIN], salt=UNSTATED]]
                    Noradrenaline dose [mcg/min] | 6     | VasopressorCharted[infusion=VasopressorInfusion[drug=NOREPINEPHRINE, rate=DoseRate[amount=6.0, unit=UG_PER_MIN], salt=UNSTATED]]
                    vasopressin [[U]/h]          | 1.8   | VasopressorCharted[infusion=VasopressorInfusion[drug=VASOPRESSIN, rate=DoseRate[amount=1.8, unit=U_PER_H], salt=UNSTATED]]
                    norepinephrine [ug/min]      | 0     | VasopressorCharted[infusion=VasopressorInfusion[drug=NOREPINEPHRINE, rate=DoseRate[amount=0.0, unit=UG_PER_MIN], salt=BASE]]
                    norepinephrine [ug/min]      | stopped | VasopressorCharted[infusion=VasopressorInfusion[drug=NOREPINEPHRINE, rate=DoseRate[amount=0.0, unit=UG_PER_MIN], salt=BASE]]
                    CRP (mg/L)                   | 120   | LaboratoryResult[analyte=CRP, value=120.0]
                    C-reactive protein [mg/dL]   | 12    | LaboratoryResult[analyte=CRP, value=120.0]
                    IL-6 [pg/mL]                 | 900   | LaboratoryResult[analyte=INTERLEUKIN_6, value=900.0]
                    Platelets [10*9/L]           | 31    | LaboratoryResult[analyte=PLATELETS, value=31.0]
                    ferritin [ng/mL]             | 9999  | LaboratoryResult[analyte=FERRITIN, value=9999.0]
                    ICE                          | 7     | NeurologicalExamination[ice=Total[points=7], capd=null, consciousness=null, seizure=null, motorWeakness=null, oedema=null, sedated=null]
                    CAR-T infusion               | axi-cel | InfusionCharted[infusion=Infusion[product=axi-cel, at=2026-03-02T10:00:00Z]]
                    """)
    void aHeadingIsReadInAnyCaseWithItsUnit(String heading, String value, String expected)
            throws Exception {
        assertThat(observed(heading, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    patient;time;temperature              | column 3 'temperature': no unit; accepted: Cel, [degF]
                    patient;time;temperature [mmHg]       | column 3 'temperature [mmHg]': wrong unit 'mmHg'; accepted: Cel, [degF]
                    patient;time;norepinephrine           | column 3 'norepinephrine': no unit; accepted: ug/min
                    patient;time;norepinephrine flow [%]  | column 3 'norepinephrine flow [%]': wrong unit '%'; accepted: mL/h, mL/min
                    patient;time;CRP [mmol/L]             | column 3 'CRP [mmol/L]': wrong unit 'mmol/L'; accepted: mg/L
                    patient;time;HR [bpm];heart rate (/min) | column 4 'heart rate (/min)': is the same as column 3 'HR [bpm]'
                    patient;MRN;time;HR [bpm]             | column 2 'MRN': is the same as column 1 'patient'
                    patient;time;norepinephrine [ug/min];norad dose [mg/h];noradrenaline dose [mg/h] | column 5 'noradrenaline dose [mg/h]': is the same as column 3
                    patient;time;foo;foo                  | column 4 'foo': is the same as column 3 'foo'
                    patient;HR [bpm]                      | no column of the time
                    time;HR [bpm]                         | no column of the patient or the visit
                    bed;time;HR [bpm]                     | a bed alone counts only where the mapping table says so
                    patient;time                          | no column of a measurement
                    patient;time;parameter                | of the columns of parameter and value one is missing
                    patient;time;parameter;value;HR [bpm] | a column of the parameter, and others that are measurements themselves
                    patient;time [Mars];HR [bpm]          | column 2 'time [Mars]': 'Mars' is no time zone
                    patient [kg];time;HR [bpm]            | column 1 'patient [kg]': it has no unit, and here is 'kg'
                    patient;time;oxygen device [L]        | column 3 'oxygen device [L]': words have no unit, and here is 'L'
                    """)
    void aHeaderThatCannotBeReadRefusesTheFileWithPlaceAndReason(String header, String reason) {
        assertThatThrownBy(() -> unit.read(header, header.replaceAll("[^;]+", "1")))
                .isInstanceOf(CsvFileException.class)
                .hasMessageContaining("vitals.csv:1: ")
                .hasMessageContaining(reason);
    }

    @Test
    void everyMistakeOfAHeaderIsNamed() {
        assertThatThrownBy(() -> unit.read("temperature;HR", "1;2"))
                .hasMessageContaining("no column of the time")
                .hasMessageContaining("no column of the patient")
                .hasMessageContaining("column 1 'temperature': no unit")
                .hasMessageContaining("column 2 'HR': no unit");
    }

    @Test
    void columnsNotInTheTableWaitInTheQuarantineByNameAndTheOthersAreTaken() throws Exception {
        CsvReading reading =
                unit.read(
                        "MRN,time,HR [bpm],mood,glucose [mg/dL],note",
                        "70001,2026-03-02T10:00Z,120,\"fine, so far\",140,x",
                        "70001,2026-03-02T11:00Z,118,,,",
                        "70009,2026-03-02T11:00Z,118,sad,,");

        assertThat(CsvUnit.events(reading)).hasSize(2);
        // A row that waits as a whole waits with all its columns, and not twice.
        assertThat(CsvUnit.reasons(reading))
                .containsExactly("4: unknown patient", "1: columns not in the table: 'mood'");
        assertThat(reading.items().getLast().raw())
                .isEqualTo("MRN,time,mood\n70001,2026-03-02T10:00Z,\"fine, so far\"");
        assertThat(reading.notRead()).containsExactly("glucose [mg/dL]", "note");
        assertThat(reading.accepted()).isEqualTo(2);
    }

    @Test
    void aSitesOwnHeadingsAndABedAloneCountWhereItsTableSaysSo() throws Exception {
        CsvReading reading =
                unit.reader(
                                "CSV,puls,*,/min,heart-rate,,",
                                ",bettplatz,,,column,bed,",
                                ",zeit,,,column,time,",
                                ",bed,,,identify,,")
                        .read(
                                "puls.csv",
                                CsvUnit.bytes("Zeit;Bettplatz;Puls [/min]", AT + ";14;99"),
                                CsvUnit.NOW);

        assertThat(CsvUnit.events(reading))
                .containsExactly(
                        "S-2 2026-03-02T10:00:00Z Observed[observation=HeartRate[perMinute=99.0]]");
    }
}
