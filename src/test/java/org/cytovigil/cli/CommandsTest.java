package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

// [utest->req~command.open~1]
class CommandsTest {
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    --replay 1,                       --replay needs --store
                    --speed 0,                        --from and --speed go with --replay
                    --theme pink,                     none of night
                    import,                           say what to import
                    import clif,                      Missing required
                    timeline --stay 1,                Missing required option
                    screenshot --screen board,        Missing required option
                    screenshot --all x --screen board,  only --theme and --size go with it
                    screenshot --all x --size small,    is no size such as
                    screenshot --screen board --theme day --theme night --out x.png, are for --all
                    screenshot --screen attic --out x.png, Invalid value
                    screenshot --screen board --size 16384x16384 --out x.png, at most 8192 pixels
                    screenshot --screen board --state dozing --out x.png, none of normal
                    screenshot --screen board --state normal --stay 2 --out x.png, leave --stay
                    screenshot --screen board --theme pink --out x.png, none of night
                    """)
    void wrongUseIsExplainedAndEndsWithTwo(String arguments, String words) {
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err, true));

        int code = line.execute(arguments.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(words);
    }

    @Test
    void anInfusionFarFromTheAdmissionIsRefusedAndNothingIsImported(@TempDir Path folder) {
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err, true));

        int code =
                line.execute(
                        "import",
                        "clif",
                        "assets/cases/mimic-iv-demo",
                        "--store",
                        folder.resolve("unit.db").toString(),
                        "--infusion",
                        "29276678=1990-01-01T00:00:00Z");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("more than a year from its admission");
        try (JdbcLedger ledger = JdbcLedger.openExisting(folder.resolve("unit.db"))) {
            assertThat(ledger.stays()).isEmpty();
        }
    }

    @Test
    void anInternalErrorHasACodeThatIsTheSameAgain() {
        IllegalStateException first = new IllegalStateException("one");
        first.setStackTrace(new StackTraceElement[] {new StackTraceElement("A", "b", "A.java", 1)});
        IllegalStateException second = new IllegalStateException("two");
        second.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("A", "b", "A.java", 99)});

        assertThat(ErrorCode.of(first)).matches("CV-[0-9A-F]{4}").isEqualTo(ErrorCode.of(second));
    }
}
