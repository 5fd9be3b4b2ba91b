package org.cytovigil.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.ledger.jdbc.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a store for damage and for edits made outside the program. */
// [impl->req~command.backup~1]
@Command(
        name = "verify",
        description =
                "Checks the file of a store, and that no entry was changed, removed or put in outside the program.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--store", required = true, paramLabel = "FILE", description = "The store.")
    private Path store = Path.of("");

    @Override
    public Integer call() throws RejectedInputException {
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            return switch (ledger.verify()) {
                case Verification.Sound sound -> {
                    spec.commandLine()
                            .getOut()
                            .printf(
                                    "sound: %d entries, all as they were written%n",
                                    sound.entries());
                    yield ExitCode.DONE;
                }
                case Verification.Broken broken ->
                        throw new RejectedInputException(
                                "%s: the store was changed outside the program, from entry %d on: %s"
                                        .formatted(store, broken.sequence(), broken.reason()));
                case Verification.Damaged damaged ->
                        throw new RejectedInputException(
                                "%s: the file is damaged: %s".formatted(store, damaged.reason()));
            };
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        }
    }
}
