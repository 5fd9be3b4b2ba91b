package org.cytovigil.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cytovigil.clinical.Stay;

/** Whether a fact can have been so when it is said to have been. */
public final class FactTime {
    /** Before this nobody was treated with CAR-T cells; shifted dates of past cases lie later. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** MIMIC-IV shifts dates into the years up to 2200; beyond, a clock or a field is wrong. */
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");

    private static final double HOURS_PER_YEAR = 365.2425 * 24;

    private FactTime() {}

    /**
     * Why the time cannot be; empty when it can. Whether it lies in the future is for the feeds to
     * say: a replayed fact has a time of its own.
     */
    public static Optional<String> fault(Stay stay, Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            return Optional.of("the time " + at + " cannot be");
        }
        Double age = stay.patient().ageYears();
        if (age != null && Double.isFinite(age)) {
            // The age is known to the year: a whole year before it is nobody's birth.
            Duration most = Duration.ofHours(Math.round((age + 1) * HOURS_PER_YEAR));
            if (at.isBefore(stay.infusion().at().minus(most))) {
                return Optional.of("the time " + at + " lies before the patient's birth");
            }
        }
        return Optional.empty();
    }
}
