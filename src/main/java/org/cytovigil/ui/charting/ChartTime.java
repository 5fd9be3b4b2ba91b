package org.cytovigil.ui.charting;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytovigil.clinical.FactTime;
import org.cytovigil.ui.theme.Texts;

/** When something was so, as people type it. */
sealed interface ChartTime {
    /**
     * It can be told.
     *
     * @param at when it was so
     */
    record At(Instant at) implements ChartTime {}

    /** It cannot. */
    record Refused(String reason) implements ChartTime {}

    DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    Pattern BEFORE = Pattern.compile("-\\s*(\\d{1,4})\\s*(min|m|h)?");
    Pattern CLOCK = Pattern.compile("(\\d{1,2})[:.]?(\\d{2})");
    Pattern DATED = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})[ T](\\d{1,2}):?(\\d{2})");

    /**
     * A clock time that is still to come today was yesterday when that is at most so long ago, as
     * after midnight; else it is a slip.
     */
    Duration OF_YESTERDAY = Duration.ofHours(12);

    /** A time that is past, as lists show it: "7 Jan 05:44". */
    static String shown(Instant at, ZoneId zone) {
        return SHOWN.format(at.atZone(zone));
    }

    /**
     * Reads a time: nothing for now, "14:05", "-20 min", "-2 h", or "2026-03-01 14:05".
     *
     * @param zone in which it was typed
     */
    static ChartTime parse(String text, Instant now, ZoneId zone) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return new At(now);
        }
        Matcher before = BEFORE.matcher(typed);
        if (before.matches()) {
            long amount = Long.parseLong(before.group(1));
            boolean hours = "h".equals(before.group(2));
            return new At(now.minus(hours ? Duration.ofHours(amount) : Duration.ofMinutes(amount)));
        }
        try {
            Matcher dated = DATED.matcher(typed);
            if (dated.matches()) {
                LocalDate day = LocalDate.of(number(dated, 1), number(dated, 2), number(dated, 3));
                return there(day.atTime(number(dated, 4), number(dated, 5)), now, zone);
            }
            Matcher clock = CLOCK.matcher(typed);
            if (clock.matches()) {
                return today(LocalTime.of(number(clock, 1), number(clock, 2)), now, zone);
            }
        } catch (DateTimeException e) {
            return new Refused(Texts.of("charting.time.impossible", typed));
        }
        return new Refused(Texts.of("charting.time.unread", typed));
    }

    private static ChartTime today(LocalTime clock, Instant now, ZoneId zone) {
        LocalDate day = now.atZone(zone).toLocalDate();
        ChartTime today = there(day.atTime(clock), now, zone);
        if (today instanceof At) {
            return today;
        }
        ChartTime yesterday = there(day.minusDays(1).atTime(clock), now, zone);
        return yesterday instanceof At at
                        && Duration.between(at.at(), now).compareTo(OF_YESTERDAY) <= 0
                ? yesterday
                : today;
    }

    private static ChartTime there(LocalDateTime local, Instant now, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            return new Refused(Texts.of("charting.time.skipped"));
        }
        // In the hour that comes twice the later one counts, unless that is still to come.
        Instant at = local.toInstant(offsets.getLast());
        if (FactTime.isAhead(at, now)) {
            at = local.toInstant(offsets.getFirst());
        }
        return FactTime.isAhead(at, now)
                ? new Refused(Texts.of("charting.time.ahead"))
                : new At(at);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
