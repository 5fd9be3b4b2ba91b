package org.cytovigil.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cytovigil.feed.fhir.FhirPoller;
import org.cytovigil.feed.mapping.CodeTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of reading a FHIR server. */
final class FhirOptions {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    @Option(
            names = "--fhir",
            paramLabel = "URL",
            description = "Read this FHIR R4 server too, such as https://server.example/fhir.")
    private @Nullable String url;

    @Option(
            names = "--fhir-every",
            paramLabel = "SPAN",
            defaultValue = "15s",
            converter = SpanConverter.class,
            description = "So often, a second at least. Default: 15s.")
    private Duration every = Duration.ofSeconds(15);

    @Option(
            names = "--fhir-back",
            paramLabel = "SPAN",
            defaultValue = "24h",
            converter = SpanConverter.class,
            description =
                    "Begin so far back when it was never read before, a second at least. Default: 24h.")
    private Duration back = Duration.ofHours(24);

    @Option(
            names = "--fhir-token-file",
            paramLabel = "FILE",
            description = "Holds the bearer token for the server in its first line.")
    private @Nullable Path tokenFile;

    /**
     * The ways in asked for; none without a server.
     *
     * @param store the unit's store, beside which the position is kept
     * @throws RejectedInputException when the token cannot be read
     * @throws ParameterException on wrong use
     */
    List<GatewayFeed.Start> feeds(Path store, CodeTable table, CommandLine line)
            throws RejectedInputException {
        String base = url;
        if (base == null) {
            if (tokenFile != null) {
                throw new ParameterException(line, "--fhir-token-file goes with --fhir");
            }
            return List.of();
        }
        if (!base.startsWith("http://") && !base.startsWith("https://")) {
            throw new ParameterException(
                    line,
                    "--fhir: \"%s\" is no address such as https://server/fhir".formatted(base));
        }
        Path position = store.resolveSibling(store.getFileName() + ".fhir-position");
        FhirPoller.Settings settings =
                new FhirPoller.Settings(
                        base, token(), position, longEnough("--fhir-back", back, line));
        Duration between = longEnough("--fhir-every", every, line);
        return List.of((into, clock, zone) -> new FhirFeed(settings, between, table, into, clock));
    }

    private @Nullable String token() throws RejectedInputException {
        Path file = tokenFile;
        if (file == null) {
            return null;
        }
        try {
            String first = Files.readString(file).lines().findFirst().orElse("").strip();
            if (first.isEmpty()) {
                throw new RejectedInputException(file + ": there is no token in its first line");
            }
            return first;
        } catch (IOException e) {
            throw new RejectedInputException(
                    "%s: the token cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private static Duration longEnough(String option, Duration span, CommandLine line) {
        if (span.compareTo(SHORTEST) < 0) {
            throw new ParameterException(line, "%s: at least a second".formatted(option));
        }
        return span;
    }
}
