package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.hl7.MllpSettings;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.ledger.jdbc.Verification;
import org.cytovigil.monitor.UnitSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~command.serve~1]
@Timeout(120)
class GatewayTest {
    private static final StayId STAY = new StayId("S-1");
    private static final Author MONITOR = new Author(Author.Kind.DEVICE, "monitor-1");

    /** Every message is a temperature of the one stay. */
    private static final Hl7Handlers TEMPERATURES =
            (store, clock, zone) ->
                    (payload, sender) -> {
                        double celsius =
                                Double.parseDouble(new String(payload, StandardCharsets.UTF_8));
                        Instant now = clock.instant();
                        store.take(
                                new Batch(
                                        List.of(
                                                new Entry(
                                                        STAY,
                                                        now,
                                                        now,
                                                        MONITOR,
                                                        new Entry.Observed(
                                                                Facts.celsius(celsius)))),
                                        List.of(),
                                        null));
                        return "MSH|\rMSA|AA|1".getBytes(StandardCharsets.UTF_8);
                    };

    @TempDir private Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>(Facts.ZERO);
    private final StringWriter out = new StringWriter();

    private Gateway start(Hl7Handlers handlers, int port) throws IOException {
        return new Gateway(
                new Gateway.Settings(
                        folder.resolve("unit.db"),
                        MllpSettings.loopback(port),
                        0,
                        handlers,
                        now::get,
                        ZoneOffset.UTC),
                new PrintWriter(out, true));
    }

    private void admit() {
        Stay stay =
                new Stay(
                        STAY,
                        new Patient("Doe, Jane", "MRN-1", null, null, Patient.Baseline.NONE),
                        new Infusion("axi-cel", Facts.ZERO),
                        Facts.ZERO,
                        null,
                        "12",
                        Stay.Origin.LIVE);
        try (JdbcLedger ledger = JdbcLedger.open(folder.resolve("unit.db"))) {
            ledger.append(
                    List.of(
                            new Entry(
                                    STAY,
                                    Facts.ZERO,
                                    Facts.ZERO,
                                    MONITOR,
                                    new Entry.Admitted(stay))));
        }
    }

    private static String send(Gateway gateway, String message) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.getOutputStream()
                    .write(("\u000b" + message + "\u001c\r").getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpResponse<String> get(Gateway gateway, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + gateway.healthPort() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void anAcknowledgedFeverIsInTheStoreGradedAndAlarmed() throws Exception {
        admit();
        now.set(Facts.minute(60));
        try (Gateway gateway = start(TEMPERATURES, 0)) {
            assertThat(send(gateway, "39.1")).isEqualTo("\u000bMSH|\rMSA|AA|1\u001c\r");
            now.set(Facts.minute(61));
            while (gateway.health().alarms() == 0) {
                Thread.onSpinWait();
            }

            Health health = gateway.health();
            assertThat(health.stays()).isEqualTo(1);
            assertThat(health.unanswered()).isPositive();
            assertThat(health.feed().accepted()).isEqualTo(1);
            assertThat(health.isGood()).isTrue();
        }
        try (JdbcLedger ledger = JdbcLedger.openExisting(folder.resolve("unit.db"))) {
            assertThat(ledger.entriesOf(STAY)).hasSize(2);
            // Who has no screen has watched for nobody.
            assertThat(folder.resolve("unit.db.watched")).doesNotExist();
            // Beside them stands that the clock went on by an hour between two beats.
            int ofTheUnit = ledger.entriesOf(AlarmKey.UNIT).size();
            assertThat(ledger.verify()).isEqualTo(new Verification.Sound(2 + ofTheUnit));
        }
    }

    @Test
    void healthAndMetricsAreGivenOverHttpWithoutAnythingOfAPatient() throws Exception {
        admit();
        try (Gateway gateway = start(TEMPERATURES, 0)) {
            send(gateway, "37.0");

            HttpResponse<String> health = get(gateway, "/health");
            HttpResponse<String> metrics = get(gateway, "/metrics");

            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(health.body())
                    .contains("\"healthy\" : true", "\"stays\" : 1", "\"messages\" : 1");
            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.body())
                    .contains(
                            "# TYPE cytovigil_messages_total counter\ncytovigil_messages_total 1\n")
                    .contains("cytovigil_messages_accepted_total 1\n")
                    .contains("cytovigil_healthy 1\n");
            for (String text : List.of(health.body(), metrics.body(), gateway.health().line())) {
                assertThat(text).doesNotContain("S-1", "Doe", "MRN", "37.0");
            }
            assertThat(get(gateway, "/other").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aHealthLineIsPrintedAtTheStart() throws Exception {
        try (Gateway gateway = start(TEMPERATURES, 0)) {
            while (out.toString().isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(gateway.healthPort()).isPositive();
        }
        assertThat(out.toString())
                .startsWith(Policies.time(Facts.ZERO) + " healthy: stays 0, alarms 0");
    }

    @Test
    void aFaultIsSaidInEveryForm() throws Exception {
        try (Gateway gateway = start(TEMPERATURES, 0)) {
            Health before = gateway.health();
            Health later =
                    Health.of(
                            now.get(),
                            "The monitor stands still.",
                            new UnitSnapshot(now.get(), List.of(), List.of()),
                            3,
                            before.feed());

            assertThat(later.isGood()).isFalse();
            assertThat(later.line()).contains("FAULT (The monitor stands still.)", "quarantine 3");
            assertThat(later.json()).contains("\"healthy\" : false");
            assertThat(later.metrics()).contains("cytovigil_healthy 0\n");
        }
    }

    @Test
    void aMessageNobodyCanReadIsWholeInTheQuarantineAndCounted() throws Exception {
        try (Gateway gateway = start(Hl7Handlers.charting(CodeTable.standard()), 0)) {
            String answer = send(gateway, "no HL7 at all");

            assertThat(answer).contains("\rMSA|AR|");
            assertThat(gateway.health().quarantine()).isEqualTo(1);
        }
        try (JdbcLedger ledger = JdbcLedger.openExisting(folder.resolve("unit.db"))) {
            assertThat(ledger.items())
                    .extracting(Quarantine.Item::raw)
                    .containsExactly("no HL7 at all");
            ledger.settle(List.of(1L), Facts.minute(1));
            assertThat(ledger.unsettled()).isZero();
        }
    }

    @Test
    void aPortThatIsTakenLeavesTheStoreClosed() throws Exception {
        try (Gateway first = start(TEMPERATURES, 0)) {
            int taken = first.port();
            assertThatThrownBy(() -> start(TEMPERATURES, taken)).isInstanceOf(BindException.class);
        }
        try (JdbcLedger ledger = JdbcLedger.openExisting(folder.resolve("unit.db"))) {
            assertThat(ledger.verify()).isEqualTo(new Verification.Sound(0));
        }
    }

    @Test
    void closingEndsTheWaitAndTwiceIsOnce() throws Exception {
        Gateway gateway = start(TEMPERATURES, 0);
        Thread waiting =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        gateway.awaitClosed();
                                    } catch (InterruptedException e) {
                                        throw new AssertionError(e);
                                    }
                                });

        gateway.close();
        gateway.close();

        assertThat(waiting.join(Duration.ofSeconds(30))).isTrue();
    }
}
