package org.cytovigil.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cytovigil.feed.policy.PolicyFile;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a policy whole. */
// [impl->req~command.policy~1]
@Command(
        name = "show",
        description = "Prints the full file of a policy, each setting with what it means.",
        mixinStandardHelpOptions = true)
final class PolicyShowCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A policy file (TOML). Default: the built-in policy.")
    private @Nullable Path file;

    @Override
    public Integer call() throws RejectedInputException {
        SitePolicy policy = Policies.read(file, SitePolicy.DEFAULT);
        spec.commandLine().getOut().print(PolicyFile.write(policy));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
