package org.cytovigil.ui.board;

import java.util.Comparator;

/** The two orders of the board. */
public enum BoardOrder {
    /** Positions never move. */
    BY_BED(Comparator.comparing(BedCard::bed)),
    /** Unanswered alarms by priority, then the grade, then its direction, then the bed. */
    WORST_FIRST(
            Comparator.comparingInt(BoardOrder::waiting)
                    .thenComparing(Comparator.comparingInt(BoardOrder::grade).reversed())
                    .thenComparing(Comparator.comparingInt(BedCard::direction).reversed())
                    .thenComparing(BedCard::bed));

    @SuppressWarnings("ImmutableEnumChecker") // comparators hold nothing that changes
    private final Comparator<BedCard> comparator;

    BoardOrder(Comparator<BedCard> comparator) {
        this.comparator = comparator;
    }

    Comparator<BedCard> comparator() {
        return comparator;
    }

    private static int waiting(BedCard card) {
        if (card.alarm() == null || card.alarm().answered()) {
            return 3;
        }
        return switch (card.alarm().priority()) {
            case HIGH -> 0;
            case MEDIUM -> 1;
            case LOW -> 2;
        };
    }

    private static int grade(BedCard card) {
        return card.grade() == null ? -1 : card.grade().lowest();
    }
}
