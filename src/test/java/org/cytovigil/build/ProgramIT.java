package org.cytovigil.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The finished program, started as a user starts it. */
@DisabledOnOs(OS.WINDOWS) // the launcher under test is the shell script
class ProgramIT {
    private static final Path CASES = Path.of("assets", "cases", "mimic-iv-demo");

    @TempDir private Path folder;

    /** What the program printed and how it ended. */
    private record Outcome(int code, String out, String err) {}

    @Test
    void gradesACaseFile() throws Exception {
        Path file = folder.resolve("case.json");
        Files.writeString(
                file,
                """
                [{"id": "one", "entries": [{"hours": 50, "temperature": {"value": 100.4, "unit": "[degF]"},
                  "systolic": 122, "diastolic": 74, "spo2": 97, "oxygen": {"device": "room-air"}, "vasopressors": []}]}]
                """);

        Outcome outcome = run("grade", file.toString(), "--scale", "astct2019", "--format", "json");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("\"id\" : \"one\"", "\"lowest\" : 1", "\"highest\" : 1");
    }

    // [utest->req~command.timeline~1]
    @Test
    void importsRealStaysAndPrintsTheTimelineOfOne() throws Exception {
        String store = folder.resolve("unit.db").toString();

        Outcome imported =
                run("import", "clif", CASES.toString(), "--store", store, "--stay", "22205327");
        Outcome timeline =
                run("timeline", "--store", store, "--stay", "22205327", "--scale", "astct2019");

        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("1 stays imported");
        assertThat(timeline.code()).as(timeline.err()).isZero();
        // The first fever of 38.4 °C was charted at 05:00 UTC on 22 February 2123, 46.02 h after
        // admission, on a ventilator.
        assertThat(timeline.out()).contains("2123-02-22 05:00:00Z    46.02 h  ASTCT 2019 4");
    }

    @Test
    void rejectsBadInputWithoutAStackTrace() throws Exception {
        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, "[{\"id\": \"one\", \"entries\": [");
        Path text = folder.resolve("text.db");
        Files.writeString(
                text,
                "this is no store, only a line of text that is long enough to be read as one");

        List<Outcome> outcomes =
                List.of(
                        run("grade", broken.toString()),
                        run("grade", folder.resolve("absent.json").toString()),
                        run(
                                "import",
                                "clif",
                                folder.resolve("absent").toString(),
                                "--store",
                                folder + "/a.db"),
                        run("timeline", "--store", text.toString(), "--stay", "1"),
                        run(
                                "timeline",
                                "--store",
                                folder.resolve("absent.db").toString(),
                                "--stay",
                                "1"));

        for (Outcome outcome : outcomes) {
            assertThat(outcome.code()).as(outcome.err()).isEqualTo(1);
            assertThat(outcome.err())
                    .startsWith("cytovigil: ")
                    .doesNotContain("\tat ", "Exception");
        }
        assertThat(run("grade").code()).isEqualTo(2);
        assertThat(run("no-such-command").code()).isEqualTo(2);
    }

    // [utest->req~command.screenshot~1]
    @Test
    void paintsEveryScreenWithoutADisplay() throws Exception {
        for (String screen : List.of("board", "bedside")) {
            Path picture = folder.resolve(screen + ".png");

            Outcome outcome =
                    run(
                            "screenshot",
                            "--screen",
                            screen,
                            "--at",
                            "60",
                            "--size",
                            "1280x800",
                            "--out",
                            picture.toString());

            assertThat(outcome.code()).as(outcome.err()).isZero();
            BufferedImage image = ImageIO.read(picture.toFile());
            assertThat(image.getWidth()).isEqualTo(1280);
            assertThat(image.getHeight()).isEqualTo(800);
            Set<Integer> colours = new HashSet<>();
            for (int y = 0; y < 800; y += 3) {
                for (int x = 0; x < 1280; x += 3) {
                    colours.add(image.getRGB(x, y));
                }
            }
            assertThat(colours).as("colours on the " + screen).hasSizeGreaterThan(100);
        }
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("dist"), "bin", "cytovigil").toString());
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().put("CYTOVIGIL_JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as("the program ended within two minutes").isTrue();
        return new Outcome(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
