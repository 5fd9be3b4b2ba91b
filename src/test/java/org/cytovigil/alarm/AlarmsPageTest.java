package org.cytovigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.AlarmSettings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.Wording;
import org.junit.jupiter.api.Test;

/** The page "Alarms" says what the code does: kind by kind, and cell by cell of the states. */
// [utest->req~alarm.states~1]
class AlarmsPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/alarms.md");
    private static final SitePolicy POLICY = SitePolicy.DEFAULT;

    /** The rows of all tables of a section, without their head lines. */
    private static List<String> rows(String heading) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int start = lines.indexOf(heading);
        assertThat(start).as("\"%s\" on the page", heading).isNotNegative();
        List<String> rows = new ArrayList<>();
        for (String line : lines.subList(start + 1, lines.size())) {
            if (line.startsWith("## ")) {
                break;
            }
            if (line.startsWith("| ")) {
                rows.add(line);
            }
        }
        return rows;
    }

    @Test
    void theStatesArePrintedAsTheyAre() throws IOException {
        List<String> expected = new ArrayList<>(List.of("| state | event | becomes |"));
        AlarmStateMachine.TABLE.forEach(row -> expected.add(line(row.words())));
        assertThat(rows("## The table of states")).isEqualTo(expected);
    }

    @Test
    void everyKindStandsOnThePageWithItsDefaults() throws IOException {
        List<String> expected =
                Arrays.stream(AlarmKind.values()).map(AlarmsPageTest::defaults).toList();
        List<String> found =
                rows("## Kinds").stream()
                        .filter(row -> row.startsWith("| `"))
                        .map(row -> row.replaceFirst("(\\| `[a-z-]+` \\|)[^|]+\\|", "$1"))
                        .toList();
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void theGuidanceOfEveryKindStandsOnThePage() throws IOException {
        assertThat(rows("## Guidance").stream().skip(1))
                .containsExactlyElementsOf(
                        Arrays.stream(AlarmKind.values())
                                .map(AlarmKind::settings)
                                .map(s -> line(List.of("`" + s.id() + "`", s.guidance(POLICY))))
                                .toList());
    }

    private static String defaults(AlarmKind kind) {
        AlarmSettings settings = kind.settings();
        return line(
                List.of(
                        "`" + settings.id() + "`",
                        priorities(settings),
                        time(settings.delay(POLICY), "at once"),
                        time(settings.clearAfter(POLICY), "at once"),
                        time(settings.remindAfter(POLICY), "never"),
                        !kind.latches(2) ? "no" : kind.latches(1) ? "yes" : "from level 2",
                        kind.isOfTheGrade() ? "yes" : "no"));
    }

    private static String priorities(AlarmSettings settings) {
        String text = "";
        AlarmPriority before = null;
        for (int level = 1; level <= 4; level++) {
            AlarmPriority priority = settings.priority(POLICY, level);
            if (priority != before) {
                String word = priority.name().toLowerCase(Locale.ROOT);
                text += before == null ? word : ", from %d %s".formatted(level, word);
            }
            before = priority;
        }
        return text;
    }

    private static String time(Duration span, String ifNone) {
        return span.isZero() ? ifNone : Wording.duration(span);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
