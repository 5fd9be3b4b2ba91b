package org.cytovigil.feed.hl7;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytovigil.clinical.FactTime;

/** Reads the times of messages. */
// [impl->req~feed.hl7.local-time~1]
final class Hl7Time {
    private static final Pattern TIME =
            Pattern.compile(
                    "(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(?:(\\d{2})(?:\\.(\\d{1,9}))?)?([+-]\\d{4})?");
    private static final Pattern OFFSET = Pattern.compile(".*([+-]\\d{4})");

    /** As far as the clocks of a ward may go apart. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final Duration FARTHEST_OFFSET = Duration.ofHours(14);

    private Hl7Time() {}

    /**
     * Reads a time.
     *
     * @param text in the form of HL7, at least to the minute
     * @param zone for a time without an offset of its own
     * @param received when it arrived: of the hour that a zone has twice a year it is the later one
     *     that can have been by then
     * @return empty when it is no time, is not told to the minute, or does not exist in that zone
     */
    static Optional<Instant> read(String text, ZoneId zone, Instant received) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = local(parts);
            List<ZoneOffset> offsets =
                    parts.group(8) == null
                            ? zone.getRules().getValidOffsets(local)
                            : List.of(offset(parts.group(8)));
            // The earlier moment comes first.
            Optional<Instant> found = offsets.stream().findFirst().map(local::toInstant);
            Instant soon = received.plus(CLOCKS_APART);
            for (ZoneOffset offset : offsets) {
                Instant other = local.toInstant(offset);
                found = other.isAfter(soon) ? found : Optional.of(other);
            }
            return found.filter(FactTime::isPossible);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(Matcher parts) {
        return LocalDateTime.of(
                number(parts.group(1)),
                number(parts.group(2)),
                number(parts.group(3)),
                number(parts.group(4)),
                number(parts.group(5)),
                parts.group(6) == null ? 0 : number(parts.group(6)),
                parts.group(7) == null ? 0 : nanos(parts.group(7)));
    }

    /**
     * The zone of a message's times without an offset: that of its own time, if that has one. An
     * offset that the site has at that moment means the site, which may have had another one an
     * hour before.
     */
    static ZoneId zone(String messageTime, ZoneId site) {
        Matcher offset = OFFSET.matcher(messageTime);
        try {
            if (!offset.matches()) {
                return site;
            }
            ZoneOffset named = offset(offset.group(1));
            Optional<Instant> sent =
                    read(messageTime, site, Instant.MAX.minus(CLOCKS_APART))
                            .filter(at -> site.getRules().getOffset(at).equals(named));
            return sent.isPresent() && !comesAgain(sent.get(), site) ? site : named;
        } catch (DateTimeException e) {
            return site;
        }
    }

    /**
     * Whether the clocks of a site will show the same time again: what is told then has not been
     * the second time, however late it arrives.
     */
    private static boolean comesAgain(Instant sent, ZoneId site) {
        ZoneOffsetTransition next = site.getRules().nextTransition(sent);
        return next != null
                && next.isOverlap()
                && !sent.isBefore(next.getInstant().plus(next.getDuration()));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** No place on earth is farther from Greenwich than 14 hours. */
    private static ZoneOffset offset(String text) {
        ZoneOffset offset = ZoneOffset.of(text);
        if (Math.abs(offset.getTotalSeconds()) > FARTHEST_OFFSET.toSeconds()) {
            throw new DateTimeException("no offset of any place");
        }
        return offset;
    }

    private static int nanos(String digits) {
        // As exact as what is kept.
        return number((digits + "000").substring(0, 3)) * 1_000_000;
    }
}
