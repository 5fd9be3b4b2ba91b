package org.cytovigil.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;

/**
 * How often devices send something, from their latest arrivals: the middle one of the intervals
 * between them is the usual one. Arrivals count, not device times, so that a wrong clock is no
 * silence. Not safe for several threads.
 */
public final class Cadence {
    /**
     * Enough to know what is usual, and few enough to follow a change of the monitor's settings.
     */
    private static final int ARRIVALS = 11;

    private static final int ARRIVALS_AT_LEAST = 4;

    private final TreeSet<Instant> arrivals = new TreeSet<>();

    /** The usual interval, once asked for; {@code null} after something has come. */
    private @Nullable Duration usual;

    /** Something has come; what arrives together counts once. */
    public void heard(Instant learned) {
        if (!arrivals.add(learned)) {
            return;
        }
        usual = null;
        if (arrivals.size() > ARRIVALS) {
            arrivals.pollFirst();
        }
    }

    /** When something came last; empty before the first. */
    public Optional<Instant> last() {
        return arrivals.isEmpty() ? Optional.empty() : Optional.of(arrivals.last());
    }

    /**
     * After how long without anything it is later than usual: several times the usual interval, by
     * the policy. Empty while no interval is usual.
     */
    public Optional<Duration> allowance(SitePolicy policy) {
        if (arrivals.size() < ARRIVALS_AT_LEAST) {
            return Optional.empty();
        }
        Duration several =
                Duration.ofMillis(
                        Math.round(usual().toMillis() * policy.get(Settings.SILENT_TIMES)));
        Duration least = policy.get(Settings.SILENT_FROM);
        return Optional.of(several.compareTo(least) > 0 ? several : least);
    }

    private Duration usual() {
        Duration known = usual;
        if (known == null) {
            known = middleGap();
            usual = known;
        }
        return known;
    }

    private Duration middleGap() {
        List<Duration> gaps = new ArrayList<>();
        Instant before = null;
        for (Instant arrival : arrivals) {
            if (before != null) {
                gaps.add(Duration.between(before, arrival));
            }
            before = arrival;
        }
        Collections.sort(gaps);
        return gaps.get(gaps.size() / 2);
    }

    /**
     * Since when it counts as silence that nothing has come; empty while something comes as usual.
     */
    public Optional<Instant> silentFrom(Instant now, SitePolicy policy) {
        Instant last = arrivals.isEmpty() ? null : arrivals.last();
        if (last == null || last.plus(policy.get(Settings.SILENT_FROM)).isAfter(now)) {
            return Optional.empty();
        }
        return allowance(policy).map(last::plus).filter(due -> !due.isAfter(now));
    }
}
