package org.cytovigil.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Ledger;

/**
 * Appends the entries of past courses to a ledger as model time reaches them: the future stays
 * hidden. One thread only.
 */
// [impl->req~replay.same-fold~1]
public final class Replay implements Consumer<Instant> {
    private final List<Entry> entries;
    private final Ledger ledger;
    private int played;

    /**
     * @param entries what happened; the admission of a stay before its facts
     * @param ledger where it happens again
     */
    public Replay(List<Entry> entries, Ledger ledger) {
        List<Entry> inOrder = new ArrayList<>(entries);
        inOrder.sort(Comparator.comparing(Entry::at));
        this.entries = inOrder;
        this.ledger = ledger;
    }

    /** Appends everything that happened up to a moment and was not yet appended. */
    @Override
    public void accept(Instant now) {
        int reached = played;
        while (reached < entries.size() && !entries.get(reached).at().isAfter(now)) {
            reached++;
        }
        if (reached > played) {
            ledger.append(List.copyOf(entries.subList(played, reached)));
            // Only what the ledger took counts as played: after a failure it is offered again.
            played = reached;
        }
    }

    /** When the last entry happened; the epoch when there is none. */
    public Instant end() {
        return entries.isEmpty() ? Instant.EPOCH : entries.getLast().at();
    }

    /**
     * A course moved in time, as another stay in another bed.
     *
     * @param entries one stay's entries, the admission among them
     * @param shift added to every time
     * @param asStay the stay as it is to appear; its times are already shifted
     */
    public static List<Entry> moved(List<Entry> entries, Duration shift, Stay asStay) {
        StayId id = asStay.id();
        List<Entry> moved = new ArrayList<>();
        for (Entry entry : entries) {
            Entry.Event event = entry.event();
            if (event instanceof Entry.Admitted) {
                event = new Entry.Admitted(asStay);
            } else if (event instanceof Entry.InfusionCharted charted) {
                event = new Entry.InfusionCharted(charted.infusion().shifted(shift));
            } else if (event instanceof Entry.OnAlarm act) {
                event = moved(act, shift);
            } else if (event instanceof Entry.CheckPutOff off) {
                event =
                        new Entry.CheckPutOff(
                                off.check(), off.grade(), off.reason(), off.until().plus(shift));
            }
            moved.add(
                    new Entry(
                            id,
                            entry.at().plus(shift),
                            entry.at().plus(shift),
                            entry.author(),
                            event));
        }
        return moved;
    }

    /** What ends by itself ends as long after its beginning as it did. */
    private static Entry.Event moved(Entry.OnAlarm act, Duration shift) {
        return switch (act) {
            case Entry.AlarmShelved shelved ->
                    new Entry.AlarmShelved(
                            shelved.alarm(),
                            shelved.level(),
                            shelved.reason(),
                            shelved.until().plus(shift));
            case Entry.AlarmAdjusted adjusted ->
                    new Entry.AlarmAdjusted(
                            adjusted.alarm(),
                            adjusted.change(),
                            adjusted.reason(),
                            adjusted.until().plus(shift));
            case Entry.Acknowledged answered -> answered;
            case Entry.AlarmUnshelved unshelved -> unshelved;
            case Entry.AlarmTakenOut taken -> taken;
            case Entry.AlarmPutBack putBack -> putBack;
            case Entry.AlarmAdjustmentEnded ended -> ended;
        };
    }
}
