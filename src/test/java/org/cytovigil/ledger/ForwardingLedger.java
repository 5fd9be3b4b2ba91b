package org.cytovigil.ledger;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;

/** Leaves everything to another ledger; tests override what is to be otherwise. */
public class ForwardingLedger implements Ledger {
    private final Ledger kept;

    protected ForwardingLedger(Ledger kept) {
        this.kept = kept;
    }

    @Override
    public void append(List<Entry> entries) {
        kept.append(entries);
    }

    @Override
    public List<Stay> stays() {
        return kept.stays();
    }

    @Override
    public List<Entry> entriesOf(StayId stay) {
        return kept.entriesOf(stay);
    }

    @Override
    public List<Entry> entriesOf(StayId stay, Instant from, Instant to) {
        return kept.entriesOf(stay, from, to);
    }

    @Override
    public Runnable subscribe(Consumer<List<Entry>> listener) {
        return kept.subscribe(listener);
    }

    @Override
    public void catchUp() {
        kept.catchUp();
    }

    @Override
    public Runnable subscribeFailures(BiConsumer<List<Entry>, LedgerException> listener) {
        return kept.subscribeFailures(listener);
    }

    @Override
    public void requireWritable() {
        kept.requireWritable();
    }

    @Override
    public void close() {
        kept.close();
    }
}
