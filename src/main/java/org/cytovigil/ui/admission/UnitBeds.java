package org.cytovigil.ui.admission;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Census;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.board.BedLabels;
import org.cytovigil.ui.theme.Texts;

/** Who is in which bed, as far as the unit is known: beds that somebody has or once had. */
final class UnitBeds {
    private UnitBeds() {}

    /** A bed and whose it is; empty for a free one. */
    record Bed(String label, Optional<StaySnapshot> holder) {
        /** "7 · free", or "7 · DEMO Bravo, MRN 0007". */
        String words() {
            return holder.map(stay -> Texts.of("admission.bed.taken", label, person(stay)))
                    .orElseGet(() -> Texts.of("admission.bed.free", label));
        }
    }

    /** All beds that are known, as people count them. */
    static List<Bed> all(UnitSnapshot unit) {
        Comparator<String> order = BedLabels.IN_ORDER.thenComparing(Comparator.naturalOrder());
        Map<String, Bed> beds = new TreeMap<>(order);
        for (StaySnapshot stay : unit.stays()) {
            for (Census.InBed each : stay.beds()) {
                if (!each.bed().isEmpty()) {
                    beds.putIfAbsent(each.bed(), new Bed(each.bed(), Optional.empty()));
                }
            }
        }
        for (StaySnapshot stay : unit.stays()) {
            if (!stay.discharged() && !stay.bed().isEmpty()) {
                beds.put(stay.bed(), new Bed(stay.bed(), Optional.of(stay)));
            }
        }
        return List.copyOf(beds.values());
    }

    /** The bed of that label, in whatever case it was typed; a new one is free. */
    static Bed of(UnitSnapshot unit, String label) {
        return all(unit).stream()
                .filter(bed -> bed.label().equalsIgnoreCase(label))
                .findFirst()
                .orElseGet(() -> new Bed(label, Optional.empty()));
    }

    /** A patient who is here with that record number, but the stay that is left out. */
    static Optional<StaySnapshot> withNumber(UnitSnapshot unit, String number, StayId but) {
        return unit.stays().stream()
                .filter(stay -> !stay.discharged() && !stay.stay().id().equals(but))
                .filter(stay -> patient(stay).recordNumber().strip().equalsIgnoreCase(number))
                .findFirst();
    }

    /** A patient who is here under that name, but the stay that is left out. */
    static Optional<StaySnapshot> withName(UnitSnapshot unit, String name, StayId but) {
        return unit.stays().stream()
                .filter(stay -> !stay.discharged() && !stay.stay().id().equals(but))
                .filter(stay -> patient(stay).name().strip().equalsIgnoreCase(name))
                .findFirst();
    }

    static Patient patient(StaySnapshot stay) {
        return stay.stay().patient();
    }

    /** "DEMO Alpha, MRN 0042": two identifiers. */
    static String person(StaySnapshot stay) {
        return person(patient(stay));
    }

    static String person(Patient patient) {
        return Texts.of("admission.person", patient.name(), patient.recordNumber());
    }

    /** "bed 4", or that there is none. */
    static String bed(StaySnapshot stay) {
        return stay.bed().isEmpty()
                ? Texts.of("admission.no-bed")
                : Texts.of("admission.bed", stay.bed());
    }
}
