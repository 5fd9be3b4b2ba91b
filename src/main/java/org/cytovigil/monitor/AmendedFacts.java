package org.cytovigil.monitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;

/** The latest corrections and retractions of one stay, in the order of the facts' times. */
final class AmendedFacts {
    /** A sender that corrects all day must not fill the memory; the ledger has them all. */
    private static final int KEPT = 200;

    private static final Comparator<AmendedFact> ORDER =
            Comparator.comparing(AmendedFact::at)
                    .thenComparing(AmendedFact::learned)
                    .thenComparing(fact -> fact.was().toString())
                    .thenComparing(fact -> String.valueOf(fact.is()))
                    .thenComparing(AmendedFact::by)
                    .thenComparing(AmendedFact::reason);

    private final List<AmendedFact> facts = new ArrayList<>();

    /** Notes a change; the same one told again changes nothing. */
    void add(Entry entry, Observation was, @Nullable Observation is, String reason) {
        AmendedFact fact =
                new AmendedFact(
                        entry.at(), was, is, entry.learned(), entry.author().name(), reason);
        int found = Collections.binarySearch(facts, fact, ORDER);
        if (found < 0) {
            facts.add(-found - 1, fact);
        }
        if (facts.size() > KEPT) {
            facts.removeFirst();
        }
    }

    List<AmendedFact> all() {
        return List.copyOf(facts);
    }
}
