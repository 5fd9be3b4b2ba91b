package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The page of the commands names every command and option, and none that there is not. */
// [utest->req~command.open~1]
class CommandsPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/guide/commands.md");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```");
    private static final Pattern SECTION = Pattern.compile("(?m)^## ");
    private static final Pattern BLANK = Pattern.compile(" ");
    private static final List<String> OF_ALL = List.of("--help", "--version");

    /** The commands that can be given, without groups of them. */
    static List<String> commands() {
        List<String> found = new ArrayList<>();
        collect(Main.commandLine(), found);
        return found;
    }

    static List<String> called() {
        return commands().stream().filter(command -> command.contains(" ")).toList();
    }

    private static void collect(CommandLine line, List<String> found) {
        if (line.getSubcommands().isEmpty() || line.getParent() == null) {
            found.add(line.getCommandSpec().qualifiedName());
        }
        line.getSubcommands().values().forEach(sub -> collect(sub, found));
    }

    private static List<String> options(String command) {
        CommandLine line = Main.commandLine();
        for (String name : BLANK.splitAsStream(command).skip(1).toList()) {
            line = Objects.requireNonNull(line.getSubcommands().get(name));
        }
        return line.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !OF_ALL.contains(name))
                .sorted()
                .toList();
    }

    /** What the page says of a command: under the heading that names it, and in the code there. */
    private static String section(String command) throws IOException {
        List<String> words = BLANK.splitAsStream(command).toList();
        String heading = words.size() == 1 ? "cytovigil: open the application" : words.get(1);
        for (String section : SECTION.splitAsStream(Files.readString(PAGE)).toList()) {
            String title = section.lines().findFirst().orElse("");
            boolean own = title.equals(heading) || title.equals(command);
            boolean group =
                    title.startsWith("cytovigil ")
                            && Arrays.asList(title.substring(10).split(", ")).contains(heading);
            if (own || group) {
                return section;
            }
        }
        throw new AssertionError("the page says nothing of " + command);
    }

    private static List<String> named(String text) {
        return OPTION.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionOfACommandIsInItsSection(String command) throws IOException {
        assertThat(section(command)).contains(command);
        assertThat(named(section(command))).containsAll(options(command));
    }

    @ParameterizedTest
    @MethodSource("called")
    void theCallThatIsShownNamesEveryOptionOfTheCommand(String command) throws IOException {
        String call =
                CODE.matcher(section(command))
                        .results()
                        .map(MatchResult::group)
                        .filter(code -> code.contains(command))
                        .findFirst()
                        .orElse("");

        assertThat(named(call)).containsAll(options(command));
        assertThat(commands().stream().flatMap(one -> options(one).stream()).toList())
                .as("options that there are")
                .containsAll(named(call));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theTableOfTheCommandsHasEachOrItsGroup(String command) throws IOException {
        String table = SECTION.split(Files.readString(PAGE), -1)[0];
        String group = String.join(" ", BLANK.splitAsStream(command).limit(2).toList());

        assertThat(table.contains("| `" + command + "` |") || table.contains("| `" + group + "` |"))
                .as("%s is in the table", command)
                .isTrue();
    }
}
