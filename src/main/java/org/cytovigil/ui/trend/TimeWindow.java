package org.cytovigil.ui.trend;

import java.time.Duration;
import java.time.Instant;

/** The spans of time that one key chooses. */
public enum TimeWindow {
    /** The last six hours. */
    SIX_HOURS("1"),
    /** The last 24 hours. */
    DAY("2"),
    /** Days 2 to 7 after the infusion, in which most CRS begins. */
    DAY_2_TO_7("3"),
    /** Everything so far. */
    ALL("4");

    private static final Duration MARGIN = Duration.ofHours(6);
    private static final Duration SHORTEST = Duration.ofDays(1);

    private final String key;

    TimeWindow(String key) {
        this.key = key;
    }

    /** The key that chooses it. */
    public String key() {
        return key;
    }

    /**
     * The times it shows.
     *
     * @param infusion the infusion of cells, or the admission while none is charted
     * @param earliest the beginning of the record
     * @param now the present
     */
    VisibleTime of(Instant infusion, Instant earliest, Instant now) {
        return switch (this) {
            case SIX_HOURS -> last(Duration.ofHours(6), now);
            case DAY -> last(Duration.ofHours(24), now);
            case DAY_2_TO_7 ->
                    new VisibleTime(
                            infusion.plus(Duration.ofDays(2)).minus(MARGIN),
                            infusion.plus(Duration.ofDays(8)).plus(MARGIN));
            case ALL -> {
                Duration all = Duration.between(earliest, now);
                Duration span = all.compareTo(SHORTEST) < 0 ? SHORTEST : all;
                yield new VisibleTime(
                        earliest.minus(span.dividedBy(50)),
                        earliest.plus(span).plus(span.dividedBy(25)));
            }
        };
    }

    private static VisibleTime last(Duration span, Instant now) {
        return new VisibleTime(now.minus(span), now.plus(span.dividedBy(24)));
    }
}
