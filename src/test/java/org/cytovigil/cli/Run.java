package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** One run of the program in this process: its exit code and what it printed. */
record Run(int code, String out, String err) {
    static Run of(Object... arguments) {
        CommandLine line = Main.commandLine();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = line.execute(words);
        Run run = new Run(code, out.toString(), err.toString());
        // Whatever happens, a user is told in words.
        assertThat(run.err).doesNotContain("Exception").doesNotContain("\tat ");
        return run;
    }
}
