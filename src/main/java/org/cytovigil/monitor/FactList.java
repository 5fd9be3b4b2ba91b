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

/**
 * The facts of one stay that stand, in the order of their times, whatever order they came in. A
 * fact is known by its time and what it says: told twice it is one fact, and a retraction takes out
 * the one it names, also when it comes first. What has the later place wins, so that a fact charted
 * again after its retraction stands. {@link LedgerOrder} gives places.
 */
final class FactList {
    private static final Comparator<TimedFact> ORDER =
            Comparator.comparing(TimedFact::at)
                    .thenComparing(TimedFact::observation, Contradiction.GRAVER_LAST);

    private final List<TimedFact> facts = new ArrayList<>();
    private final List<Provenance> origins = new ArrayList<>();
    private final Map<TimedFact, Instant> retracted = new HashMap<>();

    /** Each name once: every message brings a copy of its own. */
    private final Map<String, String> authors = new HashMap<>();

    /**
     * Where a fact comes from.
     *
     * @param place its place among all that was said
     * @param author who or what says so
     */
    record Provenance(Instant place, String author) {}

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
        if (isRetracted(fact, origin.place())) {
            return -1;
        }
        int place = facts.size();
        if (place > 0 && ORDER.compare(facts.getLast(), fact) >= 0) {
            int found = Collections.binarySearch(facts, fact, ORDER);
            if (found >= 0 && facts.get(found).equals(fact)) {
                if (origin.place().isAfter(origins.get(found).place())) {
                    origins.set(found, origin);
                }
                return -1;
            }
            place = found < 0 ? -found - 1 : found + 1;
        }
        insert(place, fact, origin);
        return place;
    }

    /**
     * Facts of one message have one time and one origin: shared, they take a quarter less of the
     * memory that a long stay needs.
     */
    private void insert(int place, TimedFact fact, Provenance origin) {
        TimedFact before = place == 0 ? null : facts.get(place - 1);
        facts.add(
                place,
                before != null && before.at().equals(fact.at())
                        ? new TimedFact(before.at(), fact.observation())
                        : fact);
        Provenance beside = place == 0 ? null : origins.get(place - 1);
        if (beside != null && beside.equals(origin)) {
            origins.add(place, beside);
        } else {
            String author = authors.computeIfAbsent(origin.author(), name -> name);
            origins.add(place, new Provenance(origin.place(), author));
        }
    }

    /** Whether that fact was taken out by someone who knew of it. */
    boolean isRetracted(TimedFact fact, Instant place) {
        Instant takenOut = retracted.isEmpty() ? null : retracted.get(fact);
        return takenOut != null && !place.isAfter(takenOut);
    }

    /**
     * Takes a fact out.
     *
     * @return whether it was there
     */
    boolean retract(TimedFact fact, Instant place) {
        retracted.merge(fact, place, (one, other) -> one.isAfter(other) ? one : other);
        int found = Collections.binarySearch(facts, fact, ORDER);
        if (found < 0
                || !facts.get(found).equals(fact)
                || origins.get(found).place().isAfter(place)) {
            return false;
        }
        facts.remove(found);
        origins.remove(found);
        return true;
    }

    boolean holds(TimedFact fact) {
        int found = Collections.binarySearch(facts, fact, ORDER);
        return found >= 0 && facts.get(found).equals(fact);
    }

    /** Who says that the fact at an index of {@link #all} was so. */
    String author(int index) {
        return origins.get(index).author();
    }

    /** Who says what was so at that moment, each once, separated by commas; empty for no fact. */
    String authorsAt(Instant at) {
        Set<String> authors = new TreeSet<>();
        for (int i = first(at); i < facts.size() && facts.get(i).at().equals(at); i++) {
            authors.add(origins.get(i).author());
        }
        return String.join(", ", authors);
    }

    /** The place of the first fact of that time, or where it would be. */
    private int first(Instant at) {
        int from = 0;
        int to = facts.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (facts.get(middle).at().isBefore(at)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
