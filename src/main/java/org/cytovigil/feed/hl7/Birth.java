package org.cytovigil.feed.hl7;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The age of a patient by the date of birth (PID-7). */
final class Birth {
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    /** Younger patients have their age in fractions of years. */
    private static final int INFANT_YEARS = 2;

    /** Nobody who is treated is older; systems write 1 January 1900 for a date they do not know. */
    private static final int OLDEST_YEARS = 120;

    private static final double DAYS_PER_YEAR = 365.2425;

    private Birth() {}

    /**
     * The age in years, with a fraction for infants.
     *
     * @param born the date in the form of HL7
     * @param at when
     * @return {@code null} when it is no date, or not one that can be
     */
    static @Nullable Double age(String born, Instant at) {
        LocalDate date = date(born);
        if (date == null || fault(date, at) != null) {
            return null;
        }
        LocalDate day = day(at);
        double years = ChronoUnit.DAYS.between(date, day) / DAYS_PER_YEAR;
        return years < INFANT_YEARS
                ? Math.max(0, years)
                : (double) ChronoUnit.YEARS.between(date, day);
    }

    /** Why a date cannot be that of a birth, without the date; empty when it can or is none. */
    static Optional<String> fault(String born, Instant at) {
        LocalDate date = date(born);
        return Optional.ofNullable(date == null ? null : fault(date, at));
    }

    private static @Nullable String fault(LocalDate born, Instant at) {
        LocalDate day = day(at);
        // East of Greenwich it is a day later.
        if (born.isAfter(day.plusDays(1))) {
            return "the date of birth lies ahead: the age is unknown";
        }
        return ChronoUnit.YEARS.between(born, day) > OLDEST_YEARS
                ? "by the date of birth the age is above %d years: it is unknown"
                        .formatted(OLDEST_YEARS)
                : null;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text.substring(0, Math.min(8, text.length())), DATE);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
