package org.cytovigil.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;

/**
 * A technical alarm of low priority when the devices of a stay, which sent something again and
 * again, have been silent for several times their usual interval: the middle one of the latest.
 * Arrivals count, not device times, so that a wrong clock is no silence. Below four arrivals no
 * interval is usual, and nothing alarms. Holds the state of one stay; not safe for several threads.
 */
// [impl->req~alarm.no-data~1]
public final class NoDataRule {
    /**
     * Enough to know what is usual, and few enough to follow a change of the monitor's settings.
     */
    private static final int ARRIVALS = 11;

    private static final int ARRIVALS_AT_LEAST = 4;

    private final TreeSet<Instant> arrivals = new TreeSet<>();
    private final DateTimeFormatter clock;

    /**
     * @param zone for the clock time in the cause
     */
    public NoDataRule(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
    }

    /** A device has sent something; what arrives together counts once. */
    public void heard(Instant learned) {
        arrivals.add(learned);
        if (arrivals.size() > ARRIVALS) {
            arrivals.pollFirst();
        }
    }

    /** The condition at this moment, as of when it began; empty while data come as usual. */
    public Optional<Condition> look(Instant now, SitePolicy policy) {
        Instant due = silentFrom(policy);
        if (due == null || due.isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(
                new Condition(
                        AlarmPriority.LOW,
                        1,
                        "no data from any device since " + clock.format(arrivals.last()),
                        due));
    }

    /** When the silence is long enough; {@code null} while no interval is usual. */
    private @Nullable Instant silentFrom(SitePolicy policy) {
        if (arrivals.size() < ARRIVALS_AT_LEAST) {
            return null;
        }
        List<Duration> gaps = new ArrayList<>();
        Instant before = null;
        for (Instant arrival : arrivals) {
            if (before != null) {
                gaps.add(Duration.between(before, arrival));
            }
            before = arrival;
        }
        Collections.sort(gaps);
        Duration usual = gaps.get(gaps.size() / 2);
        Duration several =
                Duration.ofMillis(Math.round(usual.toMillis() * policy.get(Settings.SILENT_TIMES)));
        Duration least = policy.get(Settings.SILENT_FROM);
        return arrivals.last().plus(several.compareTo(least) > 0 ? several : least);
    }
}
