package org.cytovigil.feed.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cytovigil.feed.Unforeseen;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Intake;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.LedgerException;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Asks a FHIR server again and again for what is new, by {@code _lastUpdated}. A server may commit
 * late what it stamped early, so each search reaches back over an overlap; what was taken in before
 * is not kept twice. The position moves on only after everything up to it is durable. One thread
 * calls {@link #poll}; the state may be asked from any.
 */
// [impl->req~feed.fhir.poll~1]
public final class FhirPoller implements AutoCloseable {
    /** Who and where before what. */
    private static final List<String> TYPES =
            List.of("Patient", "Encounter", "Procedure", "MedicationAdministration", "Observation");

    /** How far back each search reaches again. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    /** Clocks of servers are that far apart; what is stamped later is a slip. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final int PAGE = 200;

    /** No more pages in one round: a server whose last page links to the first ends nowhere. */
    private static final int MOST_PAGES = 100_000;

    /** What lies in the overlap of a busy unit many times over. */
    private static final int REMEMBERED = 200_000;

    private final FhirServer server;
    private final FhirPosition position;
    private final FhirIntake intake;
    private final InstantSource clock;
    private final Duration back;
    private volatile State state;

    private final Set<String> settled =
            Collections.newSetFromMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    /**
     * How the polling goes.
     *
     * @param succeeded when the server was last read to the end, or {@code null}
     * @param failed when that last went wrong, or {@code null}
     * @param fault why, in words; empty when the last round went well
     * @param resources read so far, each version once
     * @param entries kept so far
     * @param quarantined items put into the quarantine so far
     * @param remark what was wrong with the position at the start; empty when nothing was
     */
    public record State(
            @Nullable Instant succeeded,
            @Nullable Instant failed,
            String fault,
            long resources,
            long entries,
            long quarantined,
            String remark) {

        /** For the health line. */
        public String words() {
            return "FHIR %s%s, resources %d, entries %d, refused %d%s"
                    .formatted(
                            succeeded == null ? "not read yet" : "read to the end at " + succeeded,
                            fault.isEmpty() ? "" : ", FAULT at %s (%s)".formatted(failed, fault),
                            resources,
                            entries,
                            quarantined,
                            remark.isEmpty() ? "" : ", " + remark);
        }
    }

    /**
     * What to poll.
     *
     * @param base the server's address
     * @param token what proves that we may ask, or {@code null}
     * @param position the file that keeps how far it was read
     * @param back how far back the first search of all reaches
     */
    public record Settings(String base, @Nullable String token, Path position, Duration back) {
        public Settings {
            base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        }
    }

    /** Prepares; nothing is asked yet. A position that cannot be read is begun anew. */
    public FhirPoller(
            Settings settings, Intake intake, Ledger ledger, CodeTable table, InstantSource clock) {
        this.server = new FhirServer(settings.base(), settings.token());
        this.position = new FhirPosition(settings.position(), settings.base());
        this.state = new State(null, null, "", 0, 0, 0, position.damage());
        this.clock = clock;
        this.back = settings.back();
        this.intake = new FhirIntake(intake, ledger, table, clock, settings.base(), this::resource);
    }

    /** How it goes. */
    public State state() {
        return state;
    }

    private Optional<Resource> resource(String reference) {
        try {
            return server.resource(reference);
        } catch (FhirServerException e) {
            throw new ServerFailed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailed(new FhirServerException("interrupted"));
        }
    }

    /** Reads once what is new; whatever goes wrong is in the state and tried again next time. */
    public void poll() {
        try {
            requireVersion();
            List<String> ahead = new ArrayList<>();
            for (String type : TYPES) {
                if (poll(type)) {
                    ahead.add(type);
                }
            }
            Instant now = clock.instant();
            state =
                    new State(
                            now,
                            ahead.isEmpty() ? state.failed() : now,
                            ahead.isEmpty()
                                    ? ""
                                    : "all was read, and it has %s of more than %d minutes ahead of our clock"
                                            .formatted(String.join(", ", ahead), AHEAD.toMinutes()),
                            state.resources(),
                            state.entries(),
                            state.quarantined(),
                            state.remark());
        } catch (FhirServerException e) {
            failed(String.valueOf(e.getMessage()));
        } catch (ServerFailed e) {
            failed(String.valueOf(e.getMessage()));
        } catch (LedgerException e) {
            failed("the store failed: nothing of the page was lost, it is read again");
        } catch (IOException | UncheckedIOException e) {
            failed("the position cannot be kept: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed("interrupted");
        } catch (RuntimeException e) {
            Unforeseen.log(FhirPoller.class, "the FHIR server was not read", e);
            failed("an unforeseen fault (%s)".formatted(e.getClass().getSimpleName()));
        }
    }

    private void failed(String fault) {
        state =
                new State(
                        state.succeeded(),
                        clock.instant(),
                        fault,
                        state.resources(),
                        state.entries(),
                        state.quarantined(),
                        state.remark());
    }

    private boolean versionKnown;

    private void requireVersion() throws FhirServerException, InterruptedException {
        if (versionKnown) {
            return;
        }
        String version = server.version();
        if (!version.startsWith("4.0")) {
            throw new FhirServerException(
                    version.isEmpty()
                            ? "it does not say which FHIR it speaks"
                            : "it speaks FHIR %s, and R4 (4.0) is read".formatted(version));
        }
        versionKnown = true;
    }

    /**
     * Reads one type.
     *
     * @return whether something of it is stamped in the future
     */
    private boolean poll(String type)
            throws FhirServerException, InterruptedException, IOException {
        // No position beyond this: what is stamped ahead says nothing of what comes until then.
        Instant asked = clock.instant();
        if (position.of(type).filter(reached -> reached.isAfter(asked.plus(AHEAD))).isPresent()) {
            position.forget(type);
        }
        Instant from =
                position.of(type)
                        .map(reached -> reached.minus(OVERLAP))
                        .orElseGet(() -> asked.minus(back));
        String address =
                "%s/%s?_lastUpdated=%s&_sort=_lastUpdated&_count=%d"
                        .formatted(
                                server.base(),
                                type,
                                URLEncoder.encode("ge" + from, StandardCharsets.UTF_8),
                                PAGE);
        Instant latest = Instant.MIN;
        Set<String> visited = new HashSet<>();
        while (!address.isEmpty()) {
            if (!visited.add(address) || visited.size() > MOST_PAGES) {
                throw new FhirServerException("its pages of %s do not end".formatted(type));
            }
            FhirText.Page page = server.page(address);
            take(page.items());
            for (FhirItem item : page.items()) {
                Instant updated = updated(item);
                latest = updated.isAfter(latest) ? updated : latest;
            }
            address = page.next();
        }
        if (latest.isAfter(Instant.MIN)) {
            position.reached(type, latest.isAfter(asked) ? asked : latest);
        }
        return latest.isAfter(asked.plus(AHEAD));
    }

    private static Instant updated(FhirItem item) {
        Resource resource = item.resource();
        return resource == null || !resource.getMeta().hasLastUpdated()
                ? Instant.MIN
                : resource.getMeta().getLastUpdated().toInstant();
    }

    private void take(List<FhirItem> items) {
        List<FhirItem> fresh = new ArrayList<>();
        for (FhirItem item : items) {
            if (key(item).isEmpty() || !settled.contains(key(item))) {
                fresh.add(item);
            }
        }
        long entries = 0;
        long quarantined = 0;
        long resources = 0;
        for (Outcome outcome : intake.take(fresh)) {
            // What was refused is tried again as long as the overlap shows it: its patient may
            // come.
            if (outcome.refused().isEmpty() && !key(outcome.item()).isEmpty()) {
                settled.add(key(outcome.item()));
            }
            if (!outcome.repeated()) {
                resources++;
                entries += outcome.entries().size();
                quarantined += outcome.refused().size();
            }
        }
        state =
                new State(
                        state.succeeded(),
                        state.failed(),
                        state.fault(),
                        state.resources() + resources,
                        state.entries() + entries,
                        state.quarantined() + quarantined,
                        state.remark());
    }

    private static String key(FhirItem item) {
        return item.version().isEmpty() ? "" : item.name() + "/" + item.version();
    }

    @Override
    public void close() {
        intake.close();
        server.close();
    }
}
