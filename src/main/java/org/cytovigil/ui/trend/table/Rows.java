package org.cytovigil.ui.trend.table;

import java.time.Duration;

/** What one row of the table stands for. */
public enum Rows {
    QUARTER_HOUR(15),
    HOUR(60),
    FOUR_HOURS(4 * 60),
    TWELVE_HOURS(12 * 60),
    /** A day of the calendar, which on two days of the year has another number of hours. */
    DAY(24 * 60),
    /** From one change of grade or reason to the next. */
    ASSESSMENT(0);

    private final int minutes;

    Rows(int minutes) {
        this.minutes = minutes;
    }

    /** How long a row is by the clock on the wall; zero for one an assessment. */
    Duration length() {
        return Duration.ofMinutes(minutes);
    }
}
