package org.cytovigil.feed.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cytovigil.clinical.Observation;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Intake;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real server over HTTP, that fails in the ways that servers do. */
// [utest->req~feed.fhir.poll~1]
@Timeout(60)
class FhirPollerTest {
    private static final String METADATA =
            "{\"resourceType\": \"CapabilityStatement\", \"fhirVersion\": \"4.0.1\"}";

    @TempDir private Path folder;
    private final MemoryLedger ledger = new MemoryLedger();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Resources by type and id, each with its time. */
    private final Map<String, String> resources = new TreeMap<>();

    private volatile int status = 200;
    private volatile String metadata = METADATA;
    private volatile String instead = "";

    /** What single resources are answered with instead. */
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();

    private int pageSize = 100;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/fhir/", this::answer);
        server.start();
        put("Patient/7", "2026-03-01T08:00:00Z", "\"identifier\": [{\"value\": \"4711\"}]");
        put(
                "Encounter/70",
                "2026-03-01T08:00:00Z",
                "\"status\": \"in-progress\", \"class\": {\"code\": \"IMP\"}, \"subject\":"
                        + " {\"reference\": \"Patient/7\"}, \"period\": {\"start\":"
                        + " \"2026-03-01T08:00:00Z\"}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/fhir";
    }

    private void put(String name, String updated, String elements) {
        put(name, updated, 1, elements);
    }

    private void put(String name, String updated, int version, String elements) {
        String[] parts = name.split("/", 2);
        resources.put(
                name,
                "{\"resourceType\": \"%s\", \"id\": \"%s\", \"meta\": {\"versionId\": \"%d\", \"lastUpdated\": \"%s\"}, %s}"
                        .formatted(parts[0], parts[1], version, updated, elements));
    }

    private void rate(String id, String updated, int version, int value) {
        put(
                "Observation/" + id,
                updated,
                version,
                "\"status\": \"final\", \"code\": %s, \"subject\": {\"reference\": \"Patient/7\"}, \"effectiveDateTime\": \"2026-03-02T10:00:00Z\", %s"
                        .formatted(
                                Inbox.loinc("8867-4", "Heart rate"),
                                Inbox.quantity(Integer.toString(value), "/min", "/min")));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/fhir/".length());
            String query = exchange.getRequestURI().getQuery();
            asked.add(path + (query == null ? "" : "?" + query));
            String body =
                    path.equals("metadata")
                            ? metadata
                            : !instead.isEmpty()
                                    ? instead
                                    : query == null
                                            ? resources.getOrDefault(path, "")
                                            : search(path, query);
            if (query == null && refused.containsKey(path)) {
                exchange.sendResponseHeaders(refused.get(path), -1);
                return;
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    bytes.length == 0 ? 404 : status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private String search(String type, String query) {
        Instant from = Instant.parse(query.replaceAll(".*_lastUpdated=ge([^&]*).*", "$1"));
        int page = query.contains("page=") ? Integer.parseInt(query.replaceAll(".*page=", "")) : 0;
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> one : resources.entrySet()) {
            String updated =
                    one.getValue().replaceAll("(?s).*\"lastUpdated\": \"([^\"]*)\".*", "$1");
            if (one.getKey().startsWith(type + "/") && !Instant.parse(updated).isBefore(from)) {
                found.add("{\"resource\": " + one.getValue() + "}");
            }
        }
        int end = Math.min(found.size(), (page + 1) * pageSize);
        String next =
                end < found.size()
                        ? "\"link\": [{\"relation\": \"next\", \"url\": \"%s/%s?_lastUpdated=ge%s&page=%d\"}], "
                                .formatted(base(), type, from, page + 1)
                        : "";
        return "{\"resourceType\": \"Bundle\", \"type\": \"searchset\", %s\"entry\": [%s]}"
                .formatted(
                        next, String.join(",", found.subList(Math.min(page * pageSize, end), end)));
    }

    private FhirPoller poller(Intake intake) {
        return new FhirPoller(
                new FhirPoller.Settings(
                        base() + "/", "secret", folder.resolve("position"), Duration.ofDays(30)),
                intake,
                ledger,
                CodeTable.standard(),
                () -> Inbox.NOW);
    }

    private List<Double> rates() {
        return ledger.stays().stream()
                .flatMap(stay -> ledger.entriesOf(stay.id()).stream())
                .map(Entry::event)
                .filter(Entry.Observed.class::isInstance)
                .map(event -> ((Entry.Observed) event).observation())
                .filter(Observation.HeartRate.class::isInstance)
                .map(fact -> ((Observation.HeartRate) fact).perMinute())
                .toList();
    }

    @Test
    void everyPageIsReadAndWhatIsKnownIsNotKeptTwice() throws IOException {
        pageSize = 2;
        for (int i = 0; i < 5; i++) {
            rate("o" + i, "2026-03-02T10:0%d:00Z".formatted(i), 1, 80 + i);
        }
        try (FhirPoller poller = poller(ledger)) {
            poller.poll();
            poller.poll();

            assertThat(rates()).containsExactly(80.0, 81.0, 82.0, 83.0, 84.0);
            assertThat(poller.state().fault()).isEmpty();
            assertThat(poller.state().succeeded()).isEqualTo(Inbox.NOW);
        }
    }

    @Test
    void aRestartBeginsWhereItEndedAndLessTheOverlap() throws IOException {
        rate("o1", "2026-03-02T10:00:00Z", 1, 80);
        try (FhirPoller poller = poller(ledger)) {
            poller.poll();
        }
        asked.clear();
        // Stamped before the last one seen, and committed after it was read.
        rate("o2", "2026-03-02T09:51:00Z", 1, 81);

        try (FhirPoller poller = poller(ledger)) {
            poller.poll();
        }

        assertThat(asked)
                .anyMatch(one -> one.startsWith("Observation?_lastUpdated=ge2026-03-02T09:50:00Z"));
        assertThat(rates()).containsExactly(80.0, 81.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    BASE Observation 2026- | has a line that is none
                    ''                     | names no server
                    nonsense               | names no server
                    BYTES                  | cannot be read (MalformedInputException)
                    FOLDER                 | cannot be read (IOException)
                    """)
    void aDamagedPositionIsPutAsideAndCostsTimeAndNothingElse(String text, String words)
            throws IOException {
        rate("o1", "2026-03-02T10:00:00Z", 1, 80);
        rate("o2", "2026-03-02T10:00:00Z", 2, 81);
        try (FhirPoller poller = poller(ledger)) {
            poller.poll();
        }
        Path position = folder.resolve("position");
        Files.delete(position);
        if (text.equals("FOLDER")) {
            Files.createDirectory(position);
        } else if (text.equals("BYTES")) {
            Files.write(position, new byte[] {'h', 't', 't', 'p', (byte) 0xFF, (byte) 0xFE, '\n'});
        } else {
            Files.writeString(position, text.replace("BASE ", base() + "\n"));
        }
        asked.clear();

        try (FhirPoller poller = poller(ledger)) {
            poller.poll();
            assertThat(poller.state().fault()).isEmpty();
            assertThat(poller.state().words()).contains(words).contains("position.bad");
        }

        // From 30 days before 12:00 on 10 March, as the first time of all.
        assertThat(asked)
                .anyMatch(one -> one.startsWith("Observation?_lastUpdated=ge2026-02-08T12:00:00Z"));
        assertThat(rates()).containsExactly(80.0, 81.0);
        assertThat(ledger.items()).isEmpty();
        assertThat(folder.resolve("position.bad")).exists();
        assertThat(Files.readString(position)).contains("Observation 2026-03-02T10:00:00Z");
    }

    @Test
    void aNewVersionCorrectsTheOneBefore() throws IOException {
        rate("o1", "2026-03-02T10:00:00Z", 1, 80);
        try (FhirPoller poller = poller(ledger)) {
            poller.poll();
        }
        rate("o1", "2026-03-02T10:05:00Z", 2, 95);

        try (FhirPoller poller = poller(ledger)) {
            poller.poll();
        }

        assertThat(ledger.entriesOf(ledger.stays().getFirst().id()).getLast().event())
                .isEqualTo(
                        new Entry.Corrected(
                                new Observation.HeartRate(80),
                                new Observation.HeartRate(95),
                                "corrected by the sender"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    503 | ''                                 | it answered 503
                    401 | ''                                 | it answered 401
                    200 | {"resourceType": "Bundle", "en     | no JSON
                    200 | <html/>                            | no JSON
                    200 | {"resourceType": "Patient"}        | no Bundle
                    200 | {"resourceType": "Bundle", "link": [{"relation": "next", "url": "http://192.0.2.1/fhir/x"}]} | another server
                    """)
    void aServerThatFailsIsSaidAndAskedAgain(int answered, String body, String fault)
            throws IOException {
        rate("o1", "2026-03-02T10:00:00Z", 1, 80);
        try (FhirPoller poller = poller(ledger)) {
            status = answered;
            instead = body;
            poller.poll();
            assertThat(poller.state().fault()).contains(fault);
            assertThat(poller.state().succeeded()).isNull();
            assertThat(poller.state().words()).contains("FAULT");

            status = 200;
            instead = "";
            poller.poll();
            assertThat(poller.state().fault()).isEmpty();
            assertThat(rates()).containsExactly(80.0);
        }
    }

    @Test
    void aServerOfAnotherVersionIsNotRead() throws IOException {
        metadata = METADATA.replace("4.0.1", "5.0.0");
        try (FhirPoller poller = poller(ledger)) {
            poller.poll();

            assertThat(poller.state().fault()).contains("it speaks FHIR 5.0.0");
            assertThat(asked).containsExactly("metadata");
        }
    }

    @Test
    void aServerThatIsDownIsSaid() throws IOException {
        server.stop(0);
        try (FhirPoller poller = poller(ledger)) {
            poller.poll();

            assertThat(poller.state().fault()).contains("it does not answer");
        }
    }

    @Test
    void aStoreThatFailsLosesNothing() throws IOException {
        rate("o1", "2026-03-02T10:00:00Z", 1, 80);
        boolean[] broken = {true};
        Intake failing =
                (Batch batch) -> {
                    if (broken[0]) {
                        throw new LedgerException("disk full");
                    }
                    return ledger.take(batch);
                };
        try (FhirPoller poller = poller(failing)) {
            poller.poll();
            assertThat(poller.state().fault()).contains("the store failed");
            broken[0] = false;
            poller.poll();
        }
        assertThat(rates()).containsExactly(80.0);
    }

    @Test
    void aPatientWhoIsNotOnThePageIsAskedFor() throws IOException {
        rate("o1", "2026-03-02T10:00:00Z", 1, 80);
        try (FhirPoller poller = poller(ledger)) {
            poller.poll();
        }
        rate("o2", "2026-03-02T10:30:00Z", 1, 81);
        asked.clear();

        try (FhirPoller poller = poller(ledger)) {
            poller.poll();
        }

        assertThat(rates()).containsExactly(80.0, 81.0);
        assertThat(asked.stream().filter(one -> one.equals("Patient/7"))).hasSizeLessThan(2);
    }

    @Test
    void aStampInTheFutureDoesNotCarryThePositionAway() throws IOException {
        rate("o1", "2026-04-10T12:00:00Z", 1, 80);
        try (FhirPoller poller = poller(ledger)) {
            poller.poll();
            assertThat(poller.state().fault()).contains("Observation of more than 5 minutes ahead");
            assertThat(poller.state().succeeded()).isEqualTo(Inbox.NOW);
            asked.clear();
            rate("o2", "2026-03-10T11:55:00Z", 1, 81);
            poller.poll();
        }
        assertThat(asked)
                .anyMatch(one -> one.startsWith("Observation?_lastUpdated=ge2026-03-10T11:50:00Z"));
        assertThat(rates()).containsExactlyInAnyOrder(80.0, 81.0);
    }

    @Test
    void aPositionFromTheFutureIsForgotten() throws IOException {
        Files.writeString(
                folder.resolve("position"), base() + "\nObservation 2026-04-10T12:00:00Z\n");
        rate("o1", "2026-03-02T10:00:00Z", 1, 80);
        try (FhirPoller poller = poller(ledger)) {
            poller.poll();
        }
        assertThat(rates()).containsExactly(80.0);
        assertThat(Files.readString(folder.resolve("position")))
                .contains("Observation 2026-03-02T10:00:00Z");
    }

    private void rateOfAnother() {
        rate("o0", "2026-03-02T09:59:00Z", 1, 70);
        resources.computeIfPresent(
                "Observation/o0", (name, text) -> text.replace("Patient/7", "Patient/8"));
        rate("o1", "2026-03-02T10:00:00Z", 1, 80);
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "404", "410", "422"})
    void aReferenceThatIsNotToBeHadStopsNoOther(int answer) throws IOException {
        rateOfAnother();
        refused.put("Patient/8", answer);
        try (FhirPoller poller = poller(ledger)) {
            poller.poll();

            assertThat(poller.state().fault()).isEmpty();
        }
        assertThat(rates()).containsExactly(80.0);
        assertThat(ledger.items())
                .singleElement()
                .satisfies(
                        held ->
                                assertThat(held.toString())
                                        .contains("not to be had: the server answered " + answer));
    }

    @ParameterizedTest
    @CsvSource({"408", "429", "500", "503"})
    void aReferenceThatFailsForNowEndsTheRoundAndIsTriedAgain(int answer) throws IOException {
        rateOfAnother();
        refused.put("Patient/8", answer);
        try (FhirPoller poller = poller(ledger)) {
            poller.poll();
            assertThat(poller.state().fault()).contains("it answered " + answer);
            assertThat(ledger.items()).isEmpty();

            refused.clear();
            poller.poll();
            assertThat(poller.state().fault()).isEmpty();
        }
        assertThat(rates()).containsExactly(80.0);
    }

    @Test
    void aReferenceThatIsNoneIsNotAskedFor() throws IOException {
        rateOfAnother();
        resources.computeIfPresent(
                "Observation/o0",
                (name, text) -> text.replace("Patient/8", "Patient?identifier=4711 x"));
        try (FhirPoller poller = poller(ledger)) {
            poller.poll();
            assertThat(poller.state().fault()).isEmpty();
        }
        assertThat(asked).noneMatch(one -> one.contains("identifier"));
        assertThat(rates()).containsExactly(80.0);
    }

    @Test
    void anUnforeseenFaultOfOneResourceIsItsOwn() throws IOException {
        rateOfAnother();
        resources.computeIfPresent(
                "Observation/o0", (name, text) -> text.replace("Patient/8", "Patient/7"));
        Intake failing =
                (Batch batch) -> {
                    if (batch.entries().stream()
                            .anyMatch(
                                    entry ->
                                            entry.event()
                                                    .equals(
                                                            new Entry.Observed(
                                                                    new Observation.HeartRate(
                                                                            70))))) {
                        throw new IllegalStateException("Jane Doe");
                    }
                    return ledger.take(batch);
                };
        try (FhirPoller poller = poller(failing)) {
            poller.poll();
            assertThat(poller.state().fault()).isEmpty();
        }
        assertThat(rates()).containsExactly(80.0);
        assertThat(ledger.items())
                .singleElement()
                .satisfies(
                        held ->
                                assertThat(held.toString())
                                        .contains("unreadable")
                                        .contains("IllegalStateException")
                                        .contains("Observation")
                                        .doesNotContain("Jane Doe"));
    }

    @Test
    void anUnforeseenFaultOfARoundIsSaid() throws IOException {
        Intake failing =
                (Batch batch) -> {
                    throw new IllegalStateException("Jane Doe");
                };
        try (FhirPoller poller = poller(failing)) {
            poller.poll();
            assertThat(poller.state().fault())
                    .contains("IllegalStateException")
                    .doesNotContain("Jane Doe");
        }
    }
}
