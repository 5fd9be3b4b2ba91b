package org.cytovigil.monitor;

import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.jspecify.annotations.Nullable;

/**
 * Where screens get the unit from, and where they send what people answer. Safe for use by several
 * threads.
 */
public interface UnitSource {
    /** The latest snapshot; never {@code null}, and cheap to ask for. */
    UnitSnapshot latest();

    /**
     * A person does something to an alarm; it shows in a later snapshot.
     *
     * @param act what; an answer names the level that the person saw
     */
    void tell(Entry.OnAlarm act);

    /**
     * A person answers an alarm and does not say what was done.
     *
     * @param alarm as the person saw it
     */
    default void acknowledge(Alarm alarm) {
        tell(new Entry.Acknowledged(alarm.key(), alarm.condition().level()));
    }

    /**
     * A person charts what was so, or was done, at one time; it shows in a later snapshot. It waits
     * for the disk, and is not for the thread of the screen.
     *
     * @param stay whom it concerns; for an admission the stay that begins
     * @param at when it was so
     * @param events all of them are kept, or none
     * @throws LedgerException when the store does not take them
     */
    void chart(StayId stay, Instant at, List<? extends Entry.Event> events);

    /**
     * The facts of a stay that stand, oldest first, with who says so. It waits for the disk, and is
     * not for the thread of the screen.
     *
     * @return empty for a stay that nothing is known of
     * @throws LedgerException when the store cannot be read
     */
    default List<StandingFacts.Fact> standing(StayId stay) {
        return List.of();
    }

    /**
     * What the ledger has of a stay, in its order. It waits for the disk, and is not for the thread
     * of the screen.
     *
     * @return empty for a stay that nothing is known of
     * @throws LedgerException when the store cannot be read
     */
    default List<Entry> entries(StayId stay) {
        return List.of();
    }

    /**
     * Something that happens to one stay beside what happens to another.
     *
     * @param at when it was so, where that is another time than that of the others: a correction
     *     has the time of what it corrects
     */
    record Act(StayId stay, Entry.Event event, @Nullable Instant at) {
        /** At the time of the others. */
        public Act(StayId stay, Entry.Event event) {
            this(stay, event, null);
        }
    }

    /**
     * A person does what concerns several stays at one time, as when two patients swap beds; else
     * as {@link #chart(StayId, Instant, List)}.
     *
     * @param acts all of them are kept, or none
     * @throws LedgerException when the store does not take them
     */
    default void chart(Instant at, List<Act> acts) {
        throw new LedgerException("this unit charts for one patient at a time; nothing was kept");
    }

    /** What kind of unit this is, to be marked on every screen. */
    Mode mode();

    /**
     * What went wrong with the monitor or the store, in words for the user; empty while all is
     * well.
     */
    String fault();

    /**
     * The site policy that was adopted last while this unit was being watched, or that is still to
     * come, and from when it holds; {@code null} when there is none.
     */
    PolicyTimeline.@Nullable Held announced();

    /** The kinds of unit. */
    enum Mode {
        /** Patients who are here now. */
        LIVE,
        /** Past cases under a replay clock. */
        REPLAY,
        /** The demonstration unit. */
        DEMONSTRATION
    }
}
