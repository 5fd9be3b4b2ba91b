package org.cytovigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.cytovigil.feed.hl7.MllpSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option of a gateway that reads messages from a pipe. */
// [impl->req~command.serve.pipe~1]
final class PipeInput {
    @Option(
            names = "--stdin",
            description =
                    "Read MLLP from the standard input, without answers, and end with it unless --mllp is given too.")
    private boolean stdin;

    boolean isRead() {
        return stdin;
    }

    /** Without a port there has to be a pipe. */
    @Nullable MllpSettings alone(CommandLine line) {
        if (!stdin) {
            throw new ParameterException(line, "--mllp PORT, --stdin or both are needed");
        }
        return null;
    }

    /** Takes in all that comes through the pipe. */
    void read(Gateway gateway, PrintWriter out) throws RejectedInputException {
        try {
            gateway.read(System.in);
        } catch (IOException e) {
            throw new RejectedInputException(
                    "the standard input cannot be read on: " + e.getMessage());
        }
        out.println(gateway.health().line());
        out.flush();
    }
}
