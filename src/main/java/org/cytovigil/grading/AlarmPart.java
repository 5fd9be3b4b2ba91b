package org.cytovigil.grading;

import java.util.Locale;

/** What can be set of a kind of alarm. */
public enum AlarmPart {
    /** How urgent it is. */
    PRIORITY,
    /** From which grade on it is of medium priority. */
    MEDIUM_FROM,
    /** From which grade on it is of high priority. */
    HIGH_FROM,
    /** How long the condition must hold before it is raised. */
    DELAY,
    /** How long the condition must be gone before it is over. */
    CLEAR_AFTER,
    /** After how long an answered condition that lasts is raised again. */
    REMIND_AFTER,
    /** What to do. */
    GUIDANCE;

    /** Its name in the policy file, for instance "clear-after". */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
