package org.cytovigil.feed.hl7;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;

/**
 * Knows for which moments something was corrected or deleted, so that the many results for which
 * nothing was need no look into the ledger. Safe for use by several threads.
 */
final class Revised {
    private final Set<Moment> moments = ConcurrentHashMap.newKeySet();

    private record Moment(StayId stay, Instant at) {
        static Moment of(StayId stay, Instant at) {
            return new Moment(stay, at.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /** Takes in what is in the ledger. */
    void learn(Entry entry) {
        boolean revises =
                entry.event() instanceof Entry.Corrected
                        || entry.event() instanceof Entry.Retracted;
        if (revises && !entry.author().equals(RunningPumps.TOGETHER)) {
            moments.add(Moment.of(entry.stay(), entry.at()));
        }
    }

    /** Takes in that a correction stands beside what it may be one of. */
    void note(StayId stay, Instant at) {
        moments.add(Moment.of(stay, at));
    }

    /** Whether anything was corrected or deleted for that moment. */
    boolean at(StayId stay, Instant at) {
        return moments.contains(Moment.of(stay, at));
    }
}
