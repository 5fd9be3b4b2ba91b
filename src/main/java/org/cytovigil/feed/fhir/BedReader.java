package org.cytovigil.feed.fhir;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Census;
import org.cytovigil.ledger.Entry;
import org.hl7.fhir.r4.model.Encounter;
import org.jspecify.annotations.Nullable;

/** Reads in which bed a stay is: by the locations of its encounter, and by its parts. */
final class BedReader {
    private static final Census.Whereabouts NOWHERE = new Census.Whereabouts("", "", false);

    private final StayDirectory directory;

    BedReader(StayDirectory directory) {
        this.directory = directory;
    }

    /**
     * A bed with its name.
     *
     * @param since from when on; {@code null} when that is not told to the minute
     */
    private record Bed(String name, @Nullable Instant since, boolean active) {}

    /** The name of the present bed; empty when none is named. */
    static String name(Encounter encounter) {
        return present(encounter, Instant.MAX).map(Bed::name).orElse("");
    }

    /** The active location, else the one that began last, of those that may hold by a moment. */
    private static Optional<Bed> present(Encounter encounter, Instant now) {
        List<Bed> beds =
                encounter.getLocation().stream()
                        .filter(one -> mayHold(one.getStatus()))
                        .filter(one -> one.getLocation().hasDisplay())
                        .filter(one -> !one.getLocation().getDisplay().isBlank())
                        .map(BedReader::bed)
                        .filter(bed -> bed.since() == null || !bed.since().isAfter(now))
                        .toList();
        boolean active = beds.stream().anyMatch(Bed::active);
        return beds.stream()
                .filter(bed -> bed.active() || !active)
                .reduce((one, other) -> LATER.compare(one, other) > 0 ? one : other);
    }

    private static final Comparator<Bed> LATER =
            Comparator.comparing(bed -> bed.since() == null ? Instant.MIN : bed.since());

    private static boolean mayHold(Encounter.@Nullable EncounterLocationStatus status) {
        return switch (status) {
            case null -> true;
            case ACTIVE, NULL -> true;
            case PLANNED, RESERVED, COMPLETED -> false;
        };
    }

    private static Bed bed(Encounter.EncounterLocationComponent one) {
        Instant since;
        try {
            since = FhirTime.start(one.getPeriod());
        } catch (FhirTime.NoTimeException e) {
            // The bed is known all the same; since when is then told by the resource.
            since = null;
        }
        return new Bed(
                one.getLocation().getDisplay().strip(),
                since,
                one.getStatus() == Encounter.EncounterLocationStatus.ACTIVE);
    }

    /** Moves a known stay to the bed that its encounter names now, when that is another. */
    void follow(Encounter encounter, Stay known, Author author, Instant now, Outcome out) {
        Optional<Bed> told = present(encounter, now.plus(FhirTime.FARTHEST_AHEAD));
        Instant since = told.isEmpty() ? null : told.get().since();
        Instant begun = since == null || since.isBefore(now) ? now : since;
        Census.Whereabouts here = at(known.id(), begun);
        if (told.isEmpty() || told.get().name().equals(here.bed())) {
            return;
        }
        String name = told.get().name();
        if (directory.isCancelled(known.id()) && name.equals(known.bed())) {
            return;
        }
        if (since == null && name.equals(known.bed())) {
            out.refuse("the bed of the admission, without since when: it moves nobody");
        } else if (since != null && at(known.id(), since).bed().equals(name)) {
            out.refuse("another bed was told since it was in this one: it moves nobody");
        } else {
            Instant at = since == null ? changed(encounter, now) : since;
            out.accept(new Entry(known.id(), at, now, author, new Entry.Moved(name)));
        }
    }

    /** When the server had it so. */
    private static Instant changed(Encounter encounter, Instant now) {
        Instant updated =
                encounter.getMeta().hasLastUpdated()
                        ? encounter.getMeta().getLastUpdated().toInstant()
                        : now;
        return updated.isAfter(now) ? now : updated;
    }

    /** Reads a ward or bed within a stay. */
    void part(Encounter part, StayId id, boolean live, Author author, Instant now, Outcome out)
            throws FhirTime.NoTimeException {
        Encounter.EncounterStatus status = part.getStatus();
        String bed = name(part);
        switch (status) {
            case null -> out.refuse("no status");
            case PLANNED -> out.ignore("planned");
            case CANCELLED, ENTEREDINERROR -> undo(part, id, author, now, out);
            case ARRIVED, TRIAGED, INPROGRESS, ONLEAVE, FINISHED -> {
                if (bed.isEmpty()) {
                    out.ignore("part of a stay, without a bed");
                    return;
                }
                Instant at = FhirTime.start(part.getPeriod());
                if (live && FhirTime.isAhead(at, now)) {
                    out.refuse(FhirTime.AHEAD);
                    return;
                }
                out.accept(new Entry(id, at, now, author, new Entry.Moved(bed)));
            }
            case UNKNOWN, NULL -> out.refuse("the status 'unknown' is not accepted");
        }
    }

    /** Takes back a move: the stay was then where it was before. */
    private void undo(Encounter part, StayId id, Author author, Instant now, Outcome out)
            throws FhirTime.NoTimeException {
        String bed =
                part.getLocation().stream()
                        .map(one -> one.getLocation().getDisplay())
                        .filter(name -> name != null && !name.isBlank())
                        .map(String::strip)
                        .reduce((one, other) -> other)
                        .orElse("");
        String status = part.getStatus().toCode();
        if (bed.isEmpty() || !part.getPeriod().hasStart()) {
            out.refuse("%s, and which move that was is not told".formatted(status));
            return;
        }
        Instant at = FhirTime.start(part.getPeriod());
        Census.Whereabouts then = at(id, at);
        Census.Whereabouts before = at(id, at.minusNanos(1));
        if ((then.bed() + then.lostBed()).equals(bed) && !before.bed().equals(bed)) {
            out.accept(new Entry(id, at, now, author, new Entry.Moved(before.bed())));
        } else if (at(id, now).bed().equals(bed)) {
            out.refuse("%s, and the stay is in that bed by another message".formatted(status));
        } else {
            out.ignore("%s, and it moved nobody".formatted(status));
        }
    }

    private Census.Whereabouts at(StayId id, Instant at) {
        return directory.whereabouts(id, at).orElse(NOWHERE);
    }
}
