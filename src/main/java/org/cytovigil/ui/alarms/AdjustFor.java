package org.cytovigil.ui.alarms;

import java.time.Duration;
import org.cytovigil.alarm.AlarmAdjustment;
import org.cytovigil.ui.theme.Texts;

/** For how long settings can be others for one patient. */
public enum AdjustFor {
    FOUR_HOURS(Duration.ofHours(4)),
    TWELVE_HOURS(Duration.ofHours(12)),
    DAY(Duration.ofDays(1)),
    THREE_DAYS(Duration.ofDays(3)),
    LONGEST(AlarmAdjustment.LONGEST);

    private final Duration span;

    AdjustFor(Duration span) {
        this.span = span;
    }

    /** How long. */
    public Duration span() {
        return span;
    }

    /** "4 h". */
    public String words() {
        return Texts.of("adjust.span." + name());
    }
}
