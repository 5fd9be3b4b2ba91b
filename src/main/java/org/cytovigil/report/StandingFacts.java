package org.cytovigil.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Observation;
import org.cytovigil.ledger.Entry;

/** The facts of a stay that stand: charted, and neither corrected nor retracted since. */
final class StandingFacts {
    private final Map<Key, Fact> facts = new LinkedHashMap<>();
    private final Map<Key, Instant> retracted = new HashMap<>();

    /**
     * A fact that stands.
     *
     * @param at when it was so
     * @param learned when the program learned it
     * @param author who says so
     */
    record Fact(Instant at, Instant learned, String author, Observation observation) {}

    private record Key(Instant at, Observation observation) {}

    private StandingFacts() {}

    /** Those of these entries, by time, and of one time as they came. */
    static List<Fact> of(List<Entry> entries) {
        StandingFacts standing = new StandingFacts();
        entries.forEach(standing::take);
        List<Fact> sorted = new ArrayList<>(standing.facts.values());
        sorted.sort(Comparator.comparing(Fact::at));
        return sorted;
    }

    private void take(Entry entry) {
        if (entry.event() instanceof Entry.Observed(Observation observation)) {
            add(entry, observation);
        } else if (entry.event()
                instanceof Entry.Corrected(Observation was, Observation is, String reason)) {
            remove(entry, was);
            add(entry, is);
        } else if (entry.event()
                instanceof Entry.Retracted(Observation observation, String reason)) {
            remove(entry, observation);
        }
    }

    /** What was learned later wins, in whatever order it comes. */
    private void add(Entry entry, Observation observation) {
        Key key = key(entry, observation);
        Instant gone = retracted.get(key);
        if (gone == null || entry.learned().isAfter(gone)) {
            facts.put(key, new Fact(key.at(), entry.learned(), entry.author().name(), observation));
        }
    }

    private void remove(Entry entry, Observation observation) {
        Key key = key(entry, observation);
        retracted.merge(key, entry.learned(), (one, other) -> one.isAfter(other) ? one : other);
        Fact fact = facts.get(key);
        if (fact != null && !fact.learned().isAfter(entry.learned())) {
            facts.remove(key);
        }
    }

    private static Key key(Entry entry, Observation observation) {
        return new Key(entry.at().truncatedTo(ChronoUnit.MILLIS), observation);
    }
}
