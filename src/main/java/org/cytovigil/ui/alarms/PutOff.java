package org.cytovigil.ui.alarms;

import java.time.Duration;
import org.cytovigil.ui.theme.Texts;

/** For how long an alarm can be put off. */
public enum PutOff {
    QUARTER_HOUR(15),
    HALF_HOUR(30),
    HOUR(60),
    FOUR_HOURS(240);

    private final Duration span;

    PutOff(int minutes) {
        this.span = Duration.ofMinutes(minutes);
    }

    /** How long. */
    public Duration span() {
        return span;
    }

    /** "15 min". */
    public String words() {
        return Texts.of("answer.span." + name());
    }
}
