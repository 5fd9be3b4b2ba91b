package org.cytovigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cytovigil.feed.hl7.AddressRange;
import org.cytovigil.feed.hl7.MllpSettings;
import org.cytovigil.feed.hl7.TlsKeys;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.PolicyRefusedException;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.monitor.SystemClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a unit without a screen until it is told to end. */
// [impl->req~command.serve~1]
@Command(
        name = "serve",
        description = {
            "Takes in HL7 messages over MLLP, grades and alarms, without a screen.",
            "It ends on SIGTERM (code 143) or Ctrl+C (code 130), once the messages at hand are answered."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final int MOST_PORT = 65_535;

    private final InstantSource clock = new SystemClock();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--store",
            required = true,
            paramLabel = "FILE",
            description = "The unit's store; made when there is no such file.")
    private Path store = Path.of("");

    @Option(
            names = "--mllp",
            paramLabel = "PORT",
            description = "Listen for HL7 messages at this port; 0 for any free one.")
    private @Nullable Integer port;

    @Mixin private PipeInput pipe = new PipeInput();

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description =
                    "Listen at this address of the computer; needs --allow. Default: for this computer only.")
    private @Nullable String bind;

    @Option(
            names = "--allow",
            split = ",",
            paramLabel = "ADDRESS",
            description =
                    "Take messages from these addresses only, such as 10.1.2.3 or 10.1.0.0/16.")
    private List<String> allowed = List.of();

    @Option(
            names = "--tls",
            paramLabel = "FILE",
            description = "Encrypt, with the key and certificate of this key store (PKCS #12).")
    private @Nullable Path tls;

    @Option(
            names = "--tls-password-file",
            paramLabel = "FILE",
            description = "Holds the password of the key store in its first line.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--client-ca",
            paramLabel = "FILE",
            description =
                    "Clients must prove a certificate that these authorities signed (PEM, or a key store).")
    private @Nullable Path clientAuthorities;

    @Option(
            names = "--health-port",
            paramLabel = "PORT",
            description =
                    "Answer /health and /metrics over HTTP at this port, for this computer only; 0 for any free one.")
    private @Nullable Integer healthPort;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "The site's mapping table, looked at before the one of the program (CSV).")
    private @Nullable Path mapping;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Adopt this policy file (TOML) first, as cytovigil policy adopt does.")
    private @Nullable Path policy;

    @Mixin private WatchOptions watch = new WatchOptions();

    @Mixin private BackupOptions backups = new BackupOptions();

    @Mixin private FhirOptions fhir = new FhirOptions();

    @Mixin private MllpLimits limits = new MllpLimits();

    @Override
    public Integer call() throws RejectedInputException, InterruptedException {
        MllpSettings mllp = port == null ? pipe.alone(spec.commandLine()) : settings(port);
        CodeTable table = Mappings.of(mapping);
        List<GatewayFeed.Start> feeds =
                Stream.concat(
                                watch.feeds(table).stream(),
                                fhir.feeds(store, table, spec.commandLine()).stream())
                        .toList();
        PrintWriter out = spec.commandLine().getOut();
        BackupPlan plan = backups.plan(spec.commandLine());
        Consumer<JdbcLedger> adoption = adoption(policy, out);
        Gateway.Settings settings =
                new Gateway.Settings(
                        store,
                        mllp,
                        healthPort,
                        Hl7Handlers.charting(table),
                        clock,
                        ZoneId.systemDefault(),
                        feeds);
        try (Gateway gateway = new Gateway(settings, plan, adoption, out)) {
            // When the system ends the program it runs this, and waits for it.
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("end").unstarted(gateway::close));
            if (mllp != null) {
                out.printf(
                        "listening for HL7 messages at %s, port %d%s%n",
                        mllp.bind().getHostAddress(),
                        gateway.port(),
                        mllp.tls() == null ? "" : ", encrypted");
            }
            if (gateway.healthPort() != null) {
                out.printf("health at http://127.0.0.1:%d/health%n", gateway.healthPort());
            }
            out.flush();
            if (pipe.isRead()) {
                pipe.read(gateway, out);
            }
            if (mllp != null) {
                gateway.awaitClosed();
            }
            return ExitCode.DONE;
        } catch (PolicyRefusedException e) {
            throw new RejectedInputException(
                    "%s: %s".formatted(policy == null ? "" : policy.getFileName(), e.getMessage()));
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        } catch (IOException e) {
            throw new RejectedInputException(
                    "cannot listen at port %s: %s"
                            .formatted(
                                    Stream.of(port, healthPort)
                                            .filter(Objects::nonNull)
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(" or ")),
                                    e.getMessage()));
        }
    }

    private Consumer<JdbcLedger> adoption(@Nullable Path file, PrintWriter out)
            throws RejectedInputException {
        if (file == null) {
            return ledger -> {};
        }
        SitePolicy read = Policies.read(file);
        return ledger -> PolicyAdoptCommand.adopt(ledger, read, clock, out);
    }

    private MllpSettings settings(int asked) throws RejectedInputException {
        requirePort("--mllp", asked);
        if (healthPort != null) {
            requirePort("--health-port", healthPort);
        }
        MllpSettings settings = limits.of(MllpSettings.loopback(asked)).at(address(), senders());
        if (!settings.bind().isLoopbackAddress() && allowed.isEmpty()) {
            throw wrongUse(
                    "--bind %s needs --allow: from which addresses are messages taken?"
                            .formatted(bind));
        }
        Path keys = tls;
        if (keys == null) {
            if (clientAuthorities != null || passwordFile != null) {
                throw wrongUse("--client-ca and --tls-password-file go with --tls");
            }
            return settings;
        }
        Path password = passwordFile;
        if (password == null) {
            throw wrongUse("--tls needs --tls-password-file");
        }
        try {
            String first = Files.readString(password).lines().findFirst().orElse("");
            return settings.encrypted(
                    TlsKeys.context(keys, first.toCharArray(), clientAuthorities),
                    clientAuthorities != null);
        } catch (IOException | GeneralSecurityException e) {
            throw new RejectedInputException(
                    "the keys for --tls cannot be used: %s (%s)".formatted(e.getMessage(), keys));
        }
    }

    private void requirePort(String option, int number) {
        if (number < 0 || number > MOST_PORT) {
            throw wrongUse("%s: %d is no port".formatted(option, number));
        }
    }

    private InetAddress address() {
        String text = bind;
        if (text == null) {
            return InetAddress.getLoopbackAddress();
        }
        try {
            return AddressRange.parse(text).network();
        } catch (IllegalArgumentException e) {
            throw wrongUse("--bind: " + e.getMessage());
        }
    }

    private List<AddressRange> senders() {
        try {
            return allowed.stream().map(AddressRange::parse).toList();
        } catch (IllegalArgumentException e) {
            throw wrongUse("--allow: " + e.getMessage());
        }
    }

    private ParameterException wrongUse(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }
}
