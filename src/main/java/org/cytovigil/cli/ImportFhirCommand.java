package org.cytovigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cytovigil.feed.fhir.FhirImport;
import org.cytovigil.feed.fhir.FhirIntake;
import org.cytovigil.feed.fhir.FhirItem;
import org.cytovigil.feed.fhir.Outcome;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.monitor.SystemClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports FHIR resources and says what became of every one. */
// [impl->req~feed.fhir~1]
@Command(
        name = "fhir",
        description = {
            "Imports FHIR R4 resources into a store: bundles or single resources, as JSON, XML or NDJSON.",
            "Each resource is accepted, known to be of no use, or in the quarantine with the reason."
        },
        mixinStandardHelpOptions = true)
final class ImportFhirCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files, or folders with .json, .xml and .ndjson files.")
    private List<Path> paths = List.of();

    @Option(
            names = "--store",
            required = true,
            paramLabel = "FILE",
            description = "The store to import into; made when missing.")
    private Path store = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "The site's mapping table, looked at before the one of the program (CSV).")
    private @Nullable Path mapping;

    @Override
    public Integer call() throws RejectedInputException {
        CodeTable table = Mappings.of(mapping);
        List<FhirItem> items = new ArrayList<>();
        try {
            for (Path path : paths) {
                items.addAll(FhirImport.read(path));
            }
        } catch (IOException e) {
            throw new RejectedInputException(e);
        }
        try (JdbcLedger ledger = JdbcLedger.open(store);
                FhirIntake intake = new FhirIntake(ledger, ledger, table, new SystemClock())) {
            List<Outcome> outcomes = intake.take(items);
            print(outcomes);
            return outcomes.stream().anyMatch(outcome -> outcome.item().resource() == null)
                    ? ExitCode.REJECTED
                    : ExitCode.DONE;
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        }
    }

    private void print(List<Outcome> outcomes) {
        PrintWriter out = spec.commandLine().getOut();
        int accepted = 0;
        int ignored = 0;
        int refused = 0;
        int entries = 0;
        for (Outcome outcome : outcomes) {
            String name =
                    outcome.item().resource() == null ? "?" : outcome.item().resource().fhirType();
            String place =
                    "%s, %d, %s: "
                            .formatted(outcome.item().source(), outcome.item().number(), name);
            if (!outcome.entries().isEmpty()) {
                accepted++;
                entries += outcome.repeated() ? 0 : outcome.entries().size();
                out.println(
                        place
                                + (outcome.repeated()
                                        ? "known already"
                                        : "accepted, %d entries"
                                                .formatted(outcome.entries().size())));
            } else if (outcome.refused().isEmpty()) {
                ignored++;
            } else {
                refused++;
            }
            outcome.refused().forEach(reason -> out.println(place + "quarantine: " + reason));
            outcome.ignored().forEach(reason -> out.println(place + "of no use: " + reason));
        }
        out.printf(
                Locale.ROOT,
                "%,d resources: %,d accepted (%,d entries added), %,d of no use, %,d in the quarantine.%n",
                outcomes.size(),
                accepted,
                entries,
                ignored,
                refused);
    }
}
