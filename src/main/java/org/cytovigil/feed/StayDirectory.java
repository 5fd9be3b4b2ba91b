package org.cytovigil.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Tells whose data it is that names a patient, a visit or a bed. It knows the live stays of a
 * ledger and follows it until it is closed. Safe for use by several threads.
 */
// [impl->req~feed.identity~1]
public final class StayDirectory implements AutoCloseable {
    /** Blood taken on the way to the unit belongs to the stay. */
    private static final Duration BEFORE_ADMISSION = Duration.ofHours(24);

    private final Map<StayId, Known> stays = new LinkedHashMap<>();
    private final Runnable unsubscribe;

    private static final class Known {
        private final StayId id;
        private String recordNumber;
        private Instant admitted;
        private @Nullable Instant discharged;
        private final NavigableMap<Instant, String> beds = new TreeMap<>();

        private Known(Stay stay) {
            this.id = stay.id();
            this.recordNumber = stay.patient().recordNumber();
            this.admitted = stay.admitted();
            this.discharged = stay.discharged();
            if (!stay.bed().isEmpty()) {
                beds.put(stay.admitted(), stay.bed());
            }
        }

        private boolean wasHere(Instant at) {
            return !at.isBefore(admitted.minus(BEFORE_ADMISSION))
                    && (discharged == null || !at.isAfter(discharged));
        }

        private String bedAt(Instant at) {
            Map.Entry<Instant, String> bed = beds.floorEntry(at);
            return bed == null ? "" : bed.getValue();
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
        if (entry.event() instanceof Entry.Admitted(Stay stay)) {
            if (stay.origin() == Stay.Origin.LIVE) {
                stays.putIfAbsent(stay.id(), new Known(stay));
            }
            return;
        }
        Known known = stays.get(entry.stay());
        if (known == null) {
            return;
        }
        switch (entry.event()) {
            case Entry.Moved(String bed) -> known.beds.put(entry.at(), bed);
            case Entry.Discharged left -> known.discharged = entry.at();
            case Entry.Admitted again -> {}
            case Entry.Observed fact -> {}
            case Entry.Corrected fact -> {}
            case Entry.Retracted fact -> {}
            case Entry.Acknowledged answer -> {}
        }
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
            return only(inBed(bed, at), "nobody, or more than one patient, was in that bed");
        }
        Known ofVisit = stays.get(new StayId(visit));
        List<Known> candidates = ofVisit == null ? withNumber(patient) : List.of(ofVisit);
        List<Known> here = candidates.stream().filter(known -> known.wasHere(at)).toList();
        return here.isEmpty()
                ? new Found.Nobody("the patient was not here at that time")
                : new Found.Of(latest(here).id);
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
        if (ofPatient.stream().map(known -> known.recordNumber).distinct().count() > 1) {
            return Optional.of("its identifiers are those of different patients");
        }
        if (ofVisit != null && !ofPatient.isEmpty() && !ofPatient.contains(ofVisit)) {
            return Optional.of("its patient and its visit number are of different patients");
        }
        return ofVisit == null && ofPatient.isEmpty()
                ? Optional.of("unknown patient")
                : Optional.empty();
    }

    private List<Known> withNumber(Collection<String> numbers) {
        return stays.values().stream()
                .filter(known -> numbers.contains(known.recordNumber))
                .toList();
    }

    private List<Known> inBed(String bed, Instant at) {
        List<Known> found = new ArrayList<>();
        for (Known known : stays.values()) {
            if (known.wasHere(at) && known.bedAt(at).equals(bed)) {
                found.add(known);
            }
        }
        return found;
    }

    private static Found only(List<Known> found, String otherwise) {
        return found.size() == 1 ? new Found.Of(found.getFirst().id) : new Found.Nobody(otherwise);
    }

    private static Known latest(List<Known> known) {
        Known latest = known.getFirst();
        for (Known one : known) {
            latest = one.admitted.isAfter(latest.admitted) ? one : latest;
        }
        return latest;
    }

    @Override
    public void close() {
        unsubscribe.run();
    }
}
