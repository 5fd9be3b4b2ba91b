package org.cytovigil.feed.clif;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.clinical.Stay;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;

/** What the rows say about one stay, until it is complete and goes to the ledger. */
final class StayChart {
    private static final Duration BEFORE_ADMISSION = Duration.ofDays(2);
    private static final Duration AFTER_DISCHARGE = Duration.ofDays(1);

    /** Clocks differ by so much; a fact further ahead is no fact yet. */
    static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    private record Key(Instant at, Object said) {}

    private final Stay stay;
    private final Tally stays;
    private final Instant now;
    private final List<Pending> pending = new ArrayList<>();
    private final Map<Key, Long> seen = new HashMap<>();
    private final PressureSets pressures = new PressureSets();
    private final InfusionOrders infusions = new InfusionOrders();

    /**
     * A stay of which nothing is known yet but its beginning and end.
     *
     * @param stays the table it comes from
     * @param now the time of the import
     */
    StayChart(Stay stay, Tally stays, Instant now) {
        this.stay = stay;
        this.stays = stays;
        this.now = now;
    }

    Stay stay() {
        return stay;
    }

    /** Why a fact of that time cannot belong to this stay; empty when it can. */
    Optional<String> outside(Instant at) {
        Instant discharged = stay.discharged();
        String fault = null;
        if (at.isBefore(stay.admitted().minus(BEFORE_ADMISSION))) {
            fault = "before the stay: more than 48 h before admission at " + stay.admitted();
        } else if (discharged != null && at.isAfter(discharged.plus(AFTER_DISCHARGE))) {
            fault = "dated in the future: more than 24 h after discharge at " + discharged;
        } else if (!stay.admitted().isAfter(now) && at.isAfter(now.plus(CLOCK_DIFFERENCE))) {
            fault = "dated in the future: it is now " + now;
        }
        return Optional.ofNullable(fault);
    }

    /** Puts what a row says beside the other rows; a row said before is refused. */
    void put(Reading reading, Instant at, int table, Row row, Tally tally) {
        switch (reading) {
            case Reading.Refused refused -> tally.refuse(row.line(), refused.reason(), row.raw());
            case Reading.PressurePart part -> pressures.add(at, part, row, tally);
            case Reading.Running running -> {
                Reading said = new Reading.Running(running.infusion(), running.order(), null);
                if (isNew(at, said, running.remark(), row, tally)) {
                    infusions.add(at, running, row.line());
                }
            }
            case Reading.Fact fact -> {
                if (isNew(at, fact.observation(), fact.remark(), row, tally)) {
                    Entry.Event event = new Entry.Observed(fact.observation());
                    pending.add(new Pending(at, tally, table, 0, row.line(), 1, event));
                }
            }
        }
    }

    private boolean isNew(Instant at, Object said, @Nullable String remark, Row row, Tally tally) {
        Long before = seen.putIfAbsent(new Key(at, said), row.line());
        if (before != null) {
            tally.refuse(row.line(), "duplicate of line " + before, row.raw());
            return false;
        }
        if (remark != null) {
            tally.remark(row, remark);
        }
        return true;
    }

    /** A table has been read to its end: what had to wait for all its rows is complete. */
    void closeTable(Tally tally, int table) {
        pending.addAll(pressures.close(tally, table));
        pending.addAll(infusions.close(tally, table));
        seen.clear();
    }

    /** The stay's entries: admission first, then everything by time. */
    List<Entry> entries() {
        Instant discharged = stay.discharged();
        if (discharged != null) {
            Entry.Event end = new Entry.Discharged();
            pending.add(new Pending(discharged, stays, Integer.MAX_VALUE, 0, 0, 0, end));
        }
        pending.sort(Pending.IN_ORDER);
        List<Entry> entries = new ArrayList<>(pending.size() + 1);
        entries.add(entry(stay.admitted(), stays, new Entry.Admitted(stay)));
        for (Pending event : pending) {
            entries.add(entry(event.at(), event.tally(), event.event()));
        }
        return entries;
    }

    private Entry entry(Instant at, Tally tally, Entry.Event event) {
        return new Entry(stay.id(), at, now, new Author(Author.Kind.IMPORT, tally.file()), event);
    }

    /** The entries are in the ledger: their rows count as accepted. */
    void countAccepted() {
        stays.accepted(1);
        for (Pending event : pending) {
            event.tally().accepted(event.rows());
        }
    }
}
