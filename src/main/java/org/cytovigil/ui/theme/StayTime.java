package org.cytovigil.ui.theme;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Time as the ward counts it: days and hours since the infusion of cells; day 0 is the first 24
 * hours.
 */
public final class StayTime {
    private StayTime() {}

    /**
     * "day 3 14:09"; before the infusion "day -1 22:00", counted so that the clock runs forward.
     */
    public static String dayAndHour(Instant infusion, Instant at) {
        long minutes = Math.floorDiv(Duration.between(infusion, at).toSeconds(), 60);
        long day = Math.floorDiv(minutes, 24 * 60);
        long rest = Math.floorMod(minutes, 24L * 60);
        return Texts.of(
                "time.day",
                Long.toString(day),
                String.format(Locale.ROOT, "%02d:%02d", rest / 60, rest % 60));
    }

    /** "62:05" hours since the infusion. */
    public static String hours(Instant infusion, Instant at) {
        long minutes = Math.floorDiv(Duration.between(infusion, at).toSeconds(), 60);
        return String.format(
                Locale.ROOT,
                "%s%d:%02d",
                minutes < 0 ? "-" : "",
                Math.abs(minutes) / 60,
                Math.abs(minutes) % 60);
    }
}
