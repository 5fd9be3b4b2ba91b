package org.cytovigil.ui.board;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two orders of the board. */
public enum BoardOrder {
    /** Positions never move. */
    BY_BED(Comparator.comparing(BedCard::bed, labels())),
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

    /** Orders the labels of beds as people count them. */
    public static Comparator<String> labels() {
        return Comparator.comparing(BoardOrder::padded);
    }

    /** The label with its numbers made equally long, so that bed 10 comes after bed 2. */
    private static String padded(String bed) {
        StringBuilder padded = new StringBuilder();
        Matcher numbers = Pattern.compile("\\d+").matcher(bed);
        while (numbers.find()) {
            numbers.appendReplacement(
                    padded,
                    "0".repeat(Math.max(0, 9 - numbers.group().length())) + numbers.group());
        }
        return numbers.appendTail(padded).toString();
    }
}
