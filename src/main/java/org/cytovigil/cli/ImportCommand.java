package org.cytovigil.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the imports by kind. */
@Command(
        name = "import",
        description = "Imports foreign data into a store.",
        mixinStandardHelpOptions = true,
        subcommands = {ImportClifCommand.class, ImportCsvCommand.class, ImportFhirCommand.class})
final class ImportCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "import: say what to import, for instance: import clif");
    }
}
