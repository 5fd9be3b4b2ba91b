package org.cytovigil.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what can be done with site policies. */
@Command(
        name = "policy",
        description = "Shows, checks, adopts and lists site policies.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PolicyShowCommand.class,
            PolicyCheckCommand.class,
            PolicyAdoptCommand.class,
            PolicyListCommand.class
        })
final class PolicyCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "policy: say what to do: show, check, adopt or list");
    }
}
