package org.cytovigil.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.StayIdentity;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.SystemClock;
import org.cytovigil.monitor.UnitMonitor;
import org.cytovigil.monitor.UnitSession;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.report.pdf.PdfWriter;
import org.cytovigil.report.pdf.Progress;
import org.cytovigil.report.pdf.Sheet;
import org.cytovigil.ui.handover.CaseReport;
import org.cytovigil.ui.handover.PaperFile;
import org.cytovigil.ui.handover.Printing;
import org.cytovigil.ui.handover.StaySheet;
import org.cytovigil.ui.handover.UnitSheet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes hand-over and case report as PDF. */
// [impl->req~command.report~1]
@Command(
        name = "report",
        description =
                "Writes the hand-over of a stay or of the unit, or the case report of a stay, as"
                        + " PDF.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    /** A stay of which nothing has been heard for longer is told as of what was heard last. */
    private static final Duration HEARD_WITHIN = Duration.ofHours(24);

    private static final double MOST_HOURS = 10_000;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--store", required = true, paramLabel = "FILE", description = "The store.")
    private Path store = Path.of("");

    @ArgGroup(multiplicity = "1")
    private Whom whom = new Whom();

    /** A stay or the unit. */
    static final class Whom {
        @Option(names = "--stay", paramLabel = "ID", description = "The stay.")
        private @Nullable String stay;

        @Option(names = "--unit", description = "All stays that last, the worst first.")
        private boolean unit;
    }

    /** What is written of a stay. */
    enum Kind {
        HAND_OVER("hand-over"),
        CASE("case");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Of a stay: hand-over or case. Default: hand-over.")
    private @Nullable String kind;

    @Option(
            names = "--at",
            paramLabel = "HOURS",
            description =
                    "As of so many hours after the stay's infusion. Default: now, or the last entry"
                            + " of a stay that has none of the last 24 hours.")
    private @Nullable Double hours;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The PDF file to write; one that exists is left as it is.")
    private Path out = Path.of("");

    private final InstantSource clock = new SystemClock();

    @Override
    public Integer call() throws RejectedInputException {
        @Nullable String stay = whom.unit ? null : whom.stay;
        if (stay == null && (kind != null || hours != null)) {
            throw wrong("--kind and --at are of a stay, and not of the unit");
        }
        Double asked = hours;
        if (asked != null && (!Double.isFinite(asked) || Math.abs(asked) > MOST_HOURS)) {
            throw wrong("--at: " + asked + " is no number of hours after an infusion");
        }
        Kind wanted = kind();
        ZoneId zone = ZoneId.systemDefault();
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            Sheet sheet = stay == null ? unit(ledger, zone) : stay(ledger, stay, wanted, zone);
            PaperFile.write(out, PdfWriter.write(sheet, Progress.NONE), false);
            spec.commandLine().getOut().printf("%s written to %s%n", sheet.title(), out);
            return ExitCode.DONE;
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        } catch (FileAlreadyExistsException e) {
            throw new RejectedInputException(out + ": there is such a file already");
        } catch (IOException e) {
            throw new RejectedInputException(
                    "%s: cannot be written: %s".formatted(out, e.getMessage()));
        }
    }

    private Kind kind() {
        for (Kind each : Kind.values()) {
            if (kind == null || each.word.equals(kind)) {
                return each;
            }
        }
        throw wrong("--kind: \"" + kind + "\" is neither hand-over nor case");
    }

    private Sheet unit(JdbcLedger ledger, ZoneId zone) {
        Instant now = clock.instant();
        List<Entry> entries = new ArrayList<>();
        ledger.stays().forEach(stay -> entries.addAll(ledger.entriesOf(stay.id())));
        return UnitSheet.of(snapshot(ledger, entries, now, zone), printing(zone));
    }

    private Sheet stay(JdbcLedger ledger, String id, Kind wanted, ZoneId zone)
            throws RejectedInputException {
        Stay found =
                ledger.stays().stream()
                        .filter(one -> one.id().equals(new StayId(id)))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new RejectedInputException(
                                                "%s: there is no stay %s in this store"
                                                        .formatted(store, id)));
        List<Entry> entries = ledger.entriesOf(found.id());
        UnitSnapshot unit = snapshot(ledger, entries, asOf(found, entries), zone);
        StaySnapshot stay =
                unit.stay(found.id())
                        .orElseThrow(
                                () ->
                                        new RejectedInputException(
                                                "stay %s had not begun then".formatted(id)));
        return switch (wanted) {
            case HAND_OVER -> StaySheet.of(stay, unit, printing(zone));
            case CASE -> CaseReport.of(stay, unit, entries, printing(zone));
        };
    }

    private Printing printing(ZoneId zone) {
        return Printing.now(clock.instant(), zone, UnitSource.Mode.LIVE);
    }

    private Instant asOf(Stay stay, List<Entry> entries) {
        Double asked = hours;
        if (asked != null) {
            Instant zero = StayIdentity.of(stay, entries).dayZero();
            return zero.plusMillis(Math.round(asked * 3_600_000));
        }
        Instant now = clock.instant();
        Instant ended = ended(stay, entries);
        if (ended != null) {
            // Nothing is graded of who has left: the last moment of the stay is told.
            return ended.minusMillis(1);
        }
        Instant last = entries.stream().map(Entry::at).max(Instant::compareTo).orElse(now);
        boolean heard = Duration.between(last, now).abs().compareTo(HEARD_WITHIN) <= 0;
        return heard && last.isBefore(now) ? now : last;
    }

    private static @Nullable Instant ended(Stay stay, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof Entry.Discharged)
                .map(Entry::at)
                .max(Instant::compareTo)
                .orElse(stay.discharged());
    }

    /** The unit as it was then, told from a copy: a report changes nothing in the store. */
    private static UnitSnapshot snapshot(
            JdbcLedger store, List<Entry> entries, Instant at, ZoneId zone) {
        MemoryLedger copy = new MemoryLedger();
        List<Entry> told = new ArrayList<>();
        for (Entry entry : entries) {
            if (!entry.at().isAfter(at)) {
                // What an import brought later was so then all the same.
                Instant learned = entry.learned().isAfter(at) ? at : entry.learned();
                told.add(
                        new Entry(
                                entry.stay(), entry.at(), learned, entry.author(), entry.event()));
            }
        }
        copy.append(told);
        UnitMonitor monitor = new UnitMonitor(store.timeline(), zone, at);
        try (UnitSession session =
                new UnitSession(
                        monitor,
                        copy,
                        InstantSource.fixed(at),
                        moment -> {},
                        UnitSource.Mode.REPLAY,
                        OpenUnit.USER)) {
            session.beat();
            return session.latest();
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
