package org.cytovigil.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Stay;

/**
 * The latest facts of one stay that were learned long after they were so. A laboratory takes its
 * time and is never late; of a past course it is not known when its facts were learned.
 */
// [impl->req~monitor.late-facts~1]
final class LateFacts {
    /** A feed that is hours behind must not fill the memory; the ledger has them all. */
    private static final int KEPT = 500;

    private static final Comparator<TimedFact> ORDER =
            Comparator.comparing(TimedFact::at)
                    .thenComparing(fact -> fact.observation().toString());

    private final boolean live;
    private final NavigableMap<TimedFact, Instant> learned = new TreeMap<>(ORDER);

    LateFacts(Stay stay) {
        this.live = stay.origin() == Stay.Origin.LIVE;
    }

    /** Whether a fact of that time, learned then, is late. */
    boolean isLate(Instant at, Instant when, Observation observation, Duration lateAfter) {
        return live
                && !(observation instanceof Observation.LaboratoryResult)
                && Duration.between(at, when).compareTo(lateAfter) > 0;
    }

    /**
     * A fact was told.
     *
     * @param first whether it was not known before
     */
    void told(TimedFact fact, Instant when, boolean first, Duration lateAfter) {
        boolean late = isLate(fact.at(), when, fact.observation(), lateAfter);
        Instant before = learned.get(fact);
        if (first && late) {
            learned.put(fact, when);
        } else if (before != null && when.isBefore(before)) {
            // The same fact had been told earlier; only now that entry has come.
            learned.remove(fact);
            if (late) {
                learned.put(fact, when);
            }
        }
        if (learned.size() > KEPT) {
            learned.pollFirstEntry();
        }
    }

    void retracted(TimedFact fact) {
        learned.remove(fact);
    }

    /** All of them, in the order of their times. */
    List<LateFact> all() {
        List<LateFact> all = new ArrayList<>();
        learned.forEach((fact, when) -> all.add(new LateFact(fact.at(), when, fact.observation())));
        return List.copyOf(all);
    }
}
