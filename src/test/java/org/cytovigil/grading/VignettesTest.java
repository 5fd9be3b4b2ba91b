package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.feed.casefile.CaseFile;
import org.cytovigil.feed.casefile.CaseFileException;
import org.cytovigil.feed.casefile.CaseFileReader;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StayMonitor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every grade that the clinical vignettes expect, exactly. */
// [utest->req~grading.astct~1]
// [utest->req~grading.lee~1]
// [utest->req~grading.others~1]
class VignettesTest {
    private static final int EXPECTED_GRADES = 157;

    private static byte[] vignettes() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(VignettesTest.class.getResourceAsStream("vignettes.json"))) {
            return in.readAllBytes();
        }
    }

    private static Map<String, JsonNode> expectations() throws IOException {
        Map<String, JsonNode> byCase = new HashMap<>();
        for (JsonNode vignette : new ObjectMapper().readTree(vignettes())) {
            byCase.put(vignette.get("id").textValue(), vignette.get("expectedAtLastEntry"));
        }
        return byCase;
    }

    private static GradeRange range(JsonNode expected) {
        return expected.isArray()
                ? new GradeRange(expected.get(0).intValue(), expected.get(1).intValue())
                : GradeRange.of(expected.intValue());
    }

    private static GradeRange graded(CaseFile.Course course, ScaleId scale) {
        StayMonitor monitor =
                new StayMonitor(
                        course.stay(), SitePolicy.DEFAULT, List.of(GradingScales.of(scale)));
        for (Entry entry : course.entries()) {
            if (entry.event() instanceof Entry.Observed observed) {
                monitor.observe(entry.at(), observed.observation());
            }
        }
        monitor.advance(course.lastEntryAt(), step -> {});
        return Objects.requireNonNull(monitor.assessment(scale)).range();
    }

    @TestFactory
    Stream<DynamicTest> everyExpectedGrade() throws IOException, CaseFileException {
        Map<String, JsonNode> expectations = expectations();
        CaseFile file = new CaseFileReader(Facts.ZERO).read("vignettes.json", vignettes());
        return file.cases().stream()
                .flatMap(
                        course ->
                                Objects.requireNonNull(expectations.get(course.stay().id().value()))
                                        .properties()
                                        .stream()
                                        .map(field -> test(course, field)));
    }

    private static DynamicTest test(CaseFile.Course course, Map.Entry<String, JsonNode> field) {
        ScaleId scale = ScaleId.parse(field.getKey()).orElseThrow();
        return DynamicTest.dynamicTest(
                course.stay().id() + " " + scale.id(),
                () -> assertThat(graded(course, scale)).isEqualTo(range(field.getValue())));
    }

    @Test
    void noExpectationIsLeftOut() throws IOException {
        assertThat(expectations().values().stream().mapToInt(JsonNode::size).sum())
                .isEqualTo(EXPECTED_GRADES);
    }
}
