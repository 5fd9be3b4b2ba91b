package org.cytovigil.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.jdbc.StoreBackup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies a store while it is in use. */
// [impl->req~command.backup~1]
@Command(
        name = "backup",
        description = "Copies a store into a new file while it is in use, and checks the copy.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--store", required = true, paramLabel = "FILE", description = "The store.")
    private Path store = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The backup; there must be no such file yet.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws RejectedInputException {
        try {
            long entries = StoreBackup.copy(store, out);
            spec.commandLine().getOut().printf("%s: %d entries, checked and sound%n", out, entries);
            return ExitCode.DONE;
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        }
    }
}
