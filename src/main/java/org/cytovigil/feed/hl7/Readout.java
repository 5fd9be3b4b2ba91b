package org.cytovigil.feed.hl7;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Quarantine;

/** What came of a message while it is read. */
final class Readout {
    private final String sender;
    private final Instant received;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Quarantine.Item> items = new ArrayList<>();
    private final List<OtherDrug> otherDrugs = new ArrayList<>();
    private int ignored;

    /**
     * A pump gives a drug that is of no interest.
     *
     * @param pump as the author of what it says
     */
    record OtherDrug(StayId stay, Instant at, String pump) {}

    /**
     * Nothing yet.
     *
     * @param sender who sent it
     * @param received when
     */
    Readout(String sender, Instant received) {
        this.sender = sender;
        this.received = received;
    }

    String sender() {
        return sender;
    }

    Instant received() {
        return received;
    }

    void accept(Entry entry) {
        entries.add(entry);
    }

    /**
     * Puts a part of the message into the quarantine.
     *
     * @param line of its first segment
     * @param raw what of the message can be fed again by itself
     */
    void refuse(int line, String reason, String raw) {
        items.add(new Quarantine.Item(received, sender, line, reason, raw));
    }

    /** Counts parts that the table knows to be of no use. */
    void ignore(int parts) {
        ignored += parts;
    }

    /** Notes what ends the drug that the pump gave before. */
    void note(OtherDrug other) {
        otherDrugs.add(other);
    }

    /** By time. */
    List<OtherDrug> otherDrugs() {
        return otherDrugs.stream().sorted(Comparator.comparing(OtherDrug::at)).toList();
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<Quarantine.Item> items() {
        return List.copyOf(items);
    }

    int ignored() {
        return ignored;
    }
}
