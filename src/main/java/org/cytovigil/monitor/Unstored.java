package org.cytovigil.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;

/**
 * Values that are shown and that the disk did not take. Their senders were told so and send them
 * again, and then they are stored. What nobody has sent again within an hour is forgotten here: by
 * then others have taken its place on the screen. Safe for use by several threads.
 */
// [impl->req~monitor.unstored~1]
final class Unstored {
    private static final Duration SAID = Duration.ofHours(1);

    private final Map<Told, Instant> values = new LinkedHashMap<>();

    /** A value sent again is the same although it is learned later. */
    private record Told(StayId stay, Instant at, Entry.Event event) {
        static Told of(Entry entry) {
            return new Told(entry.stay(), entry.at(), entry.event());
        }
    }

    synchronized void add(Entry entry) {
        values.putIfAbsent(Told.of(entry), entry.learned());
    }

    /** Entries have been stored. */
    synchronized void stored(List<Entry> entries) {
        if (!values.isEmpty()) {
            entries.forEach(entry -> values.remove(Told.of(entry)));
        }
    }

    /** How many values are shown and not stored. */
    synchronized int size(Instant now) {
        values.values().removeIf(learned -> learned.plus(SAID).isBefore(now));
        return values.size();
    }
}
