package org.cytovigil.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cytovigil.ledger.Entry;

/**
 * Puts what is known of several stays into the order in which it was learned. An alarm of the whole
 * unit comes of the facts of all stays, and must have been raised before its answer is read.
 */
final class InOrder {
    private InOrder() {}

    private record Placed(Instant at, Entry entry) {}

    /**
     * @param ledgers the entries of each stay, in the order of the ledger, which stays as it is: an
     *     entry learned by a clock that was set back comes with the one before it
     */
    static List<Entry> asLearned(List<List<Entry>> ledgers) {
        List<Placed> all = new ArrayList<>();
        for (List<Entry> entries : ledgers) {
            Instant latest = Instant.MIN;
            for (Entry entry : entries) {
                latest = entry.learned().isAfter(latest) ? entry.learned() : latest;
                all.add(new Placed(latest, entry));
            }
        }
        all.sort(Comparator.comparing(Placed::at));
        return all.stream().map(Placed::entry).toList();
    }
}
