package org.cytovigil.alarm;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.cytovigil.grading.SitePolicy;

/**
 * When the devices of a stay, or of the unit, which sent something again and again, have been
 * silent for longer than is usual ({@link Cadence}). Holds the state of one of them; not safe for
 * several threads.
 */
// [impl->req~alarm.no-data~1]
final class NoDataRule {
    private final Cadence cadence = new Cadence();
    private final String words;
    private final DateTimeFormatter clock;

    /**
     * @param words what is wrong, before the time since when it is
     * @param zone for the clock time in the cause
     */
    NoDataRule(String words, ZoneId zone) {
        this.words = words;
        clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
    }

    /** A device has sent something; what arrives together counts once. */
    void heard(Instant learned) {
        cadence.heard(learned);
    }

    /** How it is at this moment: silent or not, and since when it counts as silence. */
    Level look(Instant now, SitePolicy policy) {
        return cadence.silentFrom(now, policy)
                .map(due -> Level.of(1, cause()).since(due))
                .orElse(Level.NONE);
    }

    private String cause() {
        return words + cadence.last().map(clock::format).orElse("the admission");
    }
}
