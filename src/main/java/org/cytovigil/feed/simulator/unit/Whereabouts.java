package org.cytovigil.feed.simulator.unit;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.OxygenSupport.NasalCannula;
import org.cytovigil.clinical.OxygenSupport.RoomAir;
import org.cytovigil.ledger.Entry;

/**
 * Where a patient lies: on the ward, and every other one in intensive care while vasopressors or
 * more than a nasal cannula are needed.
 */
final class Whereabouts {
    private static final double MOVED_AFTER_HOURS = 0.6;
    private static final double BACK_AFTER_HOURS = 12.2;

    private final Place first;
    private final NavigableMap<Double, Place> moves;

    private Whereabouts(Place first, NavigableMap<Double, Place> moves) {
        this.first = first;
        this.moves = moves;
    }

    static Whereabouts of(Guest guest, List<Entry> charted) {
        NavigableMap<Double, Place> moves = new TreeMap<>();
        Place ward = Place.ward(guest.bed());
        double from = Double.NaN;
        double to = Double.NaN;
        for (Entry entry : charted) {
            if (entry.event() instanceof Entry.Observed(var fact) && severe(fact)) {
                double hour = Tenure.hours(entry.at());
                from = Double.isNaN(from) ? hour : from;
                to = hour;
            }
        }
        if (!Double.isNaN(from) && guest.profile().number() % 2 == 0) {
            double end = 24.0 * guest.profile().lengthDays();
            moves.put(from + MOVED_AFTER_HOURS, Place.intensiveCare(guest.bed()));
            if (to + BACK_AFTER_HOURS < end) {
                moves.put(to + BACK_AFTER_HOURS, ward);
            }
        }
        return new Whereabouts(ward, moves);
    }

    private static boolean severe(Observation fact) {
        return switch (fact) {
            case VasopressorCharted charted -> charted.infusion().running();
            case OxygenDevice charted -> severe(charted.support());
            default -> false;
        };
    }

    private static boolean severe(OxygenSupport support) {
        return !(support instanceof RoomAir || support instanceof NasalCannula);
    }

    /** Where the patient goes, by hour of the course. */
    Map<Double, Place> moves() {
        return moves;
    }

    Place at(double hour) {
        Map.Entry<Double, Place> last = moves.floorEntry(hour);
        return last == null ? first : last.getValue();
    }
}
