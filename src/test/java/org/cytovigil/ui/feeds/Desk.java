package org.cytovigil.ui.feeds;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Remedy;
import org.cytovigil.ui.Ward;
import org.jspecify.annotations.Nullable;

/** A desk of tests: what it holds is in memory, and what it answers is told beforehand. */
public final class Desk implements FeedDesk, Executor {
    final MemoryLedger store = new MemoryLedger();
    final Queue<Runnable> waiting = new ArrayDeque<>();
    boolean atOnce = true;
    String barred = "";
    @Nullable String tableFault;
    boolean storeFails;
    int feedsBeforeFailing = Integer.MAX_VALUE;

    /** Puts an item into the quarantine that came so many minutes after the start. */
    public Desk keep(int minute, String sender, String reason, String raw) {
        Instant at = Ward.START.plusSeconds(60L * minute);
        store.keep(List.of(new Quarantine.Item(at, sender, 5, reason, raw)));
        return this;
    }

    @Override
    public Quarantine quarantine() {
        if (storeFails) {
            throw new LedgerException("the disk is full. Free some space and try again.");
        }
        return store;
    }

    @Override
    public Remedy remedy(String reason) {
        return reason.contains("unknown patient") ? Remedy.ADMIT : Remedy.MEND_TABLE;
    }

    @Override
    public String barred() {
        return barred;
    }

    @Override
    public String user() {
        return "nurse N2";
    }

    /** Accepts every item whose raw text has no "!". */
    @Override
    public Report feedAgain(Quarantine.Filter filter, Progress progress) throws DeskException {
        if (tableFault != null) {
            throw new DeskException(tableFault);
        }
        List<Quarantine.Held> all = store.following(filter, 0, Integer.MAX_VALUE);
        int settled = 0;
        for (int done = 0; done < all.size(); done++) {
            if (!progress.goOn(done, all.size())) {
                return new Report(done, settled, done - settled, 0, settled, false);
            }
            if (done == feedsBeforeFailing) {
                throw new LedgerException("the disk is full. Free some space and try again.");
            }
            if (!all.get(done).item().raw().endsWith("!")) {
                store.settle(List.of(all.get(done).number()), Ward.START);
                settled++;
            }
        }
        return new Report(all.size(), settled, all.size() - settled, 0, settled, true);
    }

    /** Runs work at once, or when told to. */
    @Override
    public void execute(Runnable work) {
        if (atOnce) {
            work.run();
        } else {
            waiting.add(work);
        }
    }

    /** Runs the work that waits at some place. */
    void run(int place) {
        Runnable work = List.copyOf(waiting).get(place);
        waiting.remove(work);
        work.run();
    }
}
