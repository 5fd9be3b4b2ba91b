package org.cytovigil.feed.hl7;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytovigil.clinical.FactTime;

/** Reads the times of messages. */
final class Hl7Time {
    private static final Pattern TIME =
            Pattern.compile(
                    "(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(?:(\\d{2})(?:\\.(\\d{1,4}))?)?([+-]\\d{4})?");
    private static final Pattern OFFSET = Pattern.compile(".*([+-]\\d{4})");

    private Hl7Time() {}

    /**
     * Reads a time.
     *
     * @param text in the form of HL7, at least to the minute
     * @param zone for a time without an offset of its own
     * @return empty when it is no time, is not told to the minute, or does not exist in that zone.
     *     Of the hour that a zone has twice a year it is the first
     */
    static Optional<Instant> read(String text, ZoneId zone) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local =
                    LocalDateTime.of(
                            number(parts.group(1)),
                            number(parts.group(2)),
                            number(parts.group(3)),
                            number(parts.group(4)),
                            number(parts.group(5)),
                            parts.group(6) == null ? 0 : number(parts.group(6)),
                            parts.group(7) == null ? 0 : nanos(parts.group(7)));
            List<ZoneOffset> offsets =
                    parts.group(8) == null
                            ? zone.getRules().getValidOffsets(local)
                            : List.of(ZoneOffset.of(parts.group(8)));
            return offsets.stream().findFirst().map(local::toInstant).filter(FactTime::isPossible);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The zone of a message's times without an offset: that of its own time, if that has one. */
    static ZoneId zone(String messageTime, ZoneId site) {
        Matcher offset = OFFSET.matcher(messageTime);
        try {
            return offset.matches() ? ZoneOffset.of(offset.group(1)) : site;
        } catch (DateTimeException e) {
            return site;
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int nanos(String digits) {
        return number((digits + "000000000").substring(0, 9));
    }
}
