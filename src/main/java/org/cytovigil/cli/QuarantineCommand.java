package org.cytovigil.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what was not accepted. */
@Command(
        name = "quarantine",
        description =
                "Prints every quarantined row of a store as CSV: file, line, reason, and the row as it came.",
        mixinStandardHelpOptions = true)
final class QuarantineCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--store", required = true, paramLabel = "FILE", description = "The store.")
    private Path store = Path.of("");

    @Override
    public Integer call() throws RejectedInputException, IOException {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setHeader("file", "line", "reason", "row").get();
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            CSVPrinter printer = new CSVPrinter(spec.commandLine().getOut(), format);
            for (Quarantine.Item item : ledger.items()) {
                printer.printRecord(item.source(), item.line(), item.reason(), item.raw());
            }
            printer.flush();
            return ExitCode.DONE;
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        }
    }
}
