package org.cytovigil.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
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
                "Has the unit of a store go by a policy from a moment on; nothing before it is graded anew.",
        mixinStandardHelpOptions = true)
final class PolicyAdoptCommand implements Callable<Integer> {
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
                    "From when it holds, as 2026-03-01T08:00:00Z. Default: the next full minute that is 30 s ahead.")
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
        SitePolicy policy = Policies.read(file);
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
