package org.cytovigil.ui.admission;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytovigil.grading.Wording;
import org.jspecify.annotations.Nullable;

/** Reads what people type: numbers, ages, times of the day. */
final class Typed {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");
    private static final Pattern YEARS = Pattern.compile("(\\d+(?:[.,]\\d+)?) ?(?:y|years)?");
    private static final Pattern MONTHS = Pattern.compile("(\\d+) ?(?:m|mo|months)");
    private static final double DAYS_PER_YEAR = 365.2425;

    /** Younger patients have their age in fractions of years. */
    private static final int INFANT_YEARS = 2;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd H:mm", Locale.ROOT);
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Typed() {}

    /** A number with a point or a comma; {@code null} when it is none. */
    static @Nullable Double number(String text) {
        return NUMBER.matcher(text).matches() ? Double.valueOf(text.replace(',', '.')) : null;
    }

    /**
     * An age in years from "61", "61 y", "8 m" (months) or a date of birth "1964-05-30".
     *
     * @param today the day on which the patient is so old
     * @return {@code null} when it is none; negative for a date of birth that lies ahead
     */
    static @Nullable Double age(String text, LocalDate today) {
        String line = text.toLowerCase(Locale.ROOT);
        Matcher months = MONTHS.matcher(line);
        if (months.matches()) {
            return Double.parseDouble(months.group(1)) / 12;
        }
        Matcher years = YEARS.matcher(line);
        if (years.matches()) {
            return number(years.group(1));
        }
        try {
            LocalDate born = LocalDate.parse(line);
            double age = ChronoUnit.DAYS.between(born, today) / DAYS_PER_YEAR;
            return age < INFANT_YEARS ? age : (double) ChronoUnit.YEARS.between(born, today);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** An age as it is typed: "61", for infants "8 m"; empty for none. */
    static String age(@Nullable Double years) {
        if (years == null) {
            return "";
        }
        return years < INFANT_YEARS ? Math.round(years * 12) + " m" : Wording.number(years);
    }

    /**
     * A time: "14:05" of today, "2026-03-01 14:05", or "now".
     *
     * @return {@code null} when it is none
     */
    static @Nullable Instant time(String text, Instant now, ZoneId zone) {
        if (text.equalsIgnoreCase("now")) {
            return now.truncatedTo(ChronoUnit.MINUTES);
        }
        try {
            LocalDateTime typed =
                    text.length() <= 5
                            ? LocalTime.parse(text, TIME).atDate(LocalDate.ofInstant(now, zone))
                            : LocalDateTime.parse(text.replace('T', ' '), MOMENT);
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(typed);
            // An hour that the clock skips is none; of one that comes twice the later counts, as
            // everywhere else, unless that is still to come.
            if (offsets.isEmpty()) {
                return null;
            }
            Instant later = typed.toInstant(offsets.getLast());
            return later.isAfter(now) ? typed.toInstant(offsets.getFirst()) : later;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A time as it is typed, with its date. */
    static String time(Instant at, ZoneId zone) {
        return SHOWN.format(at.atZone(zone));
    }
}
