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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~command.grade~1]
class GradeCommandTest {
    @TempDir private Path folder;
    private Path norepinephrine = Path.of("");
    private Path unclear = Path.of("");

    @BeforeEach
    void writeCases() throws IOException {
        norepinephrine =
                file(
                        "ne.json",
                        """
                        [{"id":"NE","patient":{"ageYears":50,"weightKg":80},"entries":[
                          {"hours":48,"temperature":{"value":39,"unit":"Cel"},"systolic":92,"diastolic":60,
                           "oxygen":{"device":"room-air"},
                           "vasopressors":[{"drug":"norepinephrine","dose":6,"unit":"ug/min"}]}]}]
                        """);
        unclear =
                file(
                        "unclear.json",
                        """
                        [{"id":"U1","entries":[{"hours":1,"temperature":{"value":39,"unit":"Cel"},"systolic":120,
                          "oxygen":{"device":"nasal-cannula"},"colour":"blue"}]},
                         {"id":"U2","entries":[{"hours":1,"outcome":"death-due-to-crs"}]}]
                        """);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static JsonNode json(Run run) throws JsonProcessingException {
        return new ObjectMapper().readTree(run.out());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void jsonHasTheGradeOfEachScaleWithItsReason() throws JsonProcessingException {
        Run run = Run.of("grade", "--format", "json", norepinephrine);
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();

        JsonNode results = json(run);
        assertThat(results.isArray()).isTrue();
        assertThat(results).hasSize(1);
        assertThat(results.get(0).get("id").textValue()).isEqualTo("NE");
        JsonNode grades = results.get(0).get("grades");
        Map<String, Integer> expected =
                Map.of(
                        "astct2019",
                        3,
                        "lee2014",
                        2,
                        "review",
                        2,
                        "ctcae5",
                        3,
                        "penn",
                        3,
                        "cartox",
                        2);
        assertThat(names(grades)).containsAll(expected.keySet());
        expected.forEach(
                (scale, value) -> {
                    JsonNode grade = grades.get(scale);
                    assertThat(grade.get("lowest").intValue()).as(scale).isEqualTo(value);
                    assertThat(grade.get("highest").intValue()).as(scale).isEqualTo(value);
                    assertThat(grade.get("criterion").textValue()).contains("vasopressor");
                    assertThat(grade.get("missing").isArray()).isTrue();
                    assertThat(grade.get("missing")).isEmpty();
                });
    }

    @Test
    void jsonTellsTheStartOfARunAndOfItsDoseAndNamesCauseAndGap() throws IOException {
        Path file =
                file(
                        "dose.json",
                        """
                        [{"id":"D","patient":{"ageYears":45,"weightKg":70},"entries":[
                          {"hours":1,"temperature":{"value":39,"unit":"Cel"},"systolic":120,"diastolic":70,
                           "oxygen":{"device":"simple-mask"},
                           "vasopressors":[{"drug":"norepinephrine","dose":20,"unit":"ug/min","salt":"tartrate"}]},
                          {"hours":4,"attribution":{"pressure":"sepsis"},
                           "vasopressors":[{"drug":"norepinephrine","dose":39,"unit":"ug/min","salt":"tartrate"}]}]}]
                        """);
        JsonNode grade =
                json(Run.of("grade", "--format", "json", "--scale", "lee2014", file))
                        .get(0)
                        .get("grades")
                        .get("lee2014");
        JsonNode running = grade.get("facts").findParents("doseSinceAt").getFirst();
        assertThat(running.get("words").textValue())
                .isEqualTo("norepinephrine tartrate 39 µg/min (19.5 as base)");
        assertThat(running.get("sinceHours").doubleValue()).isEqualTo(1);
        assertThat(running.get("doseSinceHours").doubleValue()).isEqualTo(4);
        assertThat(running.get("ageMinutes").intValue()).isEqualTo(180);
        assertThat(grade.get("notes").get(0).textValue())
                .isEqualTo("pressure attributed to another cause by a clinician: sepsis");
        assertThat(grade.get("missing").get(0).get("fact").textValue())
                .isEqualTo("the flow through the mask");
    }

    // [utest->req~feed.case-file.revisions~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"hours":3}                                                      | 2
                    {"hours":3,"corrects":"low","systolic":118,"diastolic":70}       | 1
                    {"hours":3,"retracts":"low","reason":"wrong patient"}            | 1
                    {"hours":3,"corrects":"normal","systolic":78,"diastolic":40}     | 2
                    {"hours":3,"corrects":"low","fluidBolusMl":500}                  | 2
                    """)
    void correctionsAndRetractionsCountFromTheTimeOfWhatTheyRevise(String entry, String grade)
            throws IOException {
        Path file =
                file(
                        "revised.json",
                        """
                        [{"id":"R","entries":[
                          {"hours":1,"id":"normal","temperature":{"value":39,"unit":"Cel"},"systolic":120,"diastolic":70,
                           "oxygen":{"device":"room-air"}},
                          {"hours":1.5,"temperature":{"value":39,"unit":"Cel"},"oxygen":{"device":"room-air"}},
                          {"hours":2,"id":"low","systolic":80,"diastolic":45},
                          %s]}]
                        """
                                .formatted(entry));
        Run run = Run.of("grade", "--scale", "astct2019", file);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().toList().get(1)).startsWith("  ASTCT 2019 " + grade + ": ");
    }

    // [utest->req~derived.values~1]
    @Test
    void jsonHasTheDerivedValuesWithFormulaAndInputs() throws JsonProcessingException {
        JsonNode derived =
                json(Run.of("grade", "--format", "json", norepinephrine)).get(0).get("derived");

        // 6 ug/min at 80 kg: 6 / 80 = 0.075 ug/kg/min
        JsonNode kotani = derived.get("norepinephrine-equivalent-kotani");
        assertThat(kotani.get("value").doubleValue()).isEqualTo(0.075);
        assertThat(kotani.get("unit").textValue()).isEqualTo("ug/kg/min");
        assertThat(kotani.get("formula").textValue()).startsWith("norepinephrine + epinephrine");
        assertThat(kotani.get("inputs").get(0).get("label").textValue())
                .isEqualTo("norepinephrine");
        assertThat(kotani.get("inputs").get(0).get("at").textValue())
                .isEqualTo("2000-01-03T00:00:00Z");
        assertThat(kotani.get("missing")).isEmpty();

        // Known: 39.0 °C scores 1, room air 0, systolic 92 scores 2. Unknown: four of at most 3.
        JsonNode news = derived.get("news2");
        assertThat(news.has("value")).isFalse();
        assertThat(news.get("least").doubleValue()).isEqualTo(3);
        assertThat(news.get("most").doubleValue()).isEqualTo(15);
        assertThat(news.get("missing")).hasSize(4);

        JsonNode easix = derived.get("easix");
        assertThat(names(easix)).containsExactly("unit", "formula", "inputs", "missing", "remarks");
        assertThat(easix.get("missing")).hasSize(3);
        assertThat(names(derived)).hasSize(14);
    }

    @Test
    void aValueWithoutAnUpperBoundHasNoMostAndATimeIsATime() throws IOException {
        Path file =
                file(
                        "open.json",
                        """
                        [{"id":"O","entries":[{"hours":1,"spo2":99,"oxygen":{"device":"room-air"},
                          "treatments":[{"drug":"Actemra","doseMg":560}]}]}]
                        """);
        JsonNode derived = json(Run.of("grade", "--format", "json", file)).get(0).get("derived");

        // 99 / 0.21 = 471.43
        assertThat(names(derived.get("s-f-ratio")))
                .contains("least")
                .doesNotContain("most", "value");
        assertThat(derived.get("tocilizumab-next").get("time").textValue())
                .isEqualTo("2000-01-01T09:00:00Z");
    }

    @Test
    void textHasDerivedValuesWhenAskedFor() {
        Run run = Run.of("grade", "--scale", "astct2019", "--derived", norepinephrine);

        assertThat(run.out().lines()).hasSize(2 + 14);
        assertThat(run.out()).contains("NE equivalent (VASST", " 6.00 µg/min = ");
    }

    @Test
    void anOpenGradeNamesWhatIsMissing() throws JsonProcessingException {
        Run run = Run.of("grade", "--format", "json", "--scale", "astct2019", unclear);
        JsonNode grade = json(run).get(0).get("grades").get("astct2019");
        assertThat(grade.get("lowest").intValue()).isEqualTo(2);
        assertThat(grade.get("highest").intValue()).isEqualTo(3);
        assertThat(grade.get("missing"))
                .singleElement()
                .satisfies(
                        missing -> {
                            assertThat(missing.get("fact").textValue()).contains("flow");
                            assertThat(missing.get("opens").get("lowest").intValue()).isEqualTo(2);
                            assertThat(missing.get("opens").get("highest").intValue()).isEqualTo(3);
                        });
        assertThat(json(run).get(1).get("grades").get("astct2019").get("lowest").intValue())
                .isEqualTo(5);
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("unclear.json").contains("colour");
    }

    @Test
    void severalFilesAreOneResult() throws JsonProcessingException {
        JsonNode results = json(Run.of("grade", "--format", "json", unclear, norepinephrine));
        assertThat(results)
                .extracting(result -> result.get("id").textValue())
                .containsExactly("U1", "U2", "NE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    penn                | penn
                    penn,astct2019      | penn astct2019
                    ' lee2014 , REVIEW' | lee2014 review
                    all                 | astct2019 lee2014 review ctcae5 penn cartox icans
                    """)
    void scalesAreThoseAskedForInThatOrder(String scale, String expected)
            throws JsonProcessingException {
        JsonNode grades =
                json(Run.of("grade", "--format=json", "--scale", scale, norepinephrine))
                        .get(0)
                        .get("grades");
        assertThat(String.join(" ", names(grades))).isEqualTo(expected);
    }

    @Test
    void textNamesCaseScaleGradeAndReason() {
        Run run = Run.of("grade", "--scale", "astct2019,lee2014", norepinephrine);
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(3);
        assertThat(run.out()).startsWith("NE").contains("ASTCT 2019 3: ", "Lee 2014 2: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"astct", "", "all,penn", "penn,"})
    void anUnknownScaleIsWrongUse(String scale) {
        Run run = Run.of("grade", "--scale", scale, norepinephrine);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("is no scale");
    }

    @Test
    void otherWrongUseIsWrongUse() {
        assertThat(Run.of("grade").code()).isEqualTo(2);
        assertThat(Run.of("grade", "--format", "xml", norepinephrine).code()).isEqualTo(2);
        assertThat(Run.of("grade", "--colour", norepinephrine).code()).isEqualTo(2);
        assertThat(Run.of("garde", norepinephrine).code()).isEqualTo(2);
    }

    @Test
    void rejectedInputIsNamedAndNothingIsPrinted() throws IOException {
        Path bad = file("bad.json", "[{\"id\":\"A\",\"entries\":[{\"hours\":1,\"spo2\":\"95\"}]}]");
        for (Path rejected :
                List.of(
                        bad,
                        folder.resolve("none.json"),
                        folder,
                        file("empty.json", ""),
                        file("cut.json", "[{"))) {
            Run run = Run.of("grade", "--format", "json", norepinephrine, rejected);
            assertThat(run.code()).as("%s", rejected).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("cytovigil: " + rejected.getFileName());
        }
    }

    @Test
    void bytesThatAreNoTextAreRejected() throws IOException {
        Path bytes =
                Files.write(
                        folder.resolve("bytes.json"),
                        new byte[] {'[', '"', (byte) 0xC3, (byte) 0x28, '"', ']'});
        assertThat(Run.of("grade", bytes).code()).isEqualTo(1);
        byte[] nested = "[".repeat(100_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(Run.of("grade", Files.write(folder.resolve("nested.json"), nested)).code())
                .isEqualTo(1);
    }
}
