package org.cytovigil.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The page shows the mapping table that the program has. */
// [utest->req~feed.mapping~1]
class InteroperabilityPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/interoperability.md");
    private static final Path TABLE = Path.of("assets/mapping/default.csv");

    @Test
    void everyRowOfTheTableStandsOnThePageAndNoOther() throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        int start = page.indexOf("| system | code | name | unit | target | detail |");

        assertThat(page.subList(start + 2, page.size())).containsExactlyElementsOf(rows());
    }

    private static List<String> rows() throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setCommentMarker('#')
                        .get();
        List<String> rows = new ArrayList<>();
        try (CSVParser parser =
                CSVParser.parse(TABLE, java.nio.charset.StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : parser) {
                rows.add(
                        Stream.of("system", "code", "name", "unit", "target", "detail")
                                .map(column -> row.get(column).strip().replace("|", " \\| "))
                                .collect(Collectors.joining(" | ", "| ", " |")));
            }
        }
        return rows;
    }
}
