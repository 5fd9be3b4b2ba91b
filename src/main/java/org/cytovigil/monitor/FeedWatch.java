package org.cytovigil.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cytovigil.alarm.Cadence;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Folds entries into the state of the ways in: who was heard, when, how often. It needs the ledger
 * alone, so that every program that follows the ledger tells the same. One thread only.
 */
// [impl->req~ui.feeds~1]
final class FeedWatch {
    /** A device that was taken away stays in sight for so long. */
    private static final Duration SHOWN = Duration.ofDays(7);

    private static final int SECONDS = 60;

    private final Map<String, Heard> heard = new TreeMap<>();
    private @Nullable Instant lastEntry;

    /** What is kept of one way in. */
    private static final class Heard {
        private final Cadence cadence = new Cadence();
        private final int[] counts = new int[SECONDS];
        private final long[] seconds = new long[SECONDS];
        private Instant last = Instant.MIN;
        private long entries;

        void take(Instant learned) {
            entries++;
            if (learned.isAfter(last)) {
                last = learned;
                cadence.heard(learned);
            }
            long second = learned.getEpochSecond();
            int place = (int) Math.floorMod(second, (long) SECONDS);
            if (seconds[place] != second) {
                seconds[place] = second;
                counts[place] = 0;
            }
            counts[place]++;
        }

        int since(Instant now) {
            long end = now.getEpochSecond();
            int sum = 0;
            for (int i = 0; i < SECONDS; i++) {
                sum += seconds[i] > end - SECONDS && seconds[i] <= end ? counts[i] : 0;
            }
            return sum;
        }
    }

    void take(Entry entry) {
        Instant learned = entry.learned();
        if (lastEntry == null || learned.isAfter(lastEntry)) {
            lastEntry = learned;
        }
        if (entry.author().kind() == Author.Kind.DEVICE) {
            heard.computeIfAbsent(entry.author().name(), name -> new Heard()).take(learned);
        }
    }

    Feeds feeds(Instant now, SitePolicy policy) {
        List<FeedState> states = new ArrayList<>();
        heard.forEach(
                (name, one) -> {
                    if (one.last.plus(SHOWN).isAfter(now)) {
                        states.add(
                                new FeedState(
                                        name,
                                        one.last,
                                        one.entries,
                                        one.since(now),
                                        one.cadence.silentFrom(now, policy).isPresent()));
                    }
                });
        return new Feeds(lastEntry, List.copyOf(states));
    }
}
