package org.cytovigil.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.cytovigil.clinical.Observation;

/** The latest facts of one stay that are kept and not graded. */
final class RejectedFacts {
    /** A monitor that sends nonsense all day must not fill the memory; the ledger has them all. */
    private static final int KEPT = 200;

    private static final Comparator<RejectedFact> ORDER =
            Comparator.comparing(RejectedFact::at)
                    .thenComparing(rejected -> rejected.observation().toString())
                    .thenComparing(RejectedFact::reason);

    private final List<RejectedFact> facts = new ArrayList<>();

    void add(RejectedFact fact) {
        int found = Collections.binarySearch(facts, fact, ORDER);
        if (found >= 0) {
            return;
        }
        facts.add(-found - 1, fact);
        if (facts.size() > KEPT) {
            facts.removeFirst();
        }
    }

    void remove(Instant at, Observation observation) {
        facts.removeIf(fact -> fact.at().equals(at) && fact.observation().equals(observation));
    }

    List<RejectedFact> all() {
        return List.copyOf(facts);
    }
}
