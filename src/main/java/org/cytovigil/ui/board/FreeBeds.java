package org.cytovigil.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cytovigil.clinical.Stay;
import org.cytovigil.ledger.Census;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;

/** The beds of the unit that nobody is in. */
// [impl->req~ui.empty-beds~1]
final class FreeBeds {
    /** A bed in which nobody was put for so long may be one no more, or a slip. */
    static final Duration KNOWN_FOR = Duration.ofDays(60);

    private FreeBeds() {}

    /**
     * Labels of beds in which somebody of this unit was put within the last {@link #KNOWN_FOR} and
     * that nobody has now, as people count them; those of past cases are no beds of the unit.
     */
    static List<String> of(UnitSnapshot unit) {
        Instant since = unit.at().minus(KNOWN_FOR);
        Set<String> free =
                new TreeSet<>(BedLabels.IN_ORDER.thenComparing(Comparator.naturalOrder()));
        for (StaySnapshot stay : unit.stays()) {
            for (Census.InBed each : stay.beds()) {
                boolean known = !each.from().isBefore(since) && !each.bed().isEmpty();
                if (known && stay.stay().origin() == Stay.Origin.LIVE) {
                    free.add(each.bed());
                }
            }
        }
        for (StaySnapshot stay : unit.stays()) {
            if (!stay.discharged()) {
                free.remove(stay.bed());
            }
        }
        return List.copyOf(free);
    }
}
