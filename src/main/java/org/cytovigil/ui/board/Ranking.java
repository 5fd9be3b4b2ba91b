package org.cytovigil.ui.board;

import java.util.Comparator;
import java.util.List;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;

/** The order "worst first" of the board, for those who show the unit elsewhere. */
public final class Ranking {
    private record Ranked(BedCard card, StaySnapshot stay) {}

    private Ranking() {}

    /** The stays that last, the worst first. */
    public static List<StaySnapshot> worstFirst(UnitSnapshot unit) {
        return unit.stays().stream()
                .filter(stay -> !stay.discharged())
                .map(stay -> new Ranked(BedCards.of(stay, unit.at()), stay))
                .sorted(Comparator.comparing(Ranked::card, BoardOrder.WORST_FIRST.comparator()))
                .map(Ranked::stay)
                .toList();
    }
}
