package org.cytovigil.grading;

import static org.cytovigil.grading.Situation.HOUR;

/**
 * What is charted of the pressure.
 *
 * @see OracleTables for what it means
 */
@SuppressWarnings("ImmutableEnumChecker") // nobody writes to the arrays
enum Push {
    NORMAL(Told.NORMAL, false),
    LOW(Told.LOW, false),
    NEVER(Told.UNKNOWN, false),
    STALE(Told.UNKNOWN, false),
    STATED(Told.NORMAL, true),
    STATED_LOW(Told.LOW, true),
    STATED_NEVER(Told.UNKNOWN, true),
    STATED_EARLIER(Told.NORMAL, false),
    BOLUS(Told.NORMAL, false, 6 * HOUR),
    BOLUS_LOW(Told.LOW, false, 6 * HOUR),
    BOLUS_NEVER(Told.UNKNOWN, false, 6 * HOUR),
    BOLUS_STALE(Told.UNKNOWN, false, 6 * HOUR),
    BOLUS_OLD(Told.NORMAL, false, 6 * HOUR + 1),
    BOLUS_OLD_LOW(Told.LOW, false, 6 * HOUR + 1),
    BOLUSES(Told.NORMAL, false, 24 * HOUR, 6 * HOUR),
    BOLUSES_LOW(Told.LOW, false, 24 * HOUR, 6 * HOUR),
    BOLUSES_NEVER(Told.UNKNOWN, false, 24 * HOUR, 6 * HOUR),
    BOLUSES_OLD(Told.NORMAL, false, 24 * HOUR, 7 * HOUR),
    BOLUSES_APART(Told.NORMAL, false, 24 * HOUR + 1, 6 * HOUR),
    MEAN_LOW(Told.NORMAL, false),
    MEAN_AT(Told.NORMAL, false),
    RELATIVE_LOW(Told.NORMAL, false),
    RELATIVE_AT(Told.NORMAL, false);

    /** By the systolic limit of the age alone. */
    final Told systolic;

    final boolean stated;
    final long[] boluses;

    Push(Told systolic, boolean stated, long... boluses) {
        this.systolic = systolic;
        this.stated = stated;
        this.boluses = boluses;
    }

    /** What a reading says: below the limit, at it, or nothing. */
    enum Told {
        LOW,
        NORMAL,
        UNKNOWN
    }
}
