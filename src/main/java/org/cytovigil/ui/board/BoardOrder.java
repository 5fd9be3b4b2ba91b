package org.cytovigil.ui.board;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two orders of the board. */
public enum BoardOrder {
    /** Positions never move. */
    BY_BED(Comparator.comparing(BedCard::bed, labels())),
    /** Unanswered alarms by priority, then the grade, then its direction, then the bed. */
    WORST_FIRST(
            Comparator.comparingInt(BoardOrder::waiting)
                    .thenComparing(Comparator.comparingInt(BoardOrder::grade).reversed())
                    .thenComparing(Comparator.comparingInt(BedCard::direction).reversed())
                    .thenComparing(BedCard::bed, labels()));

    private static final Pattern NUMBER = Pattern.compile("\\d+");

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

    /** The bed's label with its numbers made equally long, so that bed 10 comes after bed 2. */
    private static String padded(String bed) {
        StringBuilder padded = new StringBuilder();
        Matcher numbers = NUMBER.matcher(bed);
        while (numbers.find()) {
            numbers.appendReplacement(
                    padded,
                    "0".repeat(Math.max(0, 9 - numbers.group().length())) + numbers.group());
        }
        return numbers.appendTail(padded).toString();
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

    /** The worse of the computed grade and the one a clinician set. */
    private static int grade(BedCard card) {
        int acted = card.grade() == null ? -1 : card.grade().lowest();
        return card.computed() == null ? acted : Math.max(acted, card.computed().lowest());
    }
}
