package org.cytovigil.cli;

import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of commands that look after a live store. */
final class BackupOptions {
    private static final int MOST_HOURS = 24 * 365;
    private static final int MOST_KEPT = 10_000;

    @Option(
            names = "--backup-hours",
            defaultValue = "4",
            paramLabel = "N",
            description =
                    "Back up the store into the folder backups beside it, at the start and every N hours; 0 for never. Default: 4.")
    private int hours = (int) BackupPlan.STANDARD.every().toHours();

    @Option(
            names = "--backups-kept",
            defaultValue = "12",
            paramLabel = "N",
            description = "Keep so many of these backups. Default: 12.")
    private int kept = BackupPlan.STANDARD.kept();

    /**
     * What was chosen.
     *
     * @throws ParameterException when a number is out of its range
     */
    BackupPlan plan(CommandLine line) {
        if (hours < 0 || hours > MOST_HOURS) {
            throw new ParameterException(line, "--backup-hours is 0 to " + MOST_HOURS);
        }
        if (kept < 1 || kept > MOST_KEPT) {
            throw new ParameterException(line, "--backups-kept is 1 to " + MOST_KEPT);
        }
        return new BackupPlan(Duration.ofHours(hours), kept);
    }
}
