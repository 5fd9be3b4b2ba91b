package org.cytovigil.feed.csv;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Ledger;

/**
 * What was ever charted of stays, corrected or retracted since or not: exports hold the last day
 * again and again, and what a person has taken back must not come back with the next of them.
 */
final class Charted {
    private final Ledger ledger;
    private final Map<StayId, Set<Fact>> known = new HashMap<>();

    private record Fact(Instant at, Object said) {}

    Charted(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Notes an event; returns whether it is new. */
    boolean isNew(StayId stay, Instant at, Entry.Event event) {
        return known.computeIfAbsent(stay, this::read).add(fact(at, event));
    }

    private Set<Fact> read(StayId stay) {
        Set<Fact> facts = new HashSet<>();
        for (Entry entry : ledger.entriesOf(stay)) {
            facts.add(fact(entry.at(), entry.event()));
            if (entry.event()
                    instanceof Entry.Corrected(Observation was, Observation is, String reason)) {
                facts.add(fact(entry.at(), new Entry.Observed(is)));
            }
        }
        return facts;
    }

    private static Fact fact(Instant at, Entry.Event event) {
        return new Fact(
                at.truncatedTo(ChronoUnit.MILLIS),
                event instanceof Entry.Observed(Observation observation) ? observation : event);
    }
}
