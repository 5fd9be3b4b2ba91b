package org.cytovigil.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytovigil.feed.hl7.MllpSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a listener takes at most, as options. */
final class MllpLimits {
    /** A message of 64 MiB is none of a patient. */
    private static final long MOST_BYTES = 64L << 20;

    private static final int MOST_CONNECTIONS = 10_000;
    private static final Duration MOST_IDLE = Duration.ofDays(1);
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kKmM]?)");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--max-message",
            defaultValue = "1M",
            paramLabel = "BYTES",
            description =
                    "The longest message that is read, such as 65536, 64K or 2M; longer ones are refused. Default: 1M.")
    private String message = "1M";

    @Option(
            names = "--max-connections",
            defaultValue = "256",
            paramLabel = "NUMBER",
            description = "Connections at once; further ones are closed. Default: 256.")
    private int connections = MllpSettings.DEFAULT_CONNECTIONS;

    @Option(
            names = "--idle",
            defaultValue = "10m",
            converter = SpanConverter.OrSeconds.class,
            paramLabel = "SPAN",
            description =
                    "A connection without a byte, or a message without an end, is cut off after this, a second to a day. Default: 10m.")
    private Duration idle = MllpSettings.DEFAULT_IDLE;

    /**
     * The same with these limits.
     *
     * @throws ParameterException when one is out of bounds
     */
    MllpSettings of(MllpSettings settings) {
        require("--max-connections", connections, MOST_CONNECTIONS);
        if (idle.compareTo(Duration.ofSeconds(1)) < 0 || idle.compareTo(MOST_IDLE) > 0) {
            throw wrong("--idle: a second to a day");
        }
        return settings.limits(bytes(), connections, idle);
    }

    private int bytes() {
        Matcher size = SIZE.matcher(message);
        if (!size.matches()) {
            throw wrong(
                    "--max-message: \"%s\" is no size such as 65536, 64K or 2M".formatted(message));
        }
        long unit =
                switch (size.group(2)) {
                    case "k", "K" -> 1L << 10;
                    case "m", "M" -> 1L << 20;
                    default -> 1;
                };
        long bytes = Long.parseLong(size.group(1)) * unit;
        require("--max-message", bytes, MOST_BYTES);
        return Math.toIntExact(bytes);
    }

    private void require(String option, long number, long most) {
        if (number < 1 || number > most) {
            throw wrong("%s: %d is not within 1 to %d".formatted(option, number, most));
        }
    }

    private ParameterException wrong(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }
}
