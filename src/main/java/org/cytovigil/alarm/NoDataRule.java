package org.cytovigil.alarm;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.cytovigil.grading.SitePolicy;

/**
 * A technical alarm of low priority when the devices of a stay, which sent something again and
 * again, have been silent for longer than is usual ({@link Cadence}). Holds the state of one stay;
 * not safe for several threads.
 */
// [impl->req~alarm.no-data~1]
public final class NoDataRule {
    private final Cadence cadence = new Cadence();
    private final DateTimeFormatter clock;

    /**
     * @param zone for the clock time in the cause
     */
    public NoDataRule(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
    }

    /** A device has sent something; what arrives together counts once. */
    public void heard(Instant learned) {
        cadence.heard(learned);
    }

    /** The condition at this moment, as of when it began; empty while data come as usual. */
    public Optional<Condition> look(Instant now, SitePolicy policy) {
        return cadence.last()
                .flatMap(last -> cadence.allowance(policy).map(last::plus))
                .filter(due -> !due.isAfter(now))
                .map(due -> new Condition(AlarmPriority.LOW, 1, cause(), due));
    }

    private String cause() {
        return "no data from any device since "
                + cadence.last().map(clock::format).orElse("the admission");
    }
}
