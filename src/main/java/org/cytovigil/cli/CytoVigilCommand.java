package org.cytovigil.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself; without a command it opens the application. */
// [impl->req~command.open~1]
@Command(
        name = "cytovigil",
        description = {
            "Charts, grades and alerts cytokine release syndrome after CAR-T infusion.",
            "Without a command it opens the application: on a demonstration unit when no store is"
                    + " given."
        },
        footer = "Supports, never replaces, bedside alarms and clinical judgement.",
        mixinStandardHelpOptions = true,
        version = "CytoVigil 0.1.0",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the input was rejected; the message names file, place and reason",
            "2:wrong use",
            "3:internal error, with a code"
        },
        subcommands = {
            GradeCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ReportCommand.class,
            TimelineCommand.class,
            QuarantineCommand.class,
            PolicyCommand.class,
            ServeCommand.class,
            SimulateCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            VerifyCommand.class,
            ScreenshotCommand.class
        })
final class CytoVigilCommand implements Callable<Integer> {
    private static final double MOST_HOURS = 10_000;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--store",
            paramLabel = "FILE",
            description = "The unit's store. Default: a demonstration unit.")
    private @Nullable Path store;

    @Option(
            names = "--replay",
            split = ",",
            paramLabel = "STAY",
            description = "Replay these past stays of the store, side by side.")
    private List<String> replayed = List.of();

    @Option(
            names = "--from",
            defaultValue = "0",
            paramLabel = "HOURS",
            description = "Begin the replay there. Default: 0.")
    private double from;

    @Option(
            names = "--speed",
            defaultValue = "60",
            paramLabel = "N",
            description = "Speed of the replay. Default: 60.")
    private double speed = Demonstration.SPEED;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "The demonstration or replay goes by this policy file (TOML). Default: the"
                            + " store's policy in force.")
    private @Nullable Path policy;

    @Mixin private MappingOption mapping = new MappingOption();

    @Option(
            names = "--theme",
            defaultValue = "night",
            paramLabel = "THEME",
            description = "night, day or high-contrast.")
    private String theme = "night";

    @Mixin private BackupOptions backups = new BackupOptions();

    @Override
    public Integer call() throws RejectedInputException, InterruptedException {
        if (!replayed.isEmpty() && store == null) {
            throw new ParameterException(spec.commandLine(), "--replay needs --store");
        }
        boolean replayOnly =
                spec.commandLine().getParseResult().hasMatchedOption("--from")
                        || spec.commandLine().getParseResult().hasMatchedOption("--speed");
        if (replayed.isEmpty() && replayOnly) {
            throw new ParameterException(spec.commandLine(), "--from and --speed go with --replay");
        }
        if (!(Math.abs(from) <= MOST_HOURS)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--from: " + from + " is no number of hours after an infusion");
        }
        if (!(speed > 0 && speed <= 3_600)) {
            throw new ParameterException(spec.commandLine(), "--speed is above 0 and at most 3600");
        }
        if (policy != null && store != null && replayed.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--policy goes with the demonstration or --replay; a live unit goes by what was"
                            + " adopted: cytovigil policy adopt FILE --store FILE");
        }
        Theme colours = Themes.parse(theme, spec.commandLine());
        Path file = store;
        if (file == null) {
            return OpenApplication.demonstration(
                    Policies.read(policy, SitePolicy.DEFAULT), colours);
        }
        try {
            return replayed.isEmpty()
                    ? OpenApplication.live(
                            file, mapping.file(), backups.plan(spec.commandLine()), colours)
                    : OpenApplication.replay(file, replayed, from, speed, policy(file), colours);
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        }
    }

    private SitePolicy policy(Path unitStore) throws RejectedInputException {
        Path file = policy;
        return file == null ? OpenUnit.policyInForce(unitStore) : Policies.read(file);
    }
}
