package org.cytovigil.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.LastSaid.Said;
import org.jspecify.annotations.Nullable;

/**
 * Who is on the unit and in which bed, at any moment, from admissions, moves, discharges and what
 * takes them back, in whatever order they come. A bed is that of the stay put there last: whoever
 * was there before has lost it until a move says otherwise, also when the bed is free again, so
 * that a bed used again never shows the former patient. One thread only.
 */
// [impl->req~ledger.bed-holder~1]
public final class Census {
    private static final Comparator<Placing> ORDER =
            Comparator.<Placing, Said<?>>comparing(Placing::said, Said.ORDER)
                    .thenComparing(placing -> placing.who.admitted.id().value());

    private final Map<StayId, Registered> stays = new HashMap<>();
    private final Map<String, List<Placing>> beds = new HashMap<>();

    /**
     * Where a stay is at a moment.
     *
     * @param bed the bed it holds, or the one it was discharged from while nobody was put there
     *     since; empty for none
     * @param lostBed the bed it was in when another stay was put there; empty for none
     * @param discharged whether it has ended
     */
    public record Whereabouts(String bed, String lostBed, boolean discharged) {}

    /**
     * A bed from a moment on, until the next one.
     *
     * @param bed empty for none
     */
    public record InBed(Instant from, String bed) {}

    /**
     * An admission that was a mistake.
     *
     * @param at when that was said
     * @param reason why
     * @param lastBed where the stay was put last; empty for none
     */
    public record Cancelled(Instant at, String reason, String lastBed) {}

    /** One stay's admission, discharge and beds. */
    private static final class Registered {
        private final Stay admitted;
        private final LastSaid<Boolean> admission = new LastSaid<>();
        private final LastSaid<String> cancelling = new LastSaid<>();
        private final LastSaid<Boolean> discharge = new LastSaid<>();
        private final LastSaid<String> nurse = new LastSaid<>();
        private final List<Placing> placings = new ArrayList<>();

        Registered(Stay admitted) {
            this.admitted = admitted;
        }

        boolean cancelled() {
            return Boolean.FALSE.equals(admission.get());
        }

        boolean discharged(Instant at) {
            Said<Boolean> said = discharge.last();
            return said != null && said.what() && !said.at().isAfter(at);
        }

        /** Where it was put last by a moment; {@code null} before the first time. */
        @Nullable Placing placing(Instant at) {
            Placing found = null;
            for (Placing placing : placings) {
                if (placing.counts(at)) {
                    found = placing;
                }
            }
            return found;
        }
    }

    /** A stay put in a bed. */
    private record Placing(Registered who, Said<String> said) {
        /**
         * What is said of a bed after the discharge, or of a stay that never was, puts no one
         * there.
         */
        boolean counts(Instant at) {
            return !who.cancelled()
                    && !said.at().isAfter(at)
                    && !who.discharged(said.at().minusNanos(1));
        }
    }

    /** Takes an entry; one that moves nobody, or of a stay never admitted, changes nothing. */
    public void take(Entry entry) {
        if (entry.event() instanceof Entry.Admitted first && !stays.containsKey(entry.stay())) {
            Registered registered = new Registered(first.stay());
            stays.put(entry.stay(), registered);
            place(registered, entry, first.stay().bed());
        }
        Registered registered = stays.get(entry.stay());
        if (registered == null) {
            return;
        }
        Stay admitted = registered.admitted;
        switch (entry.event()) {
            case Entry.Admitted again -> registered.admission.take(Said.of(admitted, entry, true));
            case Entry.AdmissionCancelled cancelled -> {
                registered.admission.take(Said.of(admitted, entry, false));
                registered.cancelling.take(Said.of(admitted, entry, cancelled.reason()));
            }
            case Entry.Moved moved -> place(registered, entry, moved.bed());
            case Entry.Discharged discharged ->
                    registered.discharge.take(Said.of(admitted, entry, true));
            case Entry.DischargeCancelled cancelled ->
                    registered.discharge.take(Said.of(admitted, entry, false));
            case Entry.NurseAssigned assigned ->
                    registered.nurse.take(Said.of(admitted, entry, assigned.nurse()));
            case Entry.InfusionCharted charted -> {}
            case Entry.PatientIdentified identified -> {}
            case Entry.Observed observed -> {}
            case Entry.Corrected corrected -> {}
            case Entry.Retracted retracted -> {}
            case Entry.OnAlarm answered -> {}
            case Entry.OnSchedule act -> {}
            case Entry.Technical technical -> {}
        }
    }

    private void place(Registered who, Entry entry, String bed) {
        Placing placing = new Placing(who, Said.of(who.admitted, entry, bed));
        insert(who.placings, placing);
        if (!bed.isEmpty()) {
            insert(beds.computeIfAbsent(bed, name -> new ArrayList<>()), placing);
        }
    }

    private static void insert(List<Placing> placings, Placing placing) {
        int place = placings.size();
        while (place > 0 && ORDER.compare(placings.get(place - 1), placing) > 0) {
            place--;
        }
        placings.add(place, placing);
    }

    /** Who nurses a stay at a moment; empty for nobody, and when the stay has ended. */
    // [impl->req~ui.nurses~1]
    public String nurse(StayId stay, Instant at) {
        Registered registered = stays.get(stay);
        Said<String> said = registered == null ? null : registered.nurse.last();
        return said == null || said.at().isAfter(at) || discharged(stay, at) ? "" : said.what();
    }

    /** Whether the stay was admitted and that was no mistake. */
    public boolean admitted(StayId stay) {
        Registered registered = stays.get(stay);
        return registered != null && !registered.cancelled();
    }

    /** That an admission was a mistake; empty for one that stands or was never said. */
    public Optional<Cancelled> cancelled(StayId stay) {
        Registered registered = stays.get(stay);
        Said<String> said =
                registered == null || !registered.cancelled() ? null : registered.cancelling.last();
        if (registered == null || said == null) {
            return Optional.empty();
        }
        String bed =
                registered.placings.isEmpty() ? "" : registered.placings.getLast().said().what();
        return Optional.of(new Cancelled(said.at(), said.what(), bed));
    }

    /** Whether the stay has ended by a moment; not for one never admitted. */
    public boolean discharged(StayId stay, Instant at) {
        Registered registered = stays.get(stay);
        return registered != null && registered.discharged(at);
    }

    /** Where a stay is at a moment; empty for one never admitted, or admitted by mistake. */
    public Optional<Whereabouts> of(StayId stay, Instant at) {
        Registered registered = stays.get(stay);
        if (registered == null || registered.cancelled()) {
            return Optional.empty();
        }
        Placing placing = registered.placing(at);
        String bed = placing == null ? "" : placing.said().what();
        boolean lost = placing != null && !bed.isEmpty() && !isLatest(placing, at);
        boolean discharged = registered.discharged(at);
        return Optional.of(
                new Whereabouts(lost ? "" : bed, lost && !discharged ? bed : "", discharged));
    }

    /** The beds in which a stay was put so far, oldest first, whoever came there since. */
    public List<InBed> beds(StayId stay, Instant at) {
        Registered registered = stays.get(stay);
        return registered == null
                ? List.of()
                : registered.placings.stream()
                        .filter(placing -> placing.counts(at))
                        .map(placing -> new InBed(placing.said().at(), placing.said().what()))
                        .toList();
    }

    /** The stay that holds a bed at a moment; empty for a free or unknown bed. */
    public Optional<StayId> holder(String bed, Instant at) {
        Placing latest = latest(bed, at);
        if (latest == null || latest.who.discharged(at)) {
            return Optional.empty();
        }
        return latest.equals(latest.who.placing(at))
                ? Optional.of(latest.who.admitted.id())
                : Optional.empty();
    }

    private boolean isLatest(Placing placing, Instant at) {
        Placing latest = latest(placing.said().what(), at);
        return latest == null || latest.who == placing.who;
    }

    private @Nullable Placing latest(String bed, Instant at) {
        Placing found = null;
        for (Placing placing : beds.getOrDefault(bed, List.of())) {
            if (placing.counts(at)) {
                found = placing;
            }
        }
        return found;
    }
}
