package org.cytovigil.feed.simulator.unit;

import java.time.Duration;
import java.time.Instant;

/**
 * How the time of the courses goes with that of the clock: alike up to the start, and from there on
 * so many times as fast.
 *
 * @param start when the unit goes live
 * @param speed hours of a course in an hour of the clock, from the start on
 */
record Pace(Instant start, double speed) {
    private static final double HOUR = 3_600_000;

    /** The moment of an hour of the courses, counted from the start. */
    Instant at(double hour) {
        double real = hour > 0 ? hour / speed : hour;
        return start.plusMillis(Math.round(real * HOUR));
    }

    /** The hour of the courses at a moment, counted from the start. */
    double hour(Instant at) {
        double real = Duration.between(start, at).toMillis() / HOUR;
        return real > 0 ? real * speed : real;
    }
}
