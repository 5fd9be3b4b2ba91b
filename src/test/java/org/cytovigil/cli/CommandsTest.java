package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
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
                    screenshot --screen attic --out x.png, Invalid value
                    """)
    void wrongUseIsExplainedAndEndsWithTwo(String arguments, String words) {
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err, true));

        int code = line.execute(arguments.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(words);
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
