package org.cytovigil.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.clif.ClifException;
import org.cytovigil.feed.clif.ClifImport;
import org.cytovigil.feed.clif.ClifOptions;
import org.cytovigil.feed.clif.ClifReport;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.monitor.SystemClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a CLIF 2.1 folder and says what became of every row. */
// [impl->req~feed.clif~1]
@Command(
        name = "clif",
        description = "Imports a folder of CLIF 2.1 tables (CSV or CSV.gz) into a store.",
        mixinStandardHelpOptions = true)
final class ImportClifCommand implements Callable<Integer> {
    private static final int REASONS_SHOWN = 12;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FOLDER",
            description = "The folder with the clif_*.csv or clif_*.csv.gz files.")
    private Path folder = Path.of("");

    @Option(
            names = "--store",
            required = true,
            paramLabel = "FILE",
            description = "The store to import into; made when missing.")
    private Path store = Path.of("");

    @Option(
            names = "--stay",
            paramLabel = "ID",
            description = "Import only this stay; may be given several times.")
    private List<String> stays = List.of();

    @Option(
            names = "--infusion",
            paramLabel = "ID=TIME",
            description =
                    "When cells were infused, as 2180-05-07T03:23:00Z. Default: at admission.")
    private Map<String, String> infusions = new LinkedHashMap<>();

    @Override
    public Integer call() throws RejectedInputException {
        ImportProgress progress = new ImportProgress();
        ClifOptions options = options(progress);
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            int before = ledger.items().size();
            ClifReport report;
            try {
                report = new ClifImport(folder, ledger, ledger, new SystemClock(), options).run();
            } finally {
                progress.close();
            }
            List<Quarantine.Item> items = ledger.items();
            print(report, items.subList(before, items.size()));
            return report.faults().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
        } catch (ClifException | LedgerException e) {
            throw new RejectedInputException(e);
        }
    }

    private ClifOptions options(ImportProgress progress) {
        Set<StayId> chosen = new HashSet<>();
        stays.forEach(stay -> chosen.add(new StayId(stay)));
        Map<StayId, Instant> times = new HashMap<>();
        infusions.forEach((stay, time) -> times.put(new StayId(stay), time(stay, time)));
        return new ClifOptions(chosen, times, progress);
    }

    private Instant time(String stay, String text) {
        try {
            return OffsetDateTime.parse(text.strip().replace(' ', 'T')).toInstant();
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--infusion: \"%s\" for stay %s is no time such as 2180-05-07T03:23:00Z"
                            .formatted(text, stay),
                    e);
        }
    }

    private void print(ClifReport report, List<Quarantine.Item> quarantined) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%-38s %9s %12s %9s %12s %16s%n",
                "table", "rows", "of interest", "accepted", "quarantined", "not of interest");
        for (ClifReport.TableReport table : report.tables()) {
            String name = table.file() == null ? table.table() + " (absent)" : table.file();
            out.printf(
                    Locale.ROOT,
                    "%-38s %,9d %,12d %,9d %,12d %,16d%n",
                    name,
                    table.read(),
                    table.ofInterest(),
                    table.accepted(),
                    table.quarantined(),
                    table.notOfInterest());
        }
        out.printf(Locale.ROOT, "%,d stays imported.%n", report.stays().size());
        long remarks = report.tables().stream().mapToLong(ClifReport.TableReport::remarks).sum();
        if (remarks > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d accepted rows had a field that could not be used; each is in the quarantine too.%n",
                    remarks);
        }
        printQuarantine(out, quarantined);
        PrintWriter err = spec.commandLine().getErr();
        for (ClifReport.Fault fault : report.faults()) {
            err.println(
                    "cytovigil: "
                            + fault.file()
                            + (fault.line() > 0 ? ", line " + fault.line() : "")
                            + ": "
                            + fault.reason());
        }
        if (!report.faults().isEmpty()) {
            err.println("cytovigil: what was good was imported and is kept.");
        }
    }

    private static void printQuarantine(PrintWriter out, List<Quarantine.Item> quarantined) {
        if (quarantined.isEmpty()) {
            return;
        }
        out.printf(
                Locale.ROOT,
                "%,d items in the quarantine; \"cytovigil quarantine --store FILE\" lists all of them:%n",
                quarantined.size());
        for (Quarantine.Item item :
                quarantined.subList(0, Math.min(REASONS_SHOWN, quarantined.size()))) {
            out.printf(
                    Locale.ROOT, "  %s, line %d: %s%n", item.source(), item.line(), item.reason());
        }
        if (quarantined.size() > REASONS_SHOWN) {
            out.printf(Locale.ROOT, "  ... and %,d more%n", quarantined.size() - REASONS_SHOWN);
        }
    }
}
