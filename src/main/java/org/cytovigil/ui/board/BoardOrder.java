package org.cytovigil.ui.board;

import java.util.Comparator;

/** The two orders of the board. */
public enum BoardOrder {
    /** Positions never move. */
    BY_BED(Comparator.comparing(BedCard::bed, BedLabels.IN_ORDER)),
    /** By the questions of {@link WorstFirst}; empty beds last. */
    WORST_FIRST(
            Comparator.<BedCard, Boolean>comparing(card -> card.stay() == null)
                    .thenComparing(WorstFirst.order()));

    @SuppressWarnings("ImmutableEnumChecker") // comparators hold nothing that changes
    private final Comparator<BedCard> comparator;

    BoardOrder(Comparator<BedCard> comparator) {
        this.comparator = comparator;
    }

    Comparator<BedCard> comparator() {
        return comparator;
    }
}
