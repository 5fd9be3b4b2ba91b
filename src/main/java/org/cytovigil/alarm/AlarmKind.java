package org.cytovigil.alarm;

/** The conditions that raise an alarm; of each kind a stay has at most one. */
public enum AlarmKind {
    /** The grade on the unit's scale rose. */
    GRADE_RISE,
    /** A fact that the grade needs is stale or was never charted. */
    STALE_DATA,
    /** The devices of a stay have sent nothing for longer than is usual for them. */
    NO_DATA,
    /** A device's clock is off, or its data keep coming late. */
    CLOCK_SKEW
}
