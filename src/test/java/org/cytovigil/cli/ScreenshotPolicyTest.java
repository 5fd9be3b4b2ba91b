package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cytovigil.monitor.UnitSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~command.screenshot~1]
class ScreenshotPolicyTest {
    @TempDir private Path folder;

    @Test
    void theDemonstrationIsPaintedByThePolicyFile() throws Exception {
        Path site = Files.writeString(folder.resolve("site.toml"), "version = \"site-9\"\n");
        Object parsed =
                Main.commandLine()
                        .parseArgs(
                                "screenshot",
                                "--screen",
                                "board",
                                "--out",
                                "x.png",
                                "--policy",
                                site.toString())
                        .subcommand()
                        .commandSpec()
                        .userObject();
        assertThat(parsed).isInstanceOf(ScreenshotCommand.class);
        ScreenshotCommand command = (ScreenshotCommand) parsed;

        UnitSession session = command.unit();
        session.close();

        assertThat(session.latest().stays())
                .isNotEmpty()
                .allSatisfy(
                        stay ->
                                assertThat(stay.assessments().values())
                                        .allSatisfy(
                                                graded ->
                                                        assertThat(graded.policy().version())
                                                                .isEqualTo("site-9")));
    }

    @Test
    void aWrongPolicyFileIsRefusedBeforeAnythingIsPainted() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.toml"), "penn.boluses = 9\n");
        Path out = folder.resolve("x.png");

        Run run = Run.of("screenshot", "--screen", "board", "--out", out, "--policy", wrong);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("wrong.toml");
        assertThat(out).doesNotExist();
    }
}
