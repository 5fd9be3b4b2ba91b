package org.cytovigil.ui.theme;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.cytovigil.clinical.Stay;

/**
 * Time as the ward counts it: days and hours since the infusion of cells; day 0 is the first 24
 * hours. While no infusion is charted there are no days, only hours since the admission, and every
 * word says so: a day counted from an admission would be read as one after the infusion.
 *
 * @param zero from when it is counted
 * @param infused whether that is the infusion
 */
// [impl->req~ui.not-infused~1]
public record StayTime(Instant zero, boolean infused) {
    /** The time of a stay. */
    public static StayTime of(Stay stay) {
        return new StayTime(stay.dayZero(), stay.infusion() != null);
    }

    /**
     * "day 3 14:09"; before the infusion "day -1 22:00", counted so that the clock runs forward.
     * With no infusion charted "7:05 h after admission".
     */
    public String moment(Instant at) {
        if (!infused) {
            return sinceZero(at);
        }
        long minutes = Math.floorDiv(Duration.between(zero, at).toSeconds(), 60);
        long day = Math.floorDiv(minutes, 24 * 60);
        long rest = Math.floorMod(minutes, 24L * 60);
        return Texts.of(
                "time.day",
                Long.toString(day),
                String.format(Locale.ROOT, "%02d:%02d", rest / 60, rest % 60));
    }

    /** "62:05 h after infusion", "3:00 h to infusion"; with none charted the same of admission. */
    public String sinceZero(Instant at) {
        boolean before = at.isBefore(zero);
        String key =
                infused
                        ? (before ? "time.to-infusion" : "time.after-infusion")
                        : (before ? "time.to-admission" : "time.after-admission");
        return Texts.of(key, hours(before ? Duration.between(at, zero) : between(at)));
    }

    /** "62:05" hours, counted so that the clock runs forward. */
    public String hours(Instant at) {
        Duration since = between(at);
        return since.isNegative() ? "-" + hours(since.negated()) : hours(since);
    }

    private Duration between(Instant at) {
        return Duration.between(zero, at);
    }

    private static String hours(Duration time) {
        long minutes = time.toMinutes();
        return String.format(Locale.ROOT, "%d:%02d", minutes / 60, minutes % 60);
    }
}
