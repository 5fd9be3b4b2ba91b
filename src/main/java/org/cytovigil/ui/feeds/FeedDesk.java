package org.cytovigil.ui.feeds;

import java.time.Instant;
import java.util.List;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Remedy;

/**
 * What the screen of feeds needs of the store and of the ways in. Safe for use by several threads;
 * {@link #feedAgain} and the quarantine wait for the disk and are used off the FX thread.
 */
public interface FeedDesk {
    /** Where what was refused waits. */
    Quarantine quarantine();

    /** What is to be done about items of that reason. */
    Remedy remedy(String reason);

    /** Why items can neither be fed again nor dismissed here, in words; empty when they can. */
    String barred();

    /** Who dismisses items here. */
    String user();

    /**
     * Feeds the items that match and wait again, by the mapping as it is now.
     *
     * @throws DeskException when that cannot begin; nothing was fed then
     * @throws org.cytovigil.ledger.LedgerException when the store fails; what was fed before is
     *     kept
     */
    Report feedAgain(Quarantine.Filter filter, Progress progress) throws DeskException;

    /**
     * What came of feeding again.
     *
     * @param offered items that were looked at
     * @param settled those that need nobody's look any more
     * @param waiting items that wait in their place: still refused, in whole or in part
     * @param unknown items of a way in that cannot feed again; they wait as before
     * @param entries that were charted
     * @param complete whether all were looked at
     */
    record Report(
            int offered, int settled, int waiting, int unknown, int entries, boolean complete) {}

    /** Told how far it is, and asked whether to go on. */
    @FunctionalInterface
    interface Progress {
        /**
         * Called before each item.
         *
         * @return {@code false} to stop
         */
        boolean goOn(long done, long all);
    }

    /** Why feeding again cannot begin, in words for the user. */
    final class DeskException extends Exception {
        private static final long serialVersionUID = 1L;

        public DeskException(String words) {
            super(words);
        }
    }

    /** A unit that nothing comes into. */
    FeedDesk NONE =
            new FeedDesk() {
                private final Quarantine empty = new NoQuarantine();

                @Override
                public Quarantine quarantine() {
                    return empty;
                }

                @Override
                public Remedy remedy(String reason) {
                    return Remedy.LOOK;
                }

                @Override
                public String barred() {
                    return "";
                }

                @Override
                public String user() {
                    return "";
                }

                @Override
                public Report feedAgain(Quarantine.Filter filter, Progress progress) {
                    return new Report(0, 0, 0, 0, 0, true);
                }
            };

    /** Holds nothing, and nothing is ever put into it. */
    final class NoQuarantine implements Quarantine {
        private NoQuarantine() {}

        @Override
        public void keep(List<Item> items) {
            throw new UnsupportedOperationException("nothing comes in here");
        }

        @Override
        public List<Held> held() {
            return List.of();
        }

        @Override
        public void settle(List<Long> numbers, Instant at) {}

        @Override
        public void dismiss(List<Long> numbers, Instant at, Dismissal dismissal) {}

        @Override
        public void reopen(List<Long> numbers) {}
    }
}
