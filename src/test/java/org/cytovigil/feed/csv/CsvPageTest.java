package org.cytovigil.feed.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the page says of files is so. */
// [utest->req~feed.csv~1]
class CsvPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/interoperability.md");

    private final CsvUnit unit = new CsvUnit();

    private static List<String> section() throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        return page.subList(page.indexOf("## Files"), page.indexOf("## The quarantine"));
    }

    @Test
    void theExampleIsReadWithoutAnythingLeft() throws Exception {
        List<String> lines = section();
        int start = lines.indexOf("```") + 1;
        List<String> example = lines.subList(start, start + 3);

        CsvReading reading =
                unit.reader()
                        .read(
                                "example.csv",
                                String.join("\n", example).getBytes(StandardCharsets.UTF_8),
                                CsvUnit.NOW);

        assertThat(reading.items()).isEmpty();
        assertThat(reading.accepted()).isEqualTo(2);
        // Temperature, pressure, saturation, oxygen, norepinephrine; then the last without oxygen.
        assertThat(reading.entries()).hasSize(8);
    }

    @Test
    void everyColumnWithoutAMeasurementStandsInItsTable() throws IOException {
        String names =
                String.join(
                        "\n",
                        section().stream()
                                .filter(line -> line.startsWith("| `"))
                                .map(line -> line.substring(0, line.indexOf(" | ")))
                                .toList());

        assertThat(names)
                .contains(
                        Arrays.stream(Column.Role.values())
                                .map(role -> "`" + role.name().toLowerCase(Locale.ROOT) + "`")
                                .toList());
    }
}
