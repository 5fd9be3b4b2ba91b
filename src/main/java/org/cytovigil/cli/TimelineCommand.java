package org.cytovigil.cli;

import static java.util.Comparator.naturalOrder;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.Explanation;
import org.cytovigil.grading.GradingScale;
import org.cytovigil.grading.GradingScales;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.Settings;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.monitor.StayMonitor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints how the grade of one stay went. */
// [impl->req~command.timeline~1]
@Command(
        name = "timeline",
        description =
                "Prints each change of a stay's grade, or of the criterion that decides it, with its"
                        + " time and reason. Facts that change and leave both as they were have no"
                        + " line.",
        mixinStandardHelpOptions = true)
final class TimelineCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--store", required = true, paramLabel = "FILE", description = "The store.")
    private Path store = Path.of("");

    @Option(names = "--stay", required = true, paramLabel = "ID", description = "The stay.")
    private String stay = "";

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "Go by this policy file (TOML) all along. Default: the policies of the store.")
    private @Nullable Path policy;

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            description =
                    "A scale, several by commas, or all. Default: the unit's, by its policy at the"
                            + " last entry of the stay.")
    private @Nullable String scale;

    @Override
    public Integer call() throws RejectedInputException {
        List<GradingScale> asked = scale == null ? null : Scales.parse(scale, spec.commandLine());
        Path file = policy;
        PolicyTimeline fromFile = file == null ? null : PolicyTimeline.always(Policies.read(file));
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            Stay found = find(ledger);
            PolicyTimeline policies = fromFile == null ? ledger.timeline() : fromFile;
            List<Entry> entries = ledger.entriesOf(found.id());
            List<GradingScale> scales = asked == null ? ofUnit(policies, entries) : asked;
            StayMonitor monitor = new StayMonitor(found, policies, scales);
            entries.forEach(monitor::take);
            Instant last = monitor.lastFactAt();
            PrintWriter out = spec.commandLine().getOut();
            if (last == null) {
                out.println("nothing was charted in stay " + found.id());
                return ExitCode.DONE;
            }
            monitor.advance(last, assessment -> {});
            for (GradingScale graded : scales) {
                print(out, monitor.stay(), graded, monitor.history(graded.id()));
            }
            return ExitCode.DONE;
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        }
    }

    /** The scale that the unit went by at the last of these entries. */
    private static List<GradingScale> ofUnit(PolicyTimeline policies, List<Entry> entries) {
        Instant last = entries.stream().map(Entry::at).max(naturalOrder()).orElse(Instant.MAX);
        return List.of(GradingScales.of(policies.at(last).get(Settings.UNIT_SCALE)));
    }

    private Stay find(JdbcLedger ledger) throws RejectedInputException {
        StayId id = new StayId(stay);
        for (Stay stored : ledger.stays()) {
            if (stored.id().equals(id)) {
                return stored;
            }
        }
        throw new RejectedInputException(
                "%s: there is no stay %s in this store".formatted(store, stay));
    }

    private static void print(
            PrintWriter out, Stay stay, GradingScale scale, List<Assessment> changes) {
        out.printf(
                "stay %s, %s, times in UTC and hours after %s%n",
                stay.id(),
                scale.id().title(),
                stay.infusion() == null ? "admission (no infusion charted)" : "infusion");
        Assessment printed = null;
        for (Assessment change : changes) {
            if (printed != null && printed.decidesTheSame(change)) {
                continue;
            }
            printed = change;
            double hours =
                    (change.at().toEpochMilli() - stay.dayZero().toEpochMilli()) / 3_600_000.0;
            out.printf(
                    Locale.ROOT,
                    "%s %8.2f h  %s%n",
                    TIME.format(change.at().atOffset(ZoneOffset.UTC)),
                    hours,
                    Explanation.countingFrom(stay.infusion(), change, ZoneOffset.UTC).sentence());
        }
    }
}
