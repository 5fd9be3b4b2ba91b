package org.cytovigil.feed.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.feed.mapping.CodeTable.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code counts only when number, name and unit fit one row of the table. */
// [utest->req~feed.mapping~1]
class CodeTableTest {
    private static final String HEADER = "system,code,name,unit,target,detail,note\n";
    private static final CodeTable STANDARD = CodeTable.standard();

    @TempDir private Path folder;

    private static Mapped read(CodeTable table, Code code, String unit, String value) {
        return switch (table.match(List.of(code))) {
            case Match.Found found -> table.read(found, List.of(unit), List.of(value));
            case Match.Unknown(String reason) -> new Mapped.Refused(reason);
        };
    }

    private static CodeTable site(String rows) throws CodeTableException {
        return CodeTable.read(new StringReader(HEADER + rows), "site.csv");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # code, name, system, unit, value, kept
                    8310-5, Body temperature, LN, Cel, 38.5, 38.5
                    8310-5, Body temperature, LOINC, Cel, 38.5, 38.5
                    8310-5, Body temperature, http://loinc.org, [degF], 101.3, 38.5
                    8310-5, BODY TEMP, LN, F, 101.3, 38.5
                    150344, MDC_TEMP, MDC, 268192, 38.5, 38.5
                    150344, MDC_TEMP, MDC, MDC_DIM_DEGC, 38.5, 38.5
                    150344, mdc_temp, urn:iso:std:iso:11073:10101, °C, 38.50, 38.5
                    """)
    void temperaturesInEverySpelling(
            String code, String name, String system, String unit, String value, double celsius) {
        assertThat(read(STANDARD, new Code(code, name, system), unit, value))
                .isEqualTo(
                        new Mapped.Fact(
                                new Observation.BodyTemperature(
                                        Temperature.ofCelsius(celsius),
                                        Observation.TemperatureSite.UNSTATED,
                                        false)));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    59408-5, Oxygen saturation, LN, %, 93, OxygenSaturation[percent=93.0]
                    59408-5, Oxygen saturation, LN, 1, 0.93, OxygenSaturation[percent=93.0]
                    8867-4, Heart rate, LN, {beats}/min, 120, HeartRate[perMinute=120.0]
                    9279-1, Respiratory rate, LN, BRPM, 22, RespiratoryRate[perMinute=22.0]
                    29463-7, Body weight, LN, g, 75000, BodyWeight[weight=Weight[kilograms=75.0]]
                    2160-0, Creatinine, LN, umol/L, 176.8, 'LaboratoryResult[analyte=CREATININE, value=2.0]'
                    777-3, Platelets, LN, K/uL, 45, 'LaboratoryResult[analyte=PLATELETS, value=45.0]'
                    3255-7, Fibrinogen, LN, g/L, 1.2, 'LaboratoryResult[analyte=FIBRINOGEN, value=120.0]'
                    2276-4, Ferritin, LN, ng/mL, 9999, 'LaboratoryResult[analyte=FERRITIN, value=9999.0]'
                    """)
    void factsInTheUnitThatIsKept(
            String code, String name, String system, String unit, String value, String fact) {
        assertThat(read(STANDARD, new Code(code, name, system), unit, value))
                .hasToString("Fact[observation=%s]".formatted(fact));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    150456, MDC_CONC_AWAY_CO2_ET, MDC, %, 38, code and name disagree
                    150456, '', MDC, %, 98, code and name disagree
                    150344, MDC_TEMP, MDC, mm[Hg], 38, wrong unit 'mm[Hg]'; accepted: Cel
                    150344, MDC_TEMP, MDC, '', 38, no unit; accepted: Cel
                    150344, MDC_TEMP, LN, Cel, 38, not of interest
                    3150-6, FiO2, LN, %, 40, not of interest
                    3150-0, Inhaled oxygen, LN, %, 0.3, fraction or percentage?
                    3150-0, Inhaled oxygen, LN, 1, 30, fraction or percentage?
                    150456, MDC_PULS_OXIM_SAT_O2, MDC, %, 8388607, stands for no value
                    150344, MDC_TEMP, MDC, Cel, -100, stands for no value
                    150344, MDC_TEMP, MDC, Cel, '37,5', is no number
                    150344, MDC_TEMP, MDC, Cel, NaN, is no number
                    150344, MDC_TEMP, MDC, Cel, 1e999999999, is no number
                    150344, MDC_TEMP, MDC, Cel, '', no value
                    150344, MDC_TEMP, MDC, Cel, '""', no value
                    ICE, ICE score, 99CYTOVIGIL, '', 10.5, is no ICE score
                    CAPD, CAPD, 99CYTOVIGIL, '', 33, is no CAPD score
                    CAPD, CAPD, 99CYTOVIGIL, '', -1, is no CAPD score
                    '', '', '', '', 1, it has no code
                    """)
    void whatDoesNotFitIsRefusedWithTheReason(
            String code, String name, String system, String unit, String value, String reason) {
        assertThat(read(STANDARD, new Code(code, name, system), unit, value))
                .isInstanceOfSatisfying(
                        Mapped.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason));
    }

    @Test
    void implausibleIsNotRefusedHere() {
        Code code = new Code("8478-0", "Mean blood pressure", "LN");

        assertThat(read(STANDARD, code, "mm[Hg]", "-16"))
                .isEqualTo(
                        new Mapped.PressureValue(
                                Target.PressurePart.MEAN,
                                Observation.PressureSource.UNSTATED,
                                new org.cytovigil.clinical.Pressure(-16)));
    }

    @Test
    void aRowOfTheSiteComesBeforeThatOfTheProgram() throws Exception {
        CodeTable table = site("MDC,150344,MDC_TEMP,,ignore,,our gateway sends the room\n");

        assertThat(read(table, new Code("150344", "MDC_TEMP", "MDC"), "Cel", "20"))
                .isEqualTo(new Mapped.NotOfInterest());
        assertThat(read(table, new Code("150368", "MDC_TEMP_CORE", "MDC"), "Cel", "38"))
                .isInstanceOf(Mapped.Fact.class);
    }

    @Test
    void aSiteTeachesUnitsDrugsAndStatuses() throws Exception {
        CodeTable table =
                site(
                        """
                        ,grC,,Cel,unit,,
                        ,,NE 16/250,,drug,norepinephrine,
                        ,X,,,result-status,accept,
                        ,T,,,processing,accept,
                        ,bed,,,identify,,
                        """);

        assertThat(read(table, new Code("150344", "MDC_TEMP", "MDC"), "grC", "38"))
                .isInstanceOf(Mapped.Fact.class);
        assertThat(read(table, new Code("184514", "MDC_DRUG_NAME_LABEL", "MDC"), "", "NE 16/250"))
                .hasToString("Drug[drug=NOREPINEPHRINE]");
        assertThat(table.handling("X")).isEqualTo(CodeTable.Handling.ACCEPT);
        assertThat(table.acceptsProcessing("T")).isTrue();
        assertThat(table.identifiesByBed()).isTrue();
        assertThat(STANDARD.handling("X")).isEqualTo(CodeTable.Handling.NO_RESULT);
        assertThat(STANDARD.handling("")).isEqualTo(CodeTable.Handling.REFUSE);
        assertThat(STANDARD.handling("?")).isEqualTo(CodeTable.Handling.REFUSE);
        assertThat(STANDARD.acceptsProcessing("T")).isFalse();
        assertThat(STANDARD.identifiesByBed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    LN,1,x,Cel,temprature,,; site.csv:2: 'temprature' is no target
                    LN,1,x,Cel,temperature,nose,; site.csv:2: 'temperature' is no target with the detail 'nose'
                    LN,1,x,mm[Hg],temperature,,; site.csv:2: 'mm[Hg]' is no unit of 'temperature'; possible: Cel [degF]
                    LN,1,x,,temperature,,; site.csv:2: 'temperature' needs a unit
                    LN,1,,Cel,temperature,,; site.csv:2: system, code and name are all needed
                    LN,1,x,Cel,temperature,; site.csv:2: 6 columns instead of 7
                    ,X,,Celsius,unit,,; site.csv:2: 'Celsius' is no UCUM unit in use here
                    ,,Levo,,drug,levosimendan,; site.csv:2: 'levosimendan' is no detail of 'drug'
                    ,abc,,,sentinel,,; site.csv:2: '' is no detail of 'sentinel'
                    ,X,,,result-status,maybe,; site.csv:2: 'maybe' is no detail of 'result-status'
                    """)
    void everyMistakeIsToldWithFileLineAndReason(String row, String reason) {
        assertThatThrownBy(() -> site(row + "\n"))
                .isInstanceOf(CodeTableException.class)
                .hasMessageStartingWith(reason);
    }

    @Test
    void everyMistakeOfAFileIsTold() {
        assertThatThrownBy(() -> site("LN,1,x,Cel,a,,\n\nLN,1,x,Cel,b,,\n"))
                .hasMessageContainingAll("site.csv:2: 'a'", "site.csv:4: 'b'");
    }

    @Test
    void anotherFileIsNoTable() throws Exception {
        Path file = folder.resolve("other.csv");
        Files.writeString(file, "a,b\n1,2\n");

        assertThatThrownBy(() -> CodeTable.read(file))
                .isInstanceOf(CodeTableException.class)
                .hasMessageStartingWith("other.csv:1: the columns are [a, b]");
        assertThatThrownBy(() -> CodeTable.read(folder.resolve("none.csv")))
                .isInstanceOf(CodeTableException.class)
                .hasMessageStartingWith("none.csv: cannot be read");
    }

    @Test
    void codesThatNameDifferentQuantitiesAreNotChosenFrom() {
        assertThat(
                        STANDARD.match(
                                List.of(
                                        new Code("8310-5", "Body temperature", "LN"),
                                        new Code("150456", "MDC_PULS_OXIM_SAT_O2", "MDC"))))
                .isInstanceOf(Match.Unknown.class);
        assertThat(
                        STANDARD.match(
                                List.of(
                                        new Code("OWN-1", "Temperature", "99VENDOR"),
                                        new Code("8310-5", "Body temperature", "LN"))))
                .isInstanceOf(Match.Found.class);
    }
}
