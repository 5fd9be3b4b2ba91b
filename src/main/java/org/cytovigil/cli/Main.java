package org.cytovigil.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ui.theme.Theme;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * Where the program begins. Exit codes: 0 done, 1 the input was rejected, 2 wrong use, 3 internal
 * error.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int code = args.length == 0 ? open() : commandLine().execute(args);
        // The screen's thread ends by itself when its last window closes; everything else has ended
        // here.
        System.exit(code);
    }

    /** The commands, ready to run; errors become messages and exit codes, never stack traces. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new CytoVigilCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(writer(System.out));
        line.setErr(writer(System.err));
        line.setExecutionExceptionHandler(
                (problem, command, parsed) -> explain(problem, command.getErr()));
        return line;
    }

    /**
     * The application without arguments; the command line, which takes a while to build, is not
     * needed for it.
     */
    private static int open() {
        try {
            return OpenApplication.demonstration(SitePolicy.DEFAULT, Theme.NIGHT);
        } catch (RejectedInputException | InterruptedException | RuntimeException e) {
            return explain(e, writer(System.err));
        }
    }

    private static int explain(Exception problem, PrintWriter err) {
        if (problem instanceof RejectedInputException) {
            err.println("cytovigil: " + problem.getMessage());
            return ExitCode.REJECTED;
        }
        String code = ErrorCode.of(problem);
        // Fetched only here: setting up the log would make every start slower.
        LoggerFactory.getLogger(Main.class).error("internal error {}", code, problem);
        err.println(
                "cytovigil: internal error %s (%s). Nothing was lost that was stored; please report this code."
                        .formatted(code, problem.getClass().getSimpleName()));
        return ExitCode.INTERNAL;
    }

    private static PrintWriter writer(PrintStream stream) {
        // UTF-8 whatever the system's habit is: what is printed here is read by other programs too.
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
