package org.cytovigil.feed.hl7;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The age of a patient by the date of birth (PID-7). */
final class Birth {
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private static final Pattern YEAR_AND_MONTH = Pattern.compile("\\d{4}(?:\\d{2})?");

    /** Younger patients have their age in fractions of years. */
    private static final int INFANT_YEARS = 2;

    /** Nobody who is treated is older; systems write 1 January 1900 for a date they do not know. */
    private static final int OLDEST_YEARS = 120;

    private static final double DAYS_PER_YEAR = 365.2425;

    private Birth() {}

    /**
     * The age in years, with a fraction for infants; by the middle of the year or month when only
     * that is told.
     *
     * @param born the date in the form of HL7
     * @param at when
     * @param zone whose day it was then
     * @return {@code null} when it is no date, or not one that can be
     */
    static @Nullable Double age(String born, Instant at, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        LocalDate date = date(born, day);
        if (date == null || fault(date, day) != null) {
            return null;
        }
        double years = ChronoUnit.DAYS.between(date, day) / DAYS_PER_YEAR;
        return years < INFANT_YEARS
                ? Math.max(0, years)
                : (double) ChronoUnit.YEARS.between(date, day);
    }

    /** Why a date says nothing of the age, without the date; empty when it does or is none. */
    static Optional<String> fault(String born, Instant at, ZoneId zone) {
        if (born.isEmpty() || born.equals("\"\"")) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofInstant(at, zone);
        LocalDate date = date(born, day);
        return Optional.ofNullable(
                date == null
                        ? "the date of birth cannot be read: the age is not taken from it"
                        : fault(date, day));
    }

    private static @Nullable String fault(LocalDate born, LocalDate day) {
        if (born.isAfter(day)) {
            return "the date of birth lies ahead: the age is not taken from it";
        }
        return ChronoUnit.YEARS.between(born, day) > OLDEST_YEARS
                ? "by the date of birth the age is above %d years: it is not taken from it"
                        .formatted(OLDEST_YEARS)
                : null;
    }

    private static @Nullable LocalDate date(String text, LocalDate day) {
        try {
            if (YEAR_AND_MONTH.matcher(text).matches()) {
                boolean ofMonth = text.length() > 4;
                LocalDate first = LocalDate.parse(text + (ofMonth ? "01" : "0101"), DATE);
                LocalDate middle = ofMonth ? first.withDayOfMonth(15) : first.withMonth(7);
                // Of a span that is not over yet only a part can be.
                return middle.isAfter(day) && !first.isAfter(day) ? day : middle;
            }
            return LocalDate.parse(text.substring(0, Math.min(8, text.length())), DATE);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
