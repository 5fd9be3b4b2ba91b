package org.cytovigil.feed.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytovigil.clinical.FactTime;

/** Reads the times of rows: ISO 8601, at least to the minute, with or without an offset. */
final class CsvTime {
    private static final Pattern TIME =
            Pattern.compile(
                    "(\\d{4})-(\\d{2})-(\\d{2})[Tt ] ?(\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
                            + " ?([Zz]|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final int SHOWN = 40;

    private CsvTime() {}

    /** A moment, or why the text is none. */
    sealed interface Read {
        /** It is one. */
        record At(Instant at) implements Read {}

        /** It is none, or it cannot be told which. */
        record Refused(String reason) implements Read {}
    }

    /**
     * Reads a time.
     *
     * @param zone for a time without an offset of its own. A time that it does not have, or has
     *     twice, is refused
     */
    static Read read(String text, ZoneId zone) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        Matcher parts = TIME.matcher(text);
        if (text.isEmpty()) {
            return new Read.Refused("no time");
        }
        if (!parts.matches()) {
            return new Read.Refused(
                    "'%s' is no time such as 2026-03-01 08:00 or 2026-03-01T08:00:00+01:00"
                            .formatted(shown));
        }
        try {
            String offset = parts.group(8);
            return at(shown, local(parts), offset == null ? zone : ZoneOffset.of(normal(offset)));
        } catch (DateTimeException e) {
            return new Read.Refused("'%s' is no time that there is".formatted(shown));
        }
    }

    private static String normal(String offset) {
        return offset.equalsIgnoreCase("z") ? "Z" : offset;
    }

    private static LocalDateTime local(Matcher parts) {
        String fraction = parts.group(7) == null ? "" : parts.group(7);
        return LocalDateTime.of(
                number(parts.group(1)),
                number(parts.group(2)),
                number(parts.group(3)),
                number(parts.group(4)),
                number(parts.group(5)),
                parts.group(6) == null ? 0 : number(parts.group(6)),
                number((fraction + "000000000").substring(0, 9)));
    }

    private static Read at(String shown, LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            return new Read.Refused(
                    "'%s' does not exist in %s: the clock was put forward".formatted(shown, zone));
        }
        if (offsets.size() > 1) {
            return new Read.Refused(
                    "'%s' comes twice in %s: give the offset, %s or %s"
                            .formatted(shown, zone, offsets.getFirst(), offsets.getLast()));
        }
        Instant at = local.toInstant(offsets.getFirst());
        return FactTime.isPossible(at)
                ? new Read.At(at)
                : new Read.Refused("the time '%s' cannot be".formatted(shown));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
