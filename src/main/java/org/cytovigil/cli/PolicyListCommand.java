package org.cytovigil.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Adoption;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the policies of a unit, each with what it changed. */
// [impl->req~command.policy~1]
@Command(
        name = "list",
        description = "Prints the policies of a store, from when each holds and what it changed.",
        mixinStandardHelpOptions = true)
final class PolicyListCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--store", required = true, paramLabel = "FILE", description = "The store.")
    private Path store = Path.of("");

    @Override
    public Integer call() throws RejectedInputException {
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            PrintWriter out = spec.commandLine().getOut();
            SitePolicy before = SitePolicy.DEFAULT;
            out.printf("from the beginning: policy %s, built in%n", before);
            for (Adoption adoption : ledger.adoptions()) {
                out.printf(
                        "from %s: policy %s, adopted %s by %s%n",
                        Policies.time(adoption.from()),
                        adoption.policy(),
                        Policies.time(adoption.learned()),
                        adoption.author().name());
                Policies.printChanges(out, before, adoption.policy());
                before = adoption.policy();
            }
            return ExitCode.DONE;
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        }
    }
}
