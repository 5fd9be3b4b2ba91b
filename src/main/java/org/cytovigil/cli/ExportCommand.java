package org.cytovigil.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the exports by kind. */
@Command(
        name = "export",
        description = "Writes a stay for other programs.",
        mixinStandardHelpOptions = true,
        subcommands = {ExportFhirCommand.class})
final class ExportCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "export: say how to export, for instance: export fhir");
    }
}
