package org.cytovigil.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cytovigil.clinical.Observation;

/** The latest facts of one stay that are kept and not graded. */
final class RejectedFacts {
    /** A monitor that sends nonsense all day must not fill the memory; the ledger has them all. */
    private static final int KEPT = 200;

    private final List<RejectedFact> facts = new ArrayList<>();

    void add(RejectedFact fact) {
        if (facts.contains(fact)) {
            return;
        }
        facts.add(fact);
        facts.sort(
                Comparator.comparing(RejectedFact::at)
                        .thenComparing(rejected -> rejected.observation().toString()));
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
