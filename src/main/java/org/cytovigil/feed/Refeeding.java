package org.cytovigil.feed;

import java.util.List;
import java.util.Optional;
import org.cytovigil.ledger.Quarantine;

/**
 * Feeds again what waits in the quarantine, whatever way it came in: each item is offered to one
 * refeeder after the other until one knows it.
 */
// [impl->req~feed.refeed~1]
public final class Refeeding {
    /** Few enough for the memory, however long their texts are. */
    private static final int AT_ONCE = 200;

    private final Quarantine quarantine;
    private final List<Refeeder> refeeders;

    /**
     * What came of it.
     *
     * @param offered items that were looked at
     * @param settled those that need nobody's look any more
     * @param waiting items that wait in their place: still refused, in whole or in part
     * @param unknown items that no refeeder knows; they wait as before
     * @param entries that were added
     * @param complete whether every item was looked at, and it was not stopped before
     */
    public record Report(
            int offered, int settled, int waiting, int unknown, int entries, boolean complete) {}

    /** Told how far it is, and asked whether to go on. */
    @FunctionalInterface
    public interface Progress {
        /** Goes on to the end. */
        Progress TO_THE_END = (done, all) -> true;

        /**
         * Called before each item.
         *
         * @param done items looked at so far
         * @param all items to look at
         * @return {@code false} to stop; what was fed before stays so
         */
        boolean goOn(long done, long all);
    }

    /** Over one quarantine. */
    public Refeeding(Quarantine quarantine, List<Refeeder> refeeders) {
        this.quarantine = quarantine;
        this.refeeders = List.copyOf(refeeders);
    }

    /**
     * Feeds the items that match and wait, oldest first. What is refused anew meanwhile is not fed
     * a second time.
     *
     * @throws org.cytovigil.ledger.LedgerException when the store fails; what was fed before is
     *     kept
     */
    public Report run(Quarantine.Filter filter, Progress progress) {
        List<Quarantine.Group> groups = quarantine.groups(filter);
        long last = groups.stream().mapToLong(Quarantine.Group::last).max().orElse(0);
        long all = groups.stream().mapToLong(Quarantine.Group::count).sum();
        Tally tally = new Tally();
        long after = 0;
        while (after < last) {
            List<Quarantine.Held> page = quarantine.following(filter, after, AT_ONCE);
            if (page.isEmpty()) {
                break;
            }
            for (Quarantine.Held held : page) {
                if (held.number() > last) {
                    return tally.report(true);
                }
                if (!progress.goOn(tally.offered, all)) {
                    return tally.report(false);
                }
                tally.add(feed(held));
            }
            after = page.getLast().number();
        }
        return tally.report(true);
    }

    private Optional<Refeeder.Outcome> feed(Quarantine.Held held) {
        if (held.settled() != null) {
            return Optional.empty();
        }
        for (Refeeder refeeder : refeeders) {
            Optional<Refeeder.Outcome> outcome = refeeder.feed(held);
            if (outcome.isPresent()) {
                return outcome;
            }
        }
        return Optional.empty();
    }

    private static final class Tally {
        private int offered;
        private int settled;
        private int waiting;
        private int unknown;
        private int entries;

        void add(Optional<Refeeder.Outcome> outcome) {
            offered++;
            if (outcome.isEmpty()) {
                unknown++;
            } else {
                settled += outcome.get().settled() ? 1 : 0;
                waiting += outcome.get().waiting();
                entries += outcome.get().entries();
            }
        }

        Report report(boolean complete) {
            return new Report(offered, settled, waiting, unknown, entries, complete);
        }
    }
}
