package org.cytovigil.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
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

    /** The end of an id that {@link #withoutVisit} made. */
    private static final Pattern WITHOUT_VISIT =
            Pattern.compile(".*-\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z", Pattern.DOTALL);

    private static final Comparator<Known> BY_ADMISSION =
            Comparator.comparing(known -> known.stay().admitted());

    private static final String OTHER_VISIT = "its visit number is none of this patient's stays";

    private static final String OTHERS_VISIT =
            "its patient and its visit number are of different patients";

    /** The numbers of the stays would name the patient. */
    private static final Found AMBIGUOUS =
            new Found.Nobody("ambiguous: the patient has two open stays at that time");

    private final Map<StayId, Known> stays = new HashMap<>();

    /** By every record number that a patient has had. */
    private final Map<String, Set<Known>> byNumber = new HashMap<>();

    private final Census census = new Census();
    private final Runnable unsubscribe;

    /** A stay as known now. */
    private static final class Known {
        private final StayIdentity identity;

        /** Whether its id is the visit number that a sender gave it. */
        private final boolean numbered;

        private final boolean byHand;

        private Known(Stay admitted, Author by) {
            identity = new StayIdentity(admitted);
            byHand = by.kind() == Author.Kind.PERSON;
            numbered =
                    by.kind() == Author.Kind.DEVICE
                            && !WITHOUT_VISIT.matcher(admitted.id().value()).matches();
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
            stays.computeIfAbsent(stay.id(), id -> new Known(stay, entry.author()));
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
     * @param patient identifiers of the patient; beside one that is known here another that is not
     *     says nothing, and a visit is that of a patient who ever had one of them
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
        List<Known> candidates = candidates(patient, visit);
        List<Known> open = openAt(candidates, at, at);
        if (open.isEmpty()) {
            // The last values of a stay are taken at the very minute of the discharge.
            open = openAt(candidates, at, at.minusNanos(1));
        }
        return open.isEmpty() ? next(candidates, at) : only(open);
    }

    /**
     * Whom an event is about: of several stays of the patient the one open then, else the latest.
     *
     * @param patient as for {@link #find}
     * @param visit as for {@link #find}
     * @param at when it happened
     */
    public synchronized Found eventOf(Collection<String> patient, String visit, Instant at) {
        Optional<String> nobody = nobody(patient, visit, "");
        if (nobody.isPresent()) {
            return new Found.Nobody(nobody.get());
        }
        List<Known> open = openAt(candidates(patient, visit), at, at);
        return open.isEmpty() ? latest(patient, visit) : only(open);
    }

    /**
     * The latest stay of a patient, whenever it was; nobody's where another went on beside it.
     *
     * @param patient as for {@link #find}
     * @param visit as for {@link #find}
     */
    public synchronized Found latest(Collection<String> patient, String visit) {
        Optional<String> nobody = nobody(patient, visit, "");
        if (nobody.isPresent()) {
            return new Found.Nobody(nobody.get());
        }
        List<Known> all = candidates(patient, visit);
        List<Known> meant = all.stream().filter(this::isAdmitted).toList();
        Known latest = Collections.max(meant.isEmpty() ? all : meant, BY_ADMISSION);
        boolean beside =
                meant.stream()
                        .anyMatch(one -> one != latest && !ended(one, latest.stay().admitted()));
        return beside ? AMBIGUOUS : new Found.Of(latest.stay().id());
    }

    /**
     * The stay in which a patient who is admitted anew without a visit number already is: the one
     * that is open now, else one that had begun by then and had not ended.
     *
     * @param number the record number
     * @param at when the patient is said to have been admitted
     * @param now when that was learned
     * @return nobody's when the patient is in none
     */
    public synchronized Optional<Found> present(String number, Instant at, Instant now) {
        List<Known> all = withNumber(List.of(number));
        List<Known> open = all.stream().filter(one -> isAdmitted(one) && !ended(one, now)).toList();
        if (open.isEmpty()) {
            open = openAt(all, at, at);
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(only(open));
    }

    /**
     * The stay that a person opened for a patient and that is open now: a message that tells the
     * visit number afterwards is about it. Nobody's when the patient has several such.
     *
     * @param number the record number
     * @param now when the message came
     */
    // [impl->req~ui.admit~1]
    public synchronized Optional<Found> admittedByHand(String number, Instant now) {
        List<Known> open =
                withNumber(List.of(number)).stream()
                        .filter(one -> one.byHand && isAdmitted(one) && !ended(one, now))
                        .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(only(open));
    }

    /** The id of a stay whose sender names no visit. */
    public static StayId withoutVisit(String number, Instant admitted) {
        return new StayId(number + "-" + admitted.truncatedTo(ChronoUnit.MINUTES));
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
        // A number that nobody here has is somebody's who is not here, and not this visit's
        // patient.
        if (ofVisit != null && !patient.isEmpty() && !ofPatient.contains(ofVisit)) {
            return Optional.of(OTHERS_VISIT);
        }
        if (ofVisit == null && ofPatient.isEmpty()) {
            return Optional.of("unknown patient");
        }
        return ofVisit == null
                        && !visit.isEmpty()
                        && ofPatient.stream().allMatch(known -> known.numbered)
                ? Optional.of(OTHER_VISIT)
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

    /** An unknown visit can be a stay that was opened without one, but none of another number. */
    private List<Known> candidates(Collection<String> patient, String visit) {
        Known ofVisit = stays.get(new StayId(visit));
        return ofVisit == null
                ? withNumber(patient).stream()
                        .filter(known -> visit.isEmpty() || !known.numbered)
                        .toList()
                : List.of(ofVisit);
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

    private boolean isAdmitted(Known known) {
        return census.admitted(known.stay().id());
    }

    private boolean ended(Known known, Instant at) {
        return census.discharged(known.stay().id(), at);
    }

    private List<Known> openAt(List<Known> known, Instant at, Instant endedBy) {
        return known.stream()
                .filter(
                        one ->
                                isAdmitted(one)
                                        && !at.isBefore(one.stay().admitted())
                                        && !ended(one, endedBy))
                .toList();
    }

    /** The stay that blood taken on the way to the unit belongs to. */
    private Found next(List<Known> known, Instant at) {
        List<Known> coming =
                known.stream()
                        .filter(
                                one ->
                                        isAdmitted(one)
                                                && at.isBefore(one.stay().admitted())
                                                && !at.isBefore(
                                                        one.stay()
                                                                .admitted()
                                                                .minus(BEFORE_ADMISSION)))
                        .sorted(BY_ADMISSION)
                        .toList();
        if (coming.isEmpty()) {
            return new Found.Nobody("the patient was not here at that time");
        }
        boolean beside =
                coming.size() > 1 && !ended(coming.getFirst(), coming.get(1).stay().admitted());
        return beside ? AMBIGUOUS : new Found.Of(coming.getFirst().stay().id());
    }

    private static Found only(List<Known> open) {
        return open.size() > 1 ? AMBIGUOUS : new Found.Of(open.getFirst().stay().id());
    }

    @Override
    public void close() {
        unsubscribe.run();
    }
}
