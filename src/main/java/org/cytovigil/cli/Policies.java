package org.cytovigil.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.cytovigil.feed.policy.PolicyFile;
import org.cytovigil.feed.policy.PolicyFileException;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;

/** What the commands about site policies share. */
final class Policies {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT);

    private Policies() {}

    /**
     * The policy of a file.
     *
     * @throws RejectedInputException with every mistake in it
     */
    static SitePolicy read(Path file) throws RejectedInputException {
        try {
            return PolicyFile.read(file);
        } catch (PolicyFileException e) {
            throw new RejectedInputException(e);
        }
    }

    /** The policy of a file, or {@code otherwise} when none was named. */
    static SitePolicy read(@Nullable Path file, SitePolicy otherwise)
            throws RejectedInputException {
        return file == null ? otherwise : read(file);
    }

    /** A moment as the commands print it, in UTC. */
    static String time(Instant moment) {
        return TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** A line for each setting that differs. */
    static void printChanges(PrintWriter out, SitePolicy from, SitePolicy to) {
        for (Setting<?> setting : to.differing(from)) {
            out.printf(
                    "  %s: %s -> %s (%s)%n",
                    setting.key(), from.text(setting), to.text(setting), setting.meaning());
        }
    }
}
