package org.cytovigil.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.StayId;

/**
 * The order in which all beds of the unit stand, on whatever page and in whatever window they are
 * shown. FX thread.
 */
// [impl->req~ui.flood~1]
final class Arrangement {
    /**
     * In the order "worst first" tiles move no more often than this, so that a finger finds what
     * the eye saw.
     */
    static final Duration STILL_FOR = Duration.ofSeconds(10);

    private final InstantSource clock;
    private List<String> sequence = List.of();
    private Instant sequencedAt = Instant.EPOCH;
    private long sorted;

    /**
     * @param clock real time, for how often tiles may move
     */
    Arrangement(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Sorts once: into a new order when tiles may move, else into the one that stands, with what
     * has no place in it at the end.
     *
     * @param now tiles may move at once, because somebody asked for it
     */
    List<BedCard> arranged(List<BedCard> all, BoardOrder order, boolean now) {
        sorted++;
        List<BedCard> inOrder = new ArrayList<>(all);
        boolean mayMove =
                now
                        // By bed a tile moves only when its patient has: then it must.
                        || order == BoardOrder.BY_BED
                        || sequence.size() != inOrder.size()
                        || !sequencedAt.plus(STILL_FOR).isAfter(clock.instant());
        if (mayMove) {
            inOrder.sort(order.comparator());
            List<String> wanted = inOrder.stream().map(Arrangement::key).toList();
            if (!wanted.equals(sequence)) {
                sequence = wanted;
                sequencedAt = clock.instant();
            }
        } else {
            inOrder.sort(standing().thenComparing(order.comparator()));
        }
        return inOrder;
    }

    private Comparator<BedCard> standing() {
        Map<String, Integer> places = new HashMap<>();
        for (String each : sequence) {
            places.put(each, places.size());
        }
        return Comparator.comparingInt(card -> places.getOrDefault(key(card), Integer.MAX_VALUE));
    }

    /** Who it is, or which empty bed. */
    private static String key(BedCard card) {
        StayId stay = card.stay();
        return stay == null ? "bed " + card.bed() : "stay " + stay.value();
    }

    /** How often cards were put in order. */
    long timesSorted() {
        return sorted;
    }
}
