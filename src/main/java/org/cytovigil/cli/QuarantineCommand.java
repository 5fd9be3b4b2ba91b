package org.cytovigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.cytovigil.feed.Refeeding;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.monitor.SystemClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists what was not accepted, and feeds it again. */
// [impl->req~feed.refeed~1]
@Command(
        name = "quarantine",
        description =
                "Prints every quarantined row of a store as CSV: file, line, reason, and the row as it came.",
        mixinStandardHelpOptions = true)
final class QuarantineCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--store", required = true, paramLabel = "FILE", description = "The store.")
    private Path store = Path.of("");

    @Option(
            names = "--count",
            description = "Print how many items wait, by sender and reason, instead of each.")
    private boolean counted;

    @Option(
            names = "--refeed",
            description =
                    "Feed the HL7 messages and CSV rows that wait again, and print what then waits.")
    private boolean again;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "With --refeed: the site's mapping table, looked at before the one of the program.")
    private @Nullable Path mapping;

    @Override
    public Integer call() throws RejectedInputException, IOException {
        if (mapping != null && !again) {
            throw new ParameterException(spec.commandLine(), "--mapping needs --refeed");
        }
        CodeTable table = Mappings.of(mapping);
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            if (again) {
                refeed(ledger, table);
            }
            if (again || counted) {
                count(ledger.held());
            } else {
                list(ledger.items());
            }
            return ExitCode.DONE;
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        }
    }

    private void refeed(JdbcLedger ledger, CodeTable table) {
        try (Refeeders refeeders =
                new Refeeders(ledger, table, new SystemClock(), ZoneId.systemDefault())) {
            Refeeding.Report report =
                    new Refeeding(ledger, refeeders.all())
                            .run(Quarantine.Filter.WAITING, Refeeding.Progress.TO_THE_END);
            PrintWriter err = spec.commandLine().getErr();
            err.printf(
                    "cytovigil: %d items settled, %d entries added, %d items still wait.%n",
                    report.settled(), report.entries(), report.waiting());
        }
    }

    private void count(List<Quarantine.Held> held) throws IOException {
        Map<List<String>, Integer> counts = new TreeMap<>((one, other) -> compare(one, other));
        for (Quarantine.Held one : held) {
            if (one.settled() == null) {
                counts.merge(List.of(one.item().source(), one.item().reason()), 1, Integer::sum);
            }
        }
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader("sender", "reason", "items").get();
        CSVPrinter printer = new CSVPrinter(spec.commandLine().getOut(), format);
        for (Map.Entry<List<String>, Integer> count : counts.entrySet()) {
            printer.printRecord(
                    count.getKey().getFirst(), count.getKey().getLast(), count.getValue());
        }
        printer.flush();
    }

    private static int compare(List<String> one, List<String> other) {
        int senders = one.getFirst().compareTo(other.getFirst());
        return senders == 0 ? one.getLast().compareTo(other.getLast()) : senders;
    }

    private void list(List<Quarantine.Item> items) throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setHeader("file", "line", "reason", "row").get();
        CSVPrinter printer = new CSVPrinter(spec.commandLine().getOut(), format);
        for (Quarantine.Item item : items) {
            printer.printRecord(item.source(), item.line(), item.reason(), item.raw());
        }
        printer.flush();
    }
}
