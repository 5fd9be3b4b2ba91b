package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.feed.hl7.MllpSettings;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.ledger.jdbc.Verification;
import org.cytovigil.monitor.SystemClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway on a real file system of 8 MB that is filled and freed again. Where none may be
 * mounted this is skipped and said, and {@link DiskFullTest} stands alone.
 */
// [utest->req~ledger.disk-full~1]
@EnabledOnOs(OS.LINUX)
class DiskFullIT {
    @TempDir private Path disk;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = done("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString());
        if (!mounted) {
            System.out.println("no 8 MB file system can be mounted here: DiskFullIT is skipped");
        }
        assumeThat(mounted).as("a file system can be mounted").isTrue();
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(done("umount", "--lazy", disk.toString())).isTrue();
        }
    }

    private static boolean done(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // There is no such command here.
        }
    }

    private static Duration until(BooleanSupplier isSo) {
        Instant start = Instant.now();
        Instant patience = start.plusSeconds(30);
        while (!isSo.getAsBoolean()) {
            assertThat(Instant.now()).as("waited long enough").isBefore(patience);
            Thread.onSpinWait();
        }
        return Duration.between(start, Instant.now());
    }

    private void fill() {
        byte[] some = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) {
                out.write(some);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private static HttpResponse<String> health(Gateway gateway) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:" + gateway.healthPort() + "/health"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    @Timeout(120)
    void aFullDiskIsSaidWithinFiveSecondsAlarmsGoOnAndItPassesWithoutARestart() throws Exception {
        Instant admitted = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(7_200);
        Path store = disk.resolve("unit.db");
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            ledger.append(List.of(Sender.admission(admitted)));
        }
        Set<Integer> accepted = new HashSet<>();
        List<Integer> refused = new ArrayList<>();
        Gateway.Settings settings =
                new Gateway.Settings(
                        store,
                        MllpSettings.loopback(0),
                        0,
                        Hl7Handlers.charting(CodeTable.standard()),
                        new SystemClock(),
                        ZoneOffset.UTC);
        try (Gateway gateway = new Gateway(settings, new PrintWriter(new StringWriter()));
                Sender sender = new Sender(gateway.port())) {
            int number = 0;
            send(sender, number++, admitted, 37.0, accepted, refused);
            assertThat(refused).isEmpty();
            until(() -> gateway.health().isGood() && gateway.health().feed().accepted() == 1);

            fill();
            Duration space = until(() -> gateway.health().fault().contains("almost full"));
            while (refused.isEmpty()) {
                send(sender, number++, admitted, 37.0, accepted, refused);
            }
            Duration failing = until(() -> gateway.health().fault().contains("Storage is failing"));
            HttpResponse<String> health = health(gateway);
            // Those of the store itself stand by now.
            long alarms = gateway.health().alarms();
            send(sender, number++, admitted, 39.5, accepted, refused);
            Duration alarm = until(() -> gateway.health().alarms() > alarms);

            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("what is shown since then is not stored");
            assertThat(refused).hasSizeGreaterThanOrEqualTo(2);

            Files.delete(disk.resolve("filler"));
            Duration well = until(() -> gateway.health().fault().contains("Storage works again"));
            int last = refused.removeLast();
            for (int again : List.copyOf(refused)) {
                send(sender, again, admitted, 37.0, accepted, refused);
            }
            send(sender, last, admitted, 39.5, accepted, refused);
            assertThat(accepted).contains(last);
            until(() -> gateway.health().isGood());
            System.out.printf(
                    "8 MB disk: little space said after %d ms, failing after %d ms, alarm after %d ms, well again after %d ms%n",
                    space.toMillis(), failing.toMillis(), alarm.toMillis(), well.toMillis());
            for (Duration took : List.of(space, failing, alarm, well)) {
                assertThat(took).isLessThan(Duration.ofSeconds(5));
            }
        }
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            int ofTheUnit = ledger.entriesOf(AlarmKey.UNIT).size();
            assertThat(ledger.verify())
                    .isEqualTo(new Verification.Sound(accepted.size() + 1L + ofTheUnit));
            assertThat(
                            ledger.entriesOf(Sender.STAY).stream()
                                    .filter(entry -> entry.event() instanceof Entry.Observed)
                                    .map(Entry::at))
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            accepted.stream().map(n -> admitted.plusSeconds(n)).toList());
        }
    }

    private static void send(
            Sender sender,
            int number,
            Instant admitted,
            double celsius,
            Set<Integer> accepted,
            List<Integer> refused)
            throws IOException {
        String id = "D" + number;
        String answer = sender.send(Sender.temperature(id, admitted.plusSeconds(number), celsius));
        if (Sender.isAccepted(answer, id)) {
            accepted.add(number);
        } else {
            assertThat(answer).contains("MSA|AE|" + id + "|the store failed");
            refused.add(number);
        }
    }
}
