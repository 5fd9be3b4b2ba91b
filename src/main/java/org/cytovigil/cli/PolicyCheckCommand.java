package org.cytovigil.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cytovigil.grading.SitePolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether a policy file can be used, and what it changes. */
// [impl->req~command.policy~1]
@Command(
        name = "check",
        description =
                "Checks a policy file: prints what differs from the default, or every mistake.",
        mixinStandardHelpOptions = true)
final class PolicyCheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The policy file (TOML).")
    private Path file = Path.of("");

    @Override
    public Integer call() throws RejectedInputException {
        SitePolicy policy = Policies.read(file);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "policy %s can be used; settings that differ from %s: %d%n",
                policy, SitePolicy.DEFAULT, policy.changed().size());
        Policies.printChanges(out, SitePolicy.DEFAULT, policy);
        return ExitCode.DONE;
    }
}
