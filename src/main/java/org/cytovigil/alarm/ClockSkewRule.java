package org.cytovigil.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.Wording;

/**
 * While a device's clock is ahead, or behind, or its data keep coming late: from outside the last
 * two are the same. Of each device the least delay of its last ten sendings counts: a delay below
 * zero is only made by a clock that is ahead, and one on the way does not delay all ten. Until ten
 * have come nothing is said to be late. Holds the state of one stay; not safe for several threads.
 */
// [impl->req~alarm.clock-skew~1]
final class ClockSkewRule {
    private static final int SENDINGS = 10;

    /** A device that is silent for so long while others send has been taken away. */
    private static final Duration GONE = Duration.ofHours(1);

    private final Map<String, TreeSet<Sending>> devices = new TreeMap<>();

    /** Facts of one time that arrived together. */
    private record Sending(Instant learned, Instant at) {
        static final Comparator<Sending> ORDER =
                Comparator.comparing(Sending::learned).thenComparing(Sending::at);

        Duration delay() {
            return Duration.between(at, learned);
        }
    }

    /**
     * A device has sent a fact.
     *
     * @param at when it was so by the device's clock
     * @param learned when it arrived by the program's
     */
    void heard(String device, Instant at, Instant learned) {
        TreeSet<Sending> sendings =
                devices.computeIfAbsent(device, name -> new TreeSet<>(Sending.ORDER));
        sendings.add(new Sending(learned, at));
        if (sendings.size() > SENDINGS) {
            sendings.pollFirst();
        }
        devices.values().removeIf(other -> other.last().learned().plus(GONE).isBefore(learned));
    }

    /**
     * Whether the past is being sent in one go, after an admission or a failure of the network: the
     * device's times then run on much faster than the program's, and nothing is wrong with its
     * clock.
     */
    private static boolean isCaughtUpOn(NavigableSet<Sending> sendings) {
        Duration arrivals = Duration.between(sendings.first().learned(), sendings.last().learned());
        Instant earliest = sendings.stream().map(Sending::at).min(Comparator.naturalOrder()).get();
        Instant latest = sendings.stream().map(Sending::at).max(Comparator.naturalOrder()).get();
        return Duration.between(earliest, latest).compareTo(arrivals.multipliedBy(2)) > 0;
    }

    /** How it is after what was heard last. */
    Level look(SitePolicy policy) {
        Duration most = policy.get(Settings.CLOCK_SKEW);
        for (Map.Entry<String, TreeSet<Sending>> device : devices.entrySet()) {
            TreeSet<Sending> sendings = device.getValue();
            Duration least =
                    sendings.stream().map(Sending::delay).min(Comparator.naturalOrder()).get();
            boolean ahead = least.negated().compareTo(most) > 0;
            boolean behind =
                    sendings.size() == SENDINGS
                            && least.compareTo(most) > 0
                            && !isCaughtUpOn(sendings);
            if (ahead || behind) {
                String cause =
                        ahead
                                ? "clock of %s is %s ahead"
                                : "clock of %s is behind, or its data come late, by %s";
                return Level.of(1, cause.formatted(device.getKey(), Wording.duration(least.abs())))
                        .since(sendings.last().learned());
            }
        }
        return Level.NONE;
    }
}
