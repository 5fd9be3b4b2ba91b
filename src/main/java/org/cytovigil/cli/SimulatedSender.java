package org.cytovigil.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.cytovigil.feed.hl7.TlsKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say where a simulated unit sends its messages. */
final class SimulatedSender {
    private static final Pattern ADDRESS = Pattern.compile("(\\[[^\\]]+]|[^:]+):(\\d{1,5})");
    private static final int MOST_PORT = 65_535;

    @Option(
            names = "--to",
            paramLabel = "HOST:PORT",
            description = "The listener. Default: the standard output.")
    private @Nullable String to;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description =
                    "Over so many connections; all of a bed goes over one. Default: one a bed, at most 8.")
    private @Nullable Integer connections;

    @Option(names = "--tls", description = "Encrypt; the listener must prove a certificate.")
    private boolean tls;

    @Option(
            names = "--tls-ca",
            paramLabel = "FILE",
            description =
                    "With --tls: these authorities sign the listener's certificate (PEM). Default: those of Java.")
    private @Nullable Path authorities;

    @Option(
            names = "--tls-keys",
            paramLabel = "FILE",
            description = "With --tls: the own key and certificate (PKCS #12).")
    private @Nullable Path keys;

    @Option(
            names = "--tls-password-file",
            paramLabel = "FILE",
            description = "With --tls-keys: holds their password in its first line.")
    private @Nullable Path passwordFile;

    /**
     * A listener.
     *
     * @param tls {@code null} for a plain connection
     */
    record Target(String host, int port, @Nullable SSLContext tls) {}

    /** Whether there is a listener, and not a pipe. */
    boolean isNamed() {
        return to != null;
    }

    /** The listener; {@code null} for the standard output. */
    @Nullable Target target(CommandLine line) throws RejectedInputException {
        requireTls(line);
        String address = to;
        if (address == null) {
            if (tls || connections != null) {
                throw new ParameterException(line, "--tls and --connections go with --to");
            }
            return null;
        }
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches() || !isPort(parts.group(2))) {
            throw new ParameterException(line, "--to: '%s' is no HOST:PORT".formatted(address));
        }
        Integer number = connections;
        if (number != null && number < 1) {
            throw new ParameterException(line, "--connections: at least one is needed");
        }
        return new Target(
                parts.group(1).replaceAll("[\\[\\]]", ""),
                Integer.parseInt(parts.group(2)),
                tls ? context() : null);
    }

    int connections(int otherwise) {
        Integer number = connections;
        return number == null ? otherwise : number;
    }

    private static boolean isPort(String digits) {
        int port = Integer.parseInt(digits);
        return port >= 1 && port <= MOST_PORT;
    }

    private void requireTls(CommandLine line) {
        if (!tls && (authorities != null || keys != null || passwordFile != null)) {
            throw new ParameterException(
                    line, "--tls-ca, --tls-keys and --tls-password-file go with --tls");
        }
        if ((keys == null) != (passwordFile == null)) {
            throw new ParameterException(line, "--tls-keys and --tls-password-file go together");
        }
    }

    private SSLContext context() throws RejectedInputException {
        Path password = passwordFile;
        try {
            String first =
                    password == null
                            ? ""
                            : Files.readString(password).lines().findFirst().orElse("");
            return TlsKeys.ofSender(keys, first.toCharArray(), authorities);
        } catch (IOException | GeneralSecurityException e) {
            throw new RejectedInputException(
                    "the files for --tls cannot be used: %s".formatted(e.getMessage()));
        }
    }
}
