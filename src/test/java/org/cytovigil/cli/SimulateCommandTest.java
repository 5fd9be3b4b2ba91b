package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.feed.hl7.MllpSettings;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.ledger.jdbc.Verification;
import org.cytovigil.monitor.SystemClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~command.simulate~1]
@Timeout(120)
class SimulateCommandTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --beds 0                     | a unit has 1 to 200 beds
                    --speed 0                    | the speed is above 0 and at most 3600
                    --start 11d                  | the start is 0 to 239 hours after the infusion
                    --history 400h               | the history is 0 to 14 days
                    --vitals-every 100           | '100' is no span of time
                    --for soon                   | 'soon' is no span of time
                    --faults few                 | --faults
                    --processing X               | 'X' is none of P, T and D
                    --to localhost               | 'localhost' is no HOST:PORT
                    --to localhost:70000         | 'localhost:70000' is no HOST:PORT
                    --to localhost:0             | 'localhost:0' is no HOST:PORT
                    --connections 2              | --tls and --connections go with --to
                    --to h:1 --connections 0     | at least one is needed
                    --to h:1 --tls-ca ca.pem     | go with --tls
                    --to h:1 --tls --tls-keys k  | go together
                    """)
    void wrongUseIsSaid(String options, String message) {
        List<Object> arguments = new ArrayList<>(List.of("simulate"));
        arguments.addAll(List.of(options.split(" ")));

        Run run = Run.of(arguments.toArray());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aListenerTakesAllOfAUnit() throws IOException {
        Path store = folder.resolve("unit.db");
        Gateway.Settings settings =
                new Gateway.Settings(
                        store,
                        MllpSettings.loopback(0),
                        null,
                        Hl7Handlers.charting(CodeTable.standard()),
                        new SystemClock(),
                        ZoneId.systemDefault());
        Run run;
        try (Gateway gateway = new Gateway(settings, new PrintWriter(new StringWriter()))) {
            run =
                    Run.of(
                            "simulate",
                            "--beds",
                            "3",
                            "--seed",
                            "5",
                            "--faults",
                            "many",
                            "--history",
                            "6h",
                            "--for",
                            "0",
                            "--to",
                            "127.0.0.1:" + gateway.port());
        }

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("AE 0, AR 0,");
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            assertThat(ledger.stays()).hasSize(3);
            assertThat(ledger.stays())
                    .allSatisfy(
                            stay -> {
                                assertThat(stay.patient().name()).startsWith("DEMO");
                                assertThat(stay.bed()).startsWith("CART 0");
                                assertThat(ledger.entriesOf(stay.id())).hasSizeGreaterThan(100);
                            });
            assertThat(ledger.verify()).isInstanceOf(Verification.Sound.class);
        }
    }

    @Test
    void whereNobodyListensItTriesAndEndsWithCodeOne() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        Run run =
                Run.of(
                        "simulate",
                        "--beds",
                        "1",
                        "--history",
                        "0",
                        "--for",
                        "0",
                        "--to",
                        "127.0.0.1:" + free);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("no connection: ").contains("; trying again");
        assertThat(run.err()).contains("nothing could be sent");
    }

    // [utest->req~command.serve.pipe~1]
    @Test
    void aPipeCarriesAUnitIntoAStore() throws IOException {
        Path store = folder.resolve("unit.db");
        Run sent = Run.of("simulate", "--beds", "2", "--history", "1h", "--for", "0");
        assertThat(sent.code()).isZero();
        assertThat(sent.out()).startsWith("\u000bMSH|").endsWith("\r\u001c\r");
        assertThat(sent.err()).startsWith("sent ");

        InputStream before = System.in;
        Run served;
        try {
            System.setIn(new ByteArrayInputStream(sent.out().getBytes(StandardCharsets.UTF_8)));
            served = Run.of("serve", "--store", store, "--stdin");
        } finally {
            System.setIn(before);
        }

        assertThat(served.code()).isZero();
        assertThat(served.out()).contains("healthy: stays 2,").contains("AE 0, AR 0,");
        assertThat(served.out()).doesNotContain("listening");
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            assertThat(ledger.stays()).hasSize(2);
        }
    }

    // [utest->req~command.serve.pipe~1]
    @Test
    void whatIsNoMllpInAPipeIsSaid() {
        InputStream before = System.in;
        Run served;
        try {
            System.setIn(
                    new ByteArrayInputStream(
                            "noise ".repeat(20_000).getBytes(StandardCharsets.UTF_8)));
            served = Run.of("serve", "--store", folder.resolve("unit.db"), "--stdin");
        } finally {
            System.setIn(before);
        }
        assertThat(served.code()).isEqualTo(1);
        assertThat(served.err()).contains("what comes is no MLLP");
    }

    // [utest->req~command.serve.pipe~1]
    @Test
    void withoutAPortAndAPipeThereIsNothingToServe() {
        Run run = Run.of("serve", "--store", folder.resolve("unit.db"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--mllp PORT, --stdin or both are needed");
        assertThat(folder.resolve("unit.db")).doesNotExist();
    }
}
