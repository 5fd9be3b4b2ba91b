package org.cytovigil.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.junit.jupiter.api.Test;

/** The settings on the page "Clinical basis" are those that the program goes by, row by row. */
class SitePolicyPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/clinical-basis.md");

    @Test
    void thePageHasARowForEverySettingAndNoOther() throws IOException {
        List<String> rows =
                Files.readAllLines(PAGE).stream()
                        .filter(line -> line.matches("\\| `[a-z-]+\\..*"))
                        .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        Settings.all().stream().map(SitePolicyPageTest::row).toList());
    }

    private static String row(Setting<?> setting) {
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        setting.key(),
                        SitePolicy.DEFAULT.text(setting),
                        setting.type().permitted(),
                        setting.meaning(),
                        setting.source());
    }
}
