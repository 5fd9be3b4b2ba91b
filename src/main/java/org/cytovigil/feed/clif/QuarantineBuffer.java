package org.cytovigil.feed.clif;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.ledger.Quarantine;

/** Hands items to the quarantine in groups: each group costs the store one commit. */
final class QuarantineBuffer {
    private static final int GROUP = 2_000;

    private final Quarantine quarantine;
    private final List<Quarantine.Item> items = new ArrayList<>();

    QuarantineBuffer(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    void add(Quarantine.Item item) {
        items.add(item);
        if (items.size() >= GROUP) {
            flush();
        }
    }

    void flush() {
        if (!items.isEmpty()) {
            quarantine.keep(List.copyOf(items));
            items.clear();
        }
    }
}
