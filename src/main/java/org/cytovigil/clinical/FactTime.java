package org.cytovigil.clinical;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a fact can have been so when it is said to have been. */
// [impl->req~grading.bad-input~1]
public final class FactTime {
    /** Before this nobody was treated with CAR-T cells; shifted dates of past cases lie later. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** MIMIC-IV shifts dates into the years up to 2200; beyond, a clock or a field is wrong. */
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");

    /** How far apart the clocks of a ward may go; a fact so little ahead waits for its time. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final double HOURS_PER_YEAR = 365.2425 * 24;
    private static final double OLDEST_YEARS = 130;

    private FactTime() {}

    /**
     * Why the time cannot be; empty when it can. Of a stay that is watched live, a fact cannot lie
     * further ahead of the moment it was learned than clocks go apart; a past course keeps the
     * shifted times it came with.
     *
     * @param at when it is said to have been so
     * @param learned when the program learned it
     */
    public static Optional<String> fault(Stay stay, Instant at, Instant learned) {
        Optional<String> fault = fault(stay, at);
        if (fault.isPresent() || stay.origin() != Stay.Origin.LIVE || !at.isAfter(learned)) {
            return fault;
        }
        return isAhead(at, learned)
                ? Optional.of(
                        "the time %s lies after %s, when it was charted".formatted(at, learned))
                : Optional.empty();
    }

    /**
     * Why what is charted now for a patient who is here cannot have been so yet; empty when it can.
     * That is for rows that somebody can put right; what was charted is told by {@link #fault(Stay,
     * Instant, Instant)}.
     *
     * @param received now
     */
    public static Optional<String> ahead(Instant at, Instant received) {
        return isAhead(at, received)
                ? Optional.of("its time is more than five minutes ahead of the program's")
                : Optional.empty();
    }

    /** Whether it lies further ahead of the moment it was learned than clocks go apart. */
    public static boolean isAhead(Instant at, Instant learned) {
        return at.isAfter(learned) && Duration.between(learned, at).compareTo(CLOCKS_APART) > 0;
    }

    /** Why the time cannot be, whenever it was learned; empty when it can. */
    public static Optional<String> fault(Stay stay, Instant at) {
        if (!isPossible(at)) {
            return Optional.of("the time " + at + " cannot be");
        }
        Double age = stay.patient().ageYears();
        Instant treated = stay.dayZero();
        if (age != null && age >= 0 && age <= OLDEST_YEARS && isPossible(treated)) {
            // The age is known to the year: a whole year before it is nobody's birth.
            Duration most = Duration.ofHours(Math.round((age + 1) * HOURS_PER_YEAR));
            if (at.isBefore(treated.minus(most))) {
                return Optional.of("the time " + at + " lies before the patient's birth");
            }
        }
        return Optional.empty();
    }

    /** Whether anything at all can have happened then to a patient treated with cells. */
    public static boolean isPossible(Instant at) {
        return !at.isBefore(EARLIEST) && !at.isAfter(LATEST);
    }

    /** The moment itself, or the nearest at which anything can have happened. */
    public static Instant nearestPossible(Instant at) {
        if (at.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return at.isAfter(LATEST) ? LATEST : at;
    }
}
