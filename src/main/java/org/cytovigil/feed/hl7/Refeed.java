package org.cytovigil.feed.hl7;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytovigil.feed.Refeeder;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Intake;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Receipt;

/**
 * Feeds again what waits in the quarantine, after the mapping was mended or the patient was
 * admitted. What is accepted now is settled; what is not stays as it is.
 */
// [impl->req~feed.refeed~1]
public final class Refeed {
    private final Intake intake;
    private final Quarantine quarantine;
    private final Standing standing;
    private final InstantSource clock;

    /**
     * For one store.
     *
     * @param intake keeps what is accepted
     * @param quarantine holds what waits
     * @param ledger the same store
     * @param clock now
     */
    public Refeed(Intake intake, Quarantine quarantine, Ledger ledger, InstantSource clock) {
        this.intake = intake;
        this.quarantine = quarantine;
        this.standing = new Standing(ledger);
        this.clock = clock;
    }

    /**
     * Feeds one item, as a {@link Refeeder} does.
     *
     * @param reader with the mapping as it is now
     * @return what came of it; empty when it is no message that can be read
     */
    public Optional<Refeeder.Outcome> feed(Hl7Intake reader, Quarantine.Held held) {
        Readout readout = reader.again(held.item());
        if (readout == null) {
            return Optional.empty();
        }
        List<Entry> fresh = fresh(readout.entries());
        if (fresh.isEmpty() && saysTheSame(readout.items(), held.item())) {
            return Optional.of(new Refeeder.Outcome(false, 1, 0));
        }
        keep(held, fresh, readout.items());
        return Optional.of(new Refeeder.Outcome(true, readout.items().size(), fresh.size()));
    }

    /** A run that was cut off between keeping and settling keeps nothing twice. */
    private void keep(Quarantine.Held held, List<Entry> fresh, List<Quarantine.Item> items) {
        String number = Long.toString(held.number());
        intake.take(
                new Batch(
                        fresh, items, new Receipt("quarantine", number, number, clock.instant())));
        quarantine.settle(List.of(held.number()), clock.instant());
    }

    /** What stands already was accepted with a remark, and is not charted again. */
    private List<Entry> fresh(List<Entry> entries) {
        List<Entry> fresh = new ArrayList<>();
        for (Entry entry : entries) {
            boolean charted =
                    entry.event() instanceof Entry.Observed observed
                            && standing.holds(entry.stay(), entry.at(), observed.observation());
            if (!charted) {
                fresh.add(entry);
            }
        }
        return fresh;
    }

    private static boolean saysTheSame(List<Quarantine.Item> items, Quarantine.Item item) {
        return items.size() == 1 && items.getFirst().reason().equals(item.reason());
    }
}
