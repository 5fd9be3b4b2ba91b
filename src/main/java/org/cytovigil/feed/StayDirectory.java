package org.cytovigil.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Census;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.StayIdentity;

/**
 * Tells whose data it is that names a patient, a visit or a bed. It knows the live stays of a
 * ledger and follows it until it is closed. Safe for use by several threads.
 */
// [impl->req~feed.identity~1]
public final class StayDirectory implements AutoCloseable {
    /** Blood taken on the way to the unit belongs to the stay. */
    private static final Duration BEFORE_ADMISSION = Duration.ofHours(24);

    private final Map<StayId, Known> stays = new HashMap<>();

    /** By every record number that a patient has had. */
    private final Map<String, Set<Known>> byNumber = new HashMap<>();

    private final Census census = new Census();
    private final Runnable unsubscribe;

    /** A stay as known now. */
    private static final class Known {
        private final StayIdentity identity;

        private Known(Stay admitted) {
            identity = new StayIdentity(admitted);
        }

        private Stay stay() {
            return identity.stay();
        }

        private String number() {
            return stay().patient().recordNumber();
        }
    }

    /** Whose data it is, or why that cannot be told. */
    public sealed interface Found {
        /** That of one stay. */
        record Of(StayId stay) implements Found {}

        /**
         * Of nobody known.
         *
         * @param reason in words, without anything that names a patient
         */
        record Nobody(String reason) implements Found {}
    }

    /** Follows a ledger from now on. */
    public StayDirectory(Ledger ledger) {
        unsubscribe = ledger.subscribe(this::learn);
        for (Stay stay : ledger.stays()) {
            learn(ledger.entriesOf(stay.id()));
        }
    }

    private synchronized void learn(List<Entry> entries) {
        entries.forEach(this::learn);
    }

    private void learn(Entry entry) {
        if (entry.event() instanceof Entry.Admitted(Stay stay)
                && stay.origin() == Stay.Origin.LIVE) {
            stays.computeIfAbsent(stay.id(), id -> new Known(stay));
        }
        Known known = stays.get(entry.stay());
        if (known == null) {
            return;
        }
        if (entry.event() instanceof Entry.Admitted) {
            byNumber.computeIfAbsent(known.number(), number -> new LinkedHashSet<>()).add(known);
        }
        census.take(entry);
        known.identity.take(entry);
        byNumber.computeIfAbsent(known.number(), number -> new LinkedHashSet<>()).add(known);
    }

    /**
     * Whose data it is.
     *
     * @param patient identifiers of the patient; one that is unknown here is another system's and
     *     says nothing
     * @param visit the visit number; empty when none was sent
     * @param bed the bed, which is asked only when there is neither patient nor visit; empty when
     *     it must not be asked
     * @param at when it was so
     */
    public synchronized Found find(
            Collection<String> patient, String visit, String bed, Instant at) {
        Optional<String> nobody = nobody(patient, visit, bed);
        if (nobody.isPresent()) {
            return new Found.Nobody(nobody.get());
        }
        if (patient.isEmpty() && visit.isEmpty()) {
            return census.holder(bed, at)
                    .<Found>map(Found.Of::new)
                    .orElseGet(() -> new Found.Nobody("nobody was in that bed"));
        }
        List<Known> here =
                candidates(patient, visit).stream().filter(known -> wasHere(known, at)).toList();
        List<Known> admitted =
                here.stream().filter(known -> !at.isBefore(known.stay().admitted())).toList();
        if (!admitted.isEmpty() || here.isEmpty()) {
            return latest(admitted, "the patient was not here at that time");
        }
        return new Found.Of(
                Collections.min(here, Comparator.comparing(known -> known.stay().admitted()))
                        .stay()
                        .id());
    }

    /**
     * Whom an event is about, whenever it is: of several stays of the patient the latest.
     *
     * @param patient as for {@link #find}
     * @param visit as for {@link #find}
     */
    public synchronized Found latest(Collection<String> patient, String visit) {
        Optional<String> nobody = nobody(patient, visit, "");
        return nobody.isPresent()
                ? new Found.Nobody(nobody.get())
                : latest(candidates(patient, visit), "unknown patient");
    }

    /**
     * Why it can be nobody's data, whenever it was; empty when it is that of a patient known here.
     * The reason does not name the patient.
     */
    public synchronized Optional<String> nobody(
            Collection<String> patient, String visit, String bed) {
        if (patient.isEmpty() && visit.isEmpty()) {
            return bed.isEmpty() ? Optional.of("it names no patient") : Optional.empty();
        }
        List<Known> ofPatient = withNumber(patient);
        Known ofVisit = stays.get(new StayId(visit));
        if (ofPatient.stream().map(Known::number).distinct().count() > 1) {
            return Optional.of("its identifiers are those of different patients");
        }
        if (ofVisit != null && !ofPatient.isEmpty() && !ofPatient.contains(ofVisit)) {
            return Optional.of("its patient and its visit number are of different patients");
        }
        return ofVisit == null && ofPatient.isEmpty()
                ? Optional.of("unknown patient")
                : Optional.empty();
    }

    /** A stay as known now; empty for one that was never admitted, or not live. */
    public synchronized Optional<Stay> stay(StayId id) {
        return Optional.ofNullable(stays.get(id)).map(Known::stay);
    }

    /** Whether a stay was admitted, that was no mistake, and it has not ended by a moment. */
    public synchronized boolean isHere(StayId id, Instant at) {
        return census.admitted(id) && !census.discharged(id, at);
    }

    /** Whether a stay was admitted, and that was said to be a mistake. */
    public synchronized boolean isCancelled(StayId id) {
        return stays.containsKey(id) && !census.admitted(id);
    }

    /** Whether a stay has ended by a moment; not one that was never admitted. */
    public synchronized boolean hasEnded(StayId id, Instant at) {
        return census.discharged(id, at);
    }

    /** Where a stay is at a moment; empty for one never admitted, or admitted by mistake. */
    public synchronized Optional<Census.Whereabouts> whereabouts(StayId id, Instant at) {
        return census.of(id, at);
    }

    /** The live stays of a patient by present record number, whenever they were. */
    public synchronized List<StayId> ofNumber(String number) {
        return byNumber.getOrDefault(number, Set.of()).stream()
                .filter(known -> known.number().equals(number))
                .map(known -> known.stay().id())
                .toList();
    }

    private List<Known> candidates(Collection<String> patient, String visit) {
        Known ofVisit = stays.get(new StayId(visit));
        return ofVisit == null ? withNumber(patient) : List.of(ofVisit);
    }

    /** By present record numbers, else by those from before a merge. */
    private List<Known> withNumber(Collection<String> numbers) {
        List<Known> ever =
                numbers.stream()
                        .flatMap(number -> byNumber.getOrDefault(number, Set.of()).stream())
                        .distinct()
                        .toList();
        List<Known> present =
                ever.stream().filter(known -> numbers.contains(known.number())).toList();
        return present.isEmpty() ? ever : present;
    }

    private boolean wasHere(Known known, Instant at) {
        StayId id = known.stay().id();
        return census.admitted(id)
                && !at.isBefore(known.stay().admitted().minus(BEFORE_ADMISSION))
                // The last values of a stay are taken at the very minute of the discharge.
                && !census.discharged(id, at.minusNanos(1));
    }

    private static Found latest(List<Known> known, String otherwise) {
        Known latest = null;
        for (Known one : known) {
            latest =
                    latest == null || one.stay().admitted().isAfter(latest.stay().admitted())
                            ? one
                            : latest;
        }
        return latest == null ? new Found.Nobody(otherwise) : new Found.Of(latest.stay().id());
    }

    @Override
    public void close() {
        unsubscribe.run();
    }
}
