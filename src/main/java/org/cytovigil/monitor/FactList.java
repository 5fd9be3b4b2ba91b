package org.cytovigil.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cytovigil.clinical.Observation;

/**
 * The facts of one stay that stand, in the order of their times, whatever order they came in. A
 * fact is known by its time and what it says: told twice it is one fact, and a retraction takes out
 * the one it names, also when it comes first. What was learned later wins, so that a fact charted
 * again after its retraction stands.
 */
final class FactList {
    private static final Comparator<TimedFact> BY_TIME = Comparator.comparing(TimedFact::at);

    /** Stands in a search by time, which looks at nothing else. */
    private static final Observation NOTHING = new Observation.EpisodeOpened();

    private final List<TimedFact> facts = new ArrayList<>();
    private final List<Provenance> origins = new ArrayList<>();
    private final Map<TimedFact, Instant> retracted = new HashMap<>();

    /**
     * Where a fact comes from.
     *
     * @param learned when the program learned it
     * @param author who or what says so
     */
    record Provenance(Instant learned, String author) {}

    int size() {
        return facts.size();
    }

    TimedFact get(int index) {
        return facts.get(index);
    }

    List<TimedFact> all() {
        return Collections.unmodifiableList(facts);
    }

    /**
     * Puts a fact where it belongs: by its time, and among those of its own set so that of
     * contradicting ones the graver comes last and stands.
     *
     * @return its place, or -1 when it is there already or was retracted
     */
    int add(TimedFact fact, Provenance origin) {
        Instant takenOut = retracted.isEmpty() ? null : retracted.get(fact);
        if (takenOut != null && !origin.learned().isAfter(takenOut)) {
            return -1;
        }
        int place = facts.size();
        if (place > 0 && facts.getLast().at().isAfter(fact.at())) {
            place = behind(fact.at());
        }
        int before = place;
        for (int i = place - 1; i >= 0 && facts.get(i).at().equals(fact.at()); i--) {
            Observation other = facts.get(i).observation();
            if (other.equals(fact.observation())) {
                if (origin.learned().isAfter(origins.get(i).learned())) {
                    origins.set(i, origin);
                }
                return -1;
            }
            if (Contradiction.graver(other, fact.observation())) {
                before = i;
            }
        }
        facts.add(before, fact);
        origins.add(before, origin);
        return before;
    }

    /**
     * Takes a fact out.
     *
     * @return whether it was there
     */
    boolean retract(TimedFact fact, Instant learnedAt) {
        retracted.merge(fact, learnedAt, (one, other) -> one.isAfter(other) ? one : other);
        for (int i = behind(fact.at()) - 1; i >= 0 && facts.get(i).at().equals(fact.at()); i--) {
            if (facts.get(i).observation().equals(fact.observation())) {
                if (origins.get(i).learned().isAfter(learnedAt)) {
                    return false;
                }
                facts.remove(i);
                origins.remove(i);
                return true;
            }
        }
        return false;
    }

    /** Who says what was so at that moment, each once, separated by commas; empty for no fact. */
    String authorsAt(Instant at) {
        Set<String> authors = new TreeSet<>();
        for (int i = behind(at) - 1; i >= 0 && facts.get(i).at().equals(at); i--) {
            authors.add(origins.get(i).author());
        }
        return String.join(", ", authors);
    }

    /** The place behind the last fact of that time. */
    private int behind(Instant at) {
        int found = Collections.binarySearch(facts, new TimedFact(at, NOTHING), BY_TIME);
        int place = found < 0 ? -found - 1 : found + 1;
        while (place < facts.size() && facts.get(place).at().equals(at)) {
            place++;
        }
        return place;
    }
}
