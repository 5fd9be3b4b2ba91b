package org.cytovigil.ui.trend;

import java.time.Duration;
import java.time.Instant;

/**
 * The stretch of time that a chart shows; immutable.
 *
 * @param from the left edge
 * @param to the right edge, after {@code from}
 */
public record VisibleTime(Instant from, Instant to) {
    private static final Duration NARROWEST = Duration.ofMinutes(30);
    private static final Duration WIDEST = Duration.ofDays(120);

    /** How long it is. */
    public Duration span() {
        return Duration.between(from, to);
    }

    /** Whether a moment lies within, both edges included. */
    public boolean contains(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    VisibleTime shifted(Duration by) {
        return new VisibleTime(from.plus(by), to.plus(by));
    }

    /**
     * Longer or shorter about a moment that keeps its place, within half an hour and 120 days.
     *
     * @param factor above 1 shows more time, below 1 less
     */
    VisibleTime zoomed(double factor, Instant about) {
        double span = span().toMillis();
        double wanted =
                Math.clamp(
                        span * factor, (double) NARROWEST.toMillis(), (double) WIDEST.toMillis());
        long before = Math.round(Duration.between(from, about).toMillis() * wanted / span);
        Instant start = about.minusMillis(before);
        return new VisibleTime(start, start.plusMillis(Math.round(wanted)));
    }

    /** Moved so far that at least a tenth of it lies between two moments. */
    VisibleTime within(Instant first, Instant last) {
        Duration tenth = span().dividedBy(10);
        Duration tooEarly = Duration.between(to, first.plus(tenth));
        if (tooEarly.isPositive()) {
            return shifted(tooEarly);
        }
        Duration tooLate = Duration.between(last.minus(tenth), from);
        return tooLate.isPositive() ? shifted(tooLate.negated()) : this;
    }
}
