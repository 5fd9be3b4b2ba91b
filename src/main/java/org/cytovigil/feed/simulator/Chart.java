package org.cytovigil.feed.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Stay;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;

/** The record as it grows. Every charting has a minute of its own, later than all before it. */
final class Chart {
    private static final Author AUTHOR = new Author(Author.Kind.SIMULATOR, "synthetic course");

    private final Stay stay;
    private final List<Entry> entries = new ArrayList<>();
    private long lastMinute = Long.MIN_VALUE;

    Chart(Stay stay) {
        this.stay = stay;
        entries.add(
                new Entry(
                        stay.id(),
                        stay.admitted(),
                        stay.admitted(),
                        AUTHOR,
                        new Entry.Admitted(stay)));
    }

    /**
     * Charts what was seen or done together.
     *
     * @param minute minutes from the infusion; moved on to the next free minute when taken
     */
    void add(long minute, List<? extends Observation> observations) {
        lastMinute = Math.max(minute, lastMinute + 1);
        Instant at = stay.dayZero().plus(Duration.ofMinutes(lastMinute));
        for (Observation observation : observations) {
            entries.add(new Entry(stay.id(), at, at, AUTHOR, new Entry.Observed(observation)));
        }
    }

    /** Charts one thing. */
    void add(long minute, Observation observation) {
        add(minute, List.of(observation));
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
