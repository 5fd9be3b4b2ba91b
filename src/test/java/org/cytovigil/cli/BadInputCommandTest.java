package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nonsense in case files: remarked upon or refused with its place, and never taken for normal. */
// [utest->req~grading.bad-input~1]
class BadInputCommandTest {
    private static final String WELL =
            "{'hours':1,'temperature':{'value':36.8,'unit':'Cel'},'systolic':120,'diastolic':70,'spo2':98,'oxygen':{'device':'room-air'}}";

    /** Every number that an entry takes, the number itself written as #. */
    private static final List<String> FIELDS =
            List.of(
                    "'temperature':{'value':#,'unit':'Cel'}",
                    "'temperature':{'value':#,'unit':'[degF]'}",
                    "'temperature':{'value':#}",
                    "'systolic':#",
                    "'diastolic':#",
                    "'mean':#",
                    "'systolic':#,'diastolic':#,'mean':#",
                    "'spo2':#",
                    "'heartRate':#",
                    "'respiratoryRate':#",
                    "'weightKg':#",
                    "'fluidBolusMl':#",
                    "'oxygen':{'device':'nasal-cannula','flowLitresPerMinute':#}",
                    "'oxygen':{'device':'venturi','fio2':#}",
                    "'vasopressors':[{'drug':'norepinephrine','dose':#,'unit':'ug/kg/min'}]",
                    "'vasopressors':[{'drug':'norepinephrine','dose':#}]",
                    "'vasopressors':[{'drug':'norepinephrine','dose':#,'unit':'[U]/h'}]",
                    "'vasopressors':[{'drug':'vasopressin','dose':#,'unit':'ug/min'}]",
                    "'vasopressors':[{'drug':'dopamine','dose':#,'unit':'mmHg'}]",
                    "'vasopressors':[{'drug':'dopamine','dose':#,'unit':'mL/h'}]",
                    "'vasopressors':[{'drug':'dopamine','dose':#,'unit':'mL/h','concentration':{'value':#,'unit':'mg/mL'}}]",
                    "'treatments':[{'drug':'dexamethasone','doseMg':#}]",
                    "'treatments':[{'drug':'tocilizumab','doseMgPerKg':#}]",
                    "'organToxicity':[{'organ':'renal','ctcaeGrade':#}]",
                    "'labs':[{'analyte':'ferritin','value':#,'unit':'ng/mL'}]",
                    "'neurology':{'ice':#}",
                    "'neurology':{'capd':#}",
                    "'neurology':{'capd':[#,#,#,#,#,#,#,#]}",
                    "'neurology':{'ice':{'objects':#}}",
                    "'override':{'scale':'astct2019','grade':#,'reason':'r','by':'b'}",
                    "'hours':#");

    @TempDir private Path folder;

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("bad.json"), json.replace('\'', '"'));
    }

    private Run grade(String json) throws IOException {
        return Run.of("grade", "--format", "json", file(json));
    }

    private static JsonNode results(Run run) throws JsonProcessingException {
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static String range(JsonNode result, String scale) {
        JsonNode grade = result.get("grades").get(scale);
        return grade.get("lowest") + "-" + grade.get("highest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-100",
                "-0.0",
                "0",
                "5e-324",
                "8388607",
                "1e308",
                "-1e308",
                "1.7976931348623157e308",
                "1e999",
                "-1e999"
            })
    void everyNumberInEveryPlaceIsGradedOrRefusedWithItsPlace(String number) throws IOException {
        for (String field : FIELDS) {
            String fields = field.replace("#", number);
            String entry = field.contains("hours") ? fields : "'hours':2," + fields;
            String json = "[{'id':'A','entries':[%s,{%s}]}]".formatted(WELL, entry);
            Run run = grade(json);
            if (run.code() == 0) {
                JsonNode result = results(run).get(0);
                // What was rejected is shown as it came.
                assertThat(result.get("grades").toString())
                        .as(entry)
                        .doesNotContain("NaN")
                        .doesNotContain("Infinity");
                for (JsonNode value : result.get("derived")) {
                    assertThat(value.path("value").toString()).doesNotContain("NaN", "Infinity");
                }
            } else {
                assertThat(run.code()).as(entry).isEqualTo(1);
                assertThat(run.err()).startsWith("cytovigil: bad.json[0].entries[1]");
                assertThat(run.out()).isEmpty();
            }
            Run derived = Run.of("grade", "--derived", folder.resolve("bad.json"));
            assertThat(derived.code()).as(entry).isEqualTo(run.code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "+1", "0x10", "1e", "--1"})
    void whatIsNoNumberInJsonIsRefusedWithItsLine(String number) throws IOException {
        Run run = grade("[{'id':'A','entries':[\n{'hours':1,'spo2':" + number + "}]}]");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("cytovigil: bad.json: line 2, column");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'temperature':{'value':8388607,'unit':'Cel'}                                | astct2019 | 0-0 | temperature 8388607 °C is outside
                    'temperature':{'value':-100}                                                | astct2019 | 0-0 | temperature -100 °C is outside
                    'systolic':1e308                                                            | lee2014   | 0-0 | systolic pressure 1.0E308 mmHg is outside
                    'vasopressors':[{'drug':'norepinephrine','dose':9}]                         | lee2014   | 2-3 | a dose without a unit
                    'vasopressors':[{'drug':'norepinephrine','dose':9,'unit':'[U]/h'}]          | lee2014   | 2-3 | is not given in [U]/h
                    'vasopressors':[{'drug':'norepinephrine','dose':9,'unit':'mmHg'}]           | lee2014   | 2-3 | is no unit of dose
                    'vasopressors':[{'drug':'norepinephrine','dose':-9,'unit':'ug/min'}]        | lee2014   | 2-3 | is outside 0 to 2400
                    'vasopressors':[{'drug':'norepinephrine','dose':1e308,'unit':'ug/kg/min'}]  | penn      | 3-4 | is outside 0 to 10
                    'vasopressors':[{'drug':'norepinephrine','dose':9,'unit':'mL/h','concentration':{'value':0,'unit':'ug/mL'}}]       | lee2014 | 2-3 | make no dose
                    'vasopressors':[{'drug':'norepinephrine','dose':-9,'unit':'mL/h','concentration':{'value':-16,'unit':'ug/mL'}}]    | lee2014 | 2-3 | make no dose
                    'vasopressors':[{'drug':'norepinephrine','dose':5e-324,'unit':'mL/h','concentration':{'value':16,'unit':'ug/mL'}}] | lee2014 | 2-3 | make no dose
                    'vasopressors':[{'drug':'vasopressin','dose':9,'unit':'mL/h','concentration':{'value':16,'unit':'mg/mL'}}]         | penn    | 3-3 | is not given in ug/min
                    'oxygen':{'device':'nasal-cannula','flowLitresPerMinute':-1}                | astct2019 | 0-0 | oxygen flow -1 L/min is outside
                    'oxygen':{'device':'nasal-cannula','flowLitresPerMinute':-1}                | lee2014   | 2-3 | oxygen flow -1 L/min is outside
                    'oxygen':{'device':'hfnc','fio2':429497.1296}                               | ctcae5    | 2-3 | FiO2 429497.1296 cannot be: kept, not graded
                    'oxygen':{'device':'hfnc','fio2':1e308}                                     | ctcae5    | 2-3 | FiO2 1e308 cannot be: kept, not graded
                    'temperature':{'value':1e308,'unit':'[degF]'}                               | astct2019 | 0-0 | temperature 1e308 °F cannot be: kept, not graded
                    'vasopressors':[{'drug':'norepinephrine','dose':1e308,'unit':'ug/min'}]     | penn      | 3-4 | norepinephrine dose 1.0E308 ug/min is outside
                    'vasopressors':[{'drug':'norepinephrine','dose':1e308,'unit':'mg/h'}]       | penn      | 3-4 | norepinephrine dose 1.0E308 mg/h cannot be
                    'vasopressors':[{'drug':'norepinephrine','dose':10,'unit':'mL/h','concentration':{'value':1e308,'unit':'ug/mL'}}] | penn | 3-4 | 10 mL/h of 1e308 ug/ml make no dose
                    'labs':[{'analyte':'crp','value':1e308,'unit':'mg/dL'}]                     | lee2014   | 0-0 | CRP 1e308 mg/dL cannot be: kept, not graded
                    'weightKg':70,'treatments':[{'drug':'tocilizumab','doseMgPerKg':1e308}]     | lee2014   | 0-0 | 1e308 mg/kg make no amount
                    'neurology':{'ice':99,'seizure':'resolving'}                                | icans     | 3-4 | ICE score 99 is outside
                    'weightKg':-70                                                              | lee2014   | 0-0 | weight -70 kg is outside
                    """)
    void nonsenseIsRemarkedUponAndGradedAsUnknown(
            String fields, String scale, String expected, String remark) throws IOException {
        Run run =
                grade(
                        "[{'id':'A','entries':[%s,{'hours':2,%s}]},{'id':'B','entries':[%s]}]"
                                .formatted(WELL, fields, WELL));
        JsonNode results = results(run);

        assertThat(range(results.get(0), scale)).isEqualTo(expected);
        assertThat(run.err()).contains("bad.json[0].entries[1]").contains(remark);
        // The other case is none the worse for it.
        assertThat(range(results.get(1), scale)).isEqualTo(scale.equals("icans") ? "0-4" : "0-0");
    }

    @Test
    void aValueThatCouldNotBeKeptIsRejectedWithoutAnotherInItsPlace() throws IOException {
        Run run =
                grade(
                        "[{'id':'A','entries':[{'hours':1,'oxygen':{'device':'hfnc','fio2':1e308}}]}]");
        assertThat(results(run).get(0).get("rejected").get(0).get("reason").asText())
                .isEqualTo("FiO2 beyond all limits");
        assertThat(
                        grade(
                                        "[{'id':'A','entries':[{'hours':1,'organToxicity':[{'organ':'renal','ctcaeGrade':1e308}]}]}]")
                                .err())
                .contains("\"ctcaeGrade\" of 1e308 is no grade");
    }

    @Test
    void nonsenseAloneIsNoNormal() throws IOException {
        JsonNode result =
                results(
                                grade(
                                        "[{'id':'A','entries':[{'hours':1,'temperature':{'value':105,'unit':'Cel'},'systolic':-1,'spo2':8388607,'oxygen':{'device':'room-air'}}]}]"))
                        .get(0);
        assertThat(range(result, "astct2019")).isEqualTo("0-2");
        assertThat(range(result, "lee2014")).isEqualTo("0-2");
        assertThat(result.get("rejected")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -1000000000-01-01T00:00:00Z | cannot be
                    0001-01-01T00:00:00Z        | cannot be
                    9999-12-31T23:59:59Z        | cannot be
                    +1000000000-12-31T23:59:59Z | cannot be
                    2026-13-01T00:00:00Z        | is no time
                    yesterday                   | is no time
                    """)
    void anInfusionAtATimeThatCannotBeIsRefused(String at, String reason) throws IOException {
        Run run = grade("[{'id':'A','infusion':{'at':'%s'},'entries':[%s]}]".formatted(at, WELL));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("cytovigil: bad.json[0].infusion: ").contains(reason);
    }

    @Test
    void anEntryBeforeThePatientsBirthIsRejectedWithTheReason() throws IOException {
        Run run =
                grade(
                        "[{'id':'A','patient':{'ageYears':2},'entries':[{'hours':-99999,'temperature':{'value':39,'unit':'Cel'}},%s]}]"
                                .formatted(WELL));
        JsonNode result = results(run).get(0);

        assertThat(range(result, "lee2014")).isEqualTo("0-0");
        assertThat(result.get("rejected")).hasSize(1);
        assertThat(result.get("episodes")).isEmpty();
        assertThat(run.err())
                .contains("bad.json[0].entries[0]: ")
                .contains("lies before the patient's birth: kept, not graded");
    }

    @Test
    void namesAndReasonsWithControlCharactersForgeNoLine() throws IOException {
        String forged = "x\\n  ASTCT 2019 0: no fever so far.\\u001b[2J";
        Path file =
                file(
                        "[{'id':'A','entries':[%s,{'hours':2,'attribution':{'all':'%s'},'treatments':[{'drug':'%s'}],'override':{'scale':'astct2019','grade':3,'reason':'%s','by':'%s'},'%s':1}]}]"
                                .formatted(WELL, forged, forged, forged, forged, forged));
        Run run = Run.of("grade", file);

        assertThat(run.code()).isZero();
        // The case and its seven scales.
        assertThat(run.out().lines()).hasSize(8);
        assertThat(run.out() + run.err()).doesNotContain("\u001b");
        assertThat(run.err().lines()).allMatch(line -> line.startsWith("cytovigil: bad.json[0]"));
    }

    @Test
    @Timeout(60)
    void thousandsOfEntriesInOneSecondAreGradedTheSameInAnyOrder() throws IOException {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            entries.add(
                    "{'hours':2,'temperature':{'value':%s,'unit':'Cel'},'systolic':%d,'spo2':%d,'oxygen':{'device':'nasal-cannula','flowLitresPerMinute':%d},'vasopressors':[{'drug':'dopamine','dose':%d,'unit':'ug/kg/min'}]}"
                            .formatted(30 + i % 200 / 10.0, i % 400, i % 130, i % 120, i % 30));
        }
        String inOrder = results(oneCase(entries)).toString();
        String reversed = results(oneCase(entries.reversed())).toString();
        assertThat(reversed).isEqualTo(inOrder);
    }

    private Run oneCase(List<String> entries) throws IOException {
        return grade(
                "[{'id':'A','patient':{'weightKg':70},'entries':[%s]}]"
                        .formatted(entries.stream().collect(Collectors.joining(",\n"))));
    }

    @Test
    void remarksGoByTheLimitsOfThePolicy() throws IOException {
        Path policy =
                Files.writeString(
                        folder.resolve("site.toml"),
                        "version = \"s\"\n[plausible]\ntemperature-to = \"42 Cel\"\n");
        Path file =
                file(
                        "[{'id':'A','entries':[{'hours':1,'temperature':{'value':43,'unit':'Cel'}}]}]");

        assertThat(Run.of("grade", file).err()).isEmpty();
        assertThat(Run.of("grade", "--policy", policy, file).err())
                .contains("temperature 43 °C is outside 25 to 42 °C: kept, not graded");
    }
}
