package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures of the pages are those that one script paints with the program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PicturesTest {
    private static final Path IMAGES = Path.of("src/site/resources/images");

    /** As a shell parts them. */
    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"|\\S+");

    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\(([^)]+\\.png)\\)");

    @Test
    void everyPictureOfAPageIsPaintedByTheScript() throws IOException {
        TreeSet<Path> used = new TreeSet<>();
        for (Path page : pages()) {
            for (String link : links(page)) {
                // The site's tool puts the resources beside the pages.
                used.add(
                        link.startsWith("src/")
                                ? Path.of(link)
                                : Path.of("src/site/resources")
                                        .resolve(link.replaceFirst("^(\\.\\./)+", "")));
            }
        }
        TreeSet<Path> painted = new TreeSet<>();
        painted().keySet().forEach(name -> painted.add(IMAGES.resolve(name + ".png")));

        assertThat(used).isEqualTo(painted).allSatisfy(file -> assertThat(file).isRegularFile());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyLineOfTheScriptIsACommandOfTheProgram(String arguments) {
        String[] words =
                WORDS.matcher("screenshot " + arguments + " --out x.png")
                        .results()
                        .map(word -> word.group().replace("\"", ""))
                        .toArray(String[]::new);

        assertThat(Main.commandLine().parseArgs(words).subcommand().commandSpec().userObject())
                .isInstanceOf(ScreenshotCommand.class);
    }

    static Stream<String> commands() throws IOException {
        return painted().values().stream();
    }

    /** What is painted, by the picture's name. */
    private static Map<String, String> painted() throws IOException {
        Map<String, String> painted = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/site/pictures.sh"))) {
            String[] words = line.split(" ", 3);
            if (words.length == 3 && words[0].equals("paint")) {
                assertThat(painted.put(words[1], words[2])).as(words[1] + " twice").isNull();
            }
        }
        return painted;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> found = Files.walk(Path.of("src/site/markdown"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), found)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static List<String> links(Path page) {
        try {
            return PICTURE.matcher(Files.readString(page))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
