package org.cytovigil.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cytovigil.feed.fhir.FhirPoller;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.monitor.Heartbeat;

/** A FHIR server as a way in of a gateway. */
final class FhirFeed implements GatewayFeed {
    private final FhirPoller poller;
    private final Heartbeat beat;

    /**
     * Begins to read.
     *
     * @param between the time between two beginnings
     */
    FhirFeed(
            FhirPoller.Settings settings,
            Duration between,
            CodeTable table,
            JdbcLedger store,
            InstantSource clock) {
        poller = new FhirPoller(settings, store, store, table, clock);
        beat = new Heartbeat("fhir", between, poller::poll);
    }

    @Override
    public Map<String, Health.Value> numbers() {
        FhirPoller.State state = poller.state();
        Instant succeeded = state.succeeded();
        Map<String, Health.Value> numbers = new LinkedHashMap<>();
        numbers.put("fhir_resources", new Health.Value(state.resources(), "counter"));
        numbers.put("fhir_entries", new Health.Value(state.entries(), "counter"));
        numbers.put("fhir_quarantined", new Health.Value(state.quarantined(), "counter"));
        numbers.put(
                "fhir_read_to_the_end_seconds",
                new Health.Value(succeeded == null ? 0 : succeeded.getEpochSecond(), "gauge"));
        return numbers;
    }

    @Override
    public String line() {
        return poller.state().words();
    }

    @Override
    public String fault() {
        String fault = poller.state().fault();
        return fault.isEmpty() ? "" : "The FHIR server: %s.".formatted(fault);
    }

    @Override
    public void close() {
        beat.close();
        poller.close();
    }
}
