package org.cytovigil.ui.board;

import java.time.Instant;
import java.util.Comparator;
import org.cytovigil.ui.theme.Texts;

/**
 * What decides which of two beds is the worse, one question after the other; the first in which
 * they differ decides. A total order: of two different stays one always comes first.
 */
// [impl->req~ui.worst-first~1]
enum WorstFirst {
    /** Alarms that wait for an answer, by priority. */
    ALARM(Comparator.comparingInt(WorstFirst::waiting)),
    /** The higher grade: the worse of the computed one and the one a clinician set. */
    GRADE(Comparator.comparingInt(WorstFirst::grade).reversed()),
    /** A grade that rose in six hours before one that stayed, and that before one that fell. */
    DIRECTION(Comparator.comparingInt(BedCard::direction).reversed()),
    /** The grade that rises first by time alone. */
    THRESHOLD(Comparator.comparingLong(WorstFirst::rises)),
    /** What has been overdue for longer. */
    OVERDUE(Comparator.<BedCard>comparingLong(card -> card.urgency().overdueMinutes()).reversed()),
    /** The bed's label, with its numbers as numbers. */
    BED(Comparator.comparing(BedCard::bed, BedLabels.IN_ORDER)),
    /** Stays in no bed must have an order too. */
    STAY(Comparator.comparing(card -> card.stay() == null ? "" : card.stay().value()));

    @SuppressWarnings("ImmutableEnumChecker") // comparators hold nothing that changes
    private final Comparator<BedCard> comparator;

    WorstFirst(Comparator<BedCard> comparator) {
        this.comparator = comparator;
    }

    /** All questions, one after the other. */
    static Comparator<BedCard> order() {
        Comparator<BedCard> all = ALARM.comparator;
        for (WorstFirst next : values()) {
            all = next == ALARM ? all : all.thenComparing(next.comparator);
        }
        return all;
    }

    /**
     * Why a bed stands before the next one, in words.
     *
     * @param place counted from 1
     */
    static String reason(BedCard card, BedCard next, int place) {
        for (WorstFirst question : values()) {
            int difference = question.comparator.compare(card, next);
            if (difference != 0) {
                return difference > 0
                        ? Texts.of("board.order.waits", place)
                        : Texts.of("board.order.before", place, next.bed(), question.words(card));
            }
        }
        return Texts.of("board.order.last", place);
    }

    private String words(BedCard card) {
        return switch (this) {
            case ALARM -> alarm(card);
            case GRADE -> Texts.of("board.order.grade", card.scale(), grade(card));
            case DIRECTION ->
                    Texts.of(
                            card.direction() > 0
                                    ? "board.order.rising"
                                    : "board.order.not-falling");
            case THRESHOLD -> card.urgency().risesTo();
            case OVERDUE -> Texts.of("board.order.overdue");
            case BED, STAY -> Texts.of("board.order.bed");
        };
    }

    private static String alarm(BedCard card) {
        BedCard.AlarmLine alarm = card.alarm();
        return alarm == null ? "" : Texts.of("board.order.alarm", alarm.priority().mark());
    }

    private static int waiting(BedCard card) {
        BedCard.AlarmLine alarm = card.alarm();
        if (alarm == null || alarm.answered()) {
            return 3;
        }
        return switch (alarm.priority()) {
            case HIGH -> 0;
            case MEDIUM -> 1;
            case LOW -> 2;
        };
    }

    private static long rises(BedCard card) {
        Instant rises = card.urgency().rises();
        return rises == null ? Long.MAX_VALUE : rises.toEpochMilli();
    }

    private static int grade(BedCard card) {
        int acted = card.grade() == null ? -1 : card.grade().lowest();
        return card.computed() == null ? acted : Math.max(acted, card.computed().lowest());
    }
}
