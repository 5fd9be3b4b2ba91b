package org.cytovigil.feed.clif;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;

/** A time as a file gives it. */
sealed interface Stamp {
    /** A moment. */
    record At(Instant instant) implements Stamp {}

    /** No moment, with the reason. */
    record Unusable(String reason) implements Stamp {}

    /** The length of a date: what follows it is a blank or a T. */
    int DATE = 10;

    // 2180-05-07 00:17:00+00, and with T, a fraction, +00:00 or Z; the zone may be absent only to
    // be told from nonsense.
    DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendLiteral('T')
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .optionalStart()
                    .parseLenient()
                    .appendOffset("+HH:mm", "Z")
                    .optionalEnd()
                    .toFormatter()
                    .withResolverStyle(ResolverStyle.STRICT);

    /** Reads a time with its zone; without one it is nobody's guess. */
    static Stamp read(String text) {
        if (text.isEmpty()) {
            return new Unusable("no time");
        }
        try {
            String joined = text.length() > DATE && text.charAt(DATE) == ' ' ? withT(text) : text;
            TemporalAccessor time =
                    FORMAT.parseBest(joined, OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime zoned
                    ? new At(zoned.toInstant())
                    : new Unusable("no time zone: '%s'".formatted(text));
        } catch (DateTimeParseException e) {
            return new Unusable("unreadable time: '%s'".formatted(text));
        }
    }

    private static String withT(String text) {
        return text.substring(0, DATE) + 'T' + text.substring(DATE + 1);
    }
}
