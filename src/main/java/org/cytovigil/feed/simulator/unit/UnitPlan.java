package org.cytovigil.feed.simulator.unit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated unit is to be.
 *
 * @param beds how many, 1 to 200
 * @param seed which of the units of that size
 * @param start when it goes live
 * @param history for how long before the start its monitors have been sending; the charts of those
 *     who lie there then go back to their admissions, unless this is zero
 * @param speed how many times as fast as life courses go from the start on, above 0 and at most
 *     3600
 * @param every how often a monitor sends from the start on, 1 s or more
 * @param hoursAtStart how long after the infusion every bed is at the start, 0 to 239; {@code null}
 *     for each bed an hour of its own, near its fever more often than not
 * @param faults how much goes wrong
 * @param dialect how monitors speak
 * @param processing MSH-11
 * @param zone of the ward, for day and night
 */
public record UnitPlan(
        int beds,
        long seed,
        Instant start,
        Duration history,
        double speed,
        Duration every,
        @Nullable Double hoursAtStart,
        FaultLevel faults,
        Dialect dialect,
        String processing,
        ZoneId zone) {
    /** The longest history: no course is longer. */
    public static final Duration LONGEST_HISTORY = Duration.ofDays(14);

    /** Monitors of the past send no more often than this. */
    static final Duration EVERY_IN_HISTORY = Duration.ofMinutes(5);

    private static final int MOST_BEDS = 200;
    private static final double FASTEST = 3_600;
    private static final double SHORTEST_COURSE_HOURS = 240;

    /** How much goes wrong in a unit. */
    public enum FaultLevel {
        NONE,
        SOME,
        MANY
    }

    /** How monitors speak. */
    public enum Dialect {
        /** IHE PCD-01 with the codes of IEEE 11073 (MDC), HL7 2.6. */
        PCD,
        /** LOINC and UCUM, HL7 2.5.1, as a record system or gateway passes them on. */
        LOINC
    }

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException when one is not kept, in words
     */
    public UnitPlan {
        require(beds >= 1 && beds <= MOST_BEDS, "a unit has 1 to 200 beds");
        require(speed > 0 && speed <= FASTEST, "the speed is above 0 and at most 3600");
        require(every.compareTo(Duration.ofSeconds(1)) >= 0, "monitors send every second at most");
        require(every.compareTo(Duration.ofDays(1)) <= 0, "monitors send every day at least");
        require(
                !history.isNegative() && history.compareTo(LONGEST_HISTORY) <= 0,
                "the history is 0 to 14 days");
        require(
                hoursAtStart == null || (hoursAtStart >= 0 && hoursAtStart < SHORTEST_COURSE_HOURS),
                "the start is 0 to 239 hours after the infusion");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** A unit live from that moment, with two days of history, and nothing wrong. */
    public static UnitPlan of(int beds, long seed, Instant start, ZoneId zone) {
        return new UnitPlan(
                beds,
                seed,
                start,
                Duration.ofDays(2),
                1,
                Duration.ofMinutes(1),
                null,
                FaultLevel.NONE,
                Dialect.PCD,
                "P",
                zone);
    }

    /** The same with faults. */
    public UnitPlan with(FaultLevel level) {
        return new UnitPlan(
                beds,
                seed,
                start,
                history,
                speed,
                every,
                hoursAtStart,
                level,
                dialect,
                processing,
                zone);
    }

    /** The same with monitors that speak so. */
    public UnitPlan speaking(Dialect other) {
        return new UnitPlan(
                beds,
                seed,
                start,
                history,
                speed,
                every,
                hoursAtStart,
                faults,
                other,
                processing,
                zone);
    }

    /** The same with another history, speed and cadence. */
    public UnitPlan timed(Duration before, double faster, Duration cadence) {
        return new UnitPlan(
                beds,
                seed,
                start,
                before,
                faster,
                cadence,
                hoursAtStart,
                faults,
                dialect,
                processing,
                zone);
    }

    /** The same with every bed so many hours after its infusion at the start. */
    public UnitPlan startingAt(double hours) {
        return new UnitPlan(
                beds, seed, start, history, speed, every, hours, faults, dialect, processing, zone);
    }

    Pace pace() {
        return new Pace(start, speed);
    }

    /** The time between two messages of a monitor before the start. */
    Duration everyInHistory() {
        return every.compareTo(EVERY_IN_HISTORY) > 0 ? every : EVERY_IN_HISTORY;
    }
}
