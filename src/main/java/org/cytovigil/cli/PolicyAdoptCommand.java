package org.cytovigil.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.feed.policy.PolicyFile;
import org.cytovigil.feed.policy.PolicyFileException;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.PolicyRefusedException;
import org.cytovigil.ledger.PolicyRegister;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.monitor.SystemClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has a unit go by another policy from a moment on. */
// [impl->req~command.policy~1]
@Command(
        name = "adopt",
        description =
                "Has the unit of a store go by a policy from a moment on; nothing before it is"
                        + " graded anew.",
        mixinStandardHelpOptions = true)
final class PolicyAdoptCommand implements Callable<Integer> {
    private static final Author PROGRAM = new Author(Author.Kind.PROGRAM, "policy adopt");

    private final InstantSource clock = new SystemClock();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The policy file (TOML).")
    private Path file = Path.of("");

    @Option(
            names = "--store",
            required = true,
            paramLabel = "FILE",
            description = "The unit's store.")
    private Path store = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "From when it holds, as 2026-03-01T08:00:00Z. Default: the next full minute"
                            + " that is 30 s ahead.")
    private @Nullable String from;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who adopts it. Default: the name of this user.")
    private String by = System.getProperty("user.name", "unknown");

    @Override
    public Integer call() throws RejectedInputException {
        Instant wanted = wanted();
        if (by.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--by: say who adopts the policy");
        }
        SitePolicy policy = read();
        PrintWriter out = spec.commandLine().getOut();
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            Instant now = clock.instant();
            Instant start = wanted == null ? PolicyRegister.earliest(now) : wanted;
            adopt(ledger, policy, start, now, by.strip(), out);
            return ExitCode.DONE;
        } catch (PolicyRefusedException e) {
            throw new RejectedInputException(file.getFileName() + ": " + e.getMessage());
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        }
    }

    /** Who watches the unit must learn that what was meant to change has not. */
    // [impl->req~policy.refused~1]
    private SitePolicy read() throws RejectedInputException {
        try {
            return PolicyFile.read(file);
        } catch (PolicyFileException e) {
            tell(e);
            throw new RejectedInputException(e);
        }
    }

    private void tell(PolicyFileException refused) {
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            Instant now = clock.instant();
            String said =
                    "%s; policy %s stays in force"
                            .formatted(first(refused), ledger.timeline().at(now));
            // It is over as soon as it has happened, and stands until somebody has seen it.
            ledger.append(List.of(finding(now, 1, said), finding(now, 0, "")));
        } catch (LedgerException e) {
            spec.commandLine()
                    .getErr()
                    .println("cytovigil: the screens of the unit do not say so: " + e.getMessage());
        }
    }

    private static Entry finding(Instant now, int level, String said) {
        return new Entry(
                AlarmKey.UNIT,
                now,
                now,
                PROGRAM,
                new Entry.Technical(AlarmKind.POLICY_REFUSED, level, said));
    }

    /** The first mistake on one line; the file has no path, because all screens show it. */
    private String first(PolicyFileException refused) {
        PolicyFileException.Mistake mistake = refused.mistakes().getFirst();
        int more = refused.mistakes().size() - 1;
        return "policy %s%s: %s%s%s"
                .formatted(
                        OneLine.of(String.valueOf(file.getFileName())),
                        mistake.line() == 0 ? "" : " line " + mistake.line(),
                        mistake.key().isEmpty() ? "" : OneLine.of(mistake.key()) + ": ",
                        OneLine.of(mistake.reason()),
                        more == 0 ? "" : " (and %d more)".formatted(more));
    }

    /**
     * Adopts a policy in a store from the earliest moment on, and says what changes; one that was
     * adopted already changes nothing.
     *
     * @throws PolicyRefusedException when another policy is to hold later
     * @throws LedgerException when the store could not be written
     */
    static void adopt(JdbcLedger ledger, SitePolicy policy, InstantSource clock, PrintWriter out) {
        Instant now = clock.instant();
        String user = System.getProperty("user.name", "unknown");
        adopt(ledger, policy, PolicyRegister.earliest(now), now, user, out);
    }

    private static void adopt(
            JdbcLedger ledger,
            SitePolicy policy,
            Instant start,
            Instant now,
            String by,
            PrintWriter out) {
        PolicyTimeline.Held before = ledger.timeline().held().getLast();
        Author author = new Author(Author.Kind.PERSON, by);
        report(ledger.adopt(policy, start, now, author), policy, start, before, out);
    }

    private @Nullable Instant wanted() {
        String text = from;
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.strip().replace(' ', 'T')).toInstant();
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--from: \"%s\" is no time such as 2026-03-01T08:00:00Z".formatted(text),
                    e);
        }
    }

    private static void report(
            boolean isNew,
            SitePolicy policy,
            Instant start,
            PolicyTimeline.Held before,
            PrintWriter out) {
        if (!isNew) {
            out.printf(
                    "policy %s was adopted already%s; nothing was changed%n",
                    policy,
                    before.from().equals(Instant.MIN)
                            ? " as the built-in one"
                            : " and holds from " + Policies.time(before.from()));
            return;
        }
        out.printf("policy %s holds from %s on%n", policy, Policies.time(start));
        Policies.printChanges(out, before.policy(), policy);
        out.println("What was graded before that stays as it was.");
    }
}
