package org.cytovigil.alarm;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.cytovigil.grading.SitePolicy;

/**
 * When the devices of a stay, which sent something again and
 * again, have been silent for longer than is usual ({@link Cadence}). Holds the state of one stay;
 * not safe for several threads.
 */
// [impl->req~alarm.no-data~1]
final class NoDataRule {
    private final Cadence cadence = new Cadence();
    private final DateTimeFormatter clock;

    /**
     * @param zone for the clock time in the cause
     */
    NoDataRule(ZoneId zone) {
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
        return "no data from any device since "
                + cadence.last().map(clock::format).orElse("the admission");
    }
}
