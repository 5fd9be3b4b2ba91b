package org.cytovigil.monitor;

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
public final class StandingFacts {
    private final Map<Key, Fact> facts = new LinkedHashMap<>();
    private final Map<Key, Instant> retracted = new HashMap<>();
    private final LedgerOrder order = new LedgerOrder();

    /**
     * A fact that stands.
     *
     * @param at when it was so
     * @param learned when the program learned it
     * @param author who says so
     */
    public record Fact(Instant at, Instant learned, String author, Observation observation) {}

    private record Key(Instant at, Observation observation) {}

    private StandingFacts() {}

    /**
     * Those of a stay's entries in the order of the ledger; by time, and of one time as they came.
     */
    public static List<Fact> of(List<Entry> entries) {
        StandingFacts standing = new StandingFacts();
        entries.forEach(standing::take);
        List<Fact> sorted = new ArrayList<>(standing.facts.values());
        sorted.sort(Comparator.comparing(Fact::at));
        return sorted;
    }

    private void take(Entry entry) {
        Instant place = order.next(entry);
        if (entry.event() instanceof Entry.Observed(Observation observation)) {
            add(entry, place, observation);
        } else if (entry.event()
                instanceof Entry.Corrected(Observation was, Observation is, String reason)) {
            // A correction of what never came corrects nothing, and stands by itself.
            if (!was.equals(is)) {
                remove(entry, place, was);
            }
            add(entry, place, is);
        } else if (entry.event()
                instanceof Entry.Retracted(Observation observation, String reason)) {
            remove(entry, place, observation);
        }
    }

    /** Of what was learned together a retraction stands, as in the monitor. */
    private void add(Entry entry, Instant place, Observation observation) {
        Key key = key(entry, observation);
        if (place.isAfter(retracted.getOrDefault(key, Instant.MIN))) {
            facts.put(key, new Fact(key.at(), entry.learned(), entry.author().name(), observation));
        }
    }

    private void remove(Entry entry, Instant place, Observation observation) {
        Key key = key(entry, observation);
        retracted.put(key, place);
        facts.remove(key);
    }

    private static Key key(Entry entry, Observation observation) {
        return new Key(entry.at().truncatedTo(ChronoUnit.MILLIS), observation);
    }
}
