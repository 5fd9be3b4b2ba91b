package org.cytovigil.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.jdbc.StoreBackup;
import org.cytovigil.monitor.SystemClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts a backup in the place of a store. */
// [impl->req~command.backup~1]
@Command(
        name = "restore",
        description = "Puts a copy of a backup in the place of a store; the backup stays.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
    private Path from = Path.of("");

    @Option(names = "--store", required = true, paramLabel = "FILE", description = "The store.")
    private Path store = Path.of("");

    @Option(
            names = "--replace",
            description = "A store that is there is put aside, under a name with the time.")
    private boolean replace;

    @Override
    public Integer call() throws RejectedInputException {
        try {
            List<Path> aside =
                    StoreBackup.restore(from, store, replace, new SystemClock().instant());
            aside.forEach(kept -> spec.commandLine().getOut().printf("put aside: %s%n", kept));
            spec.commandLine().getOut().printf("%s: restored from %s%n", store, from);
            return ExitCode.DONE;
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        }
    }
}
