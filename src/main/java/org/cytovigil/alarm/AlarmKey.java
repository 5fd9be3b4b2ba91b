package org.cytovigil.alarm;

import org.cytovigil.clinical.StayId;

/**
 * Names one alarm: a kind of condition of one stay, or of the unit.
 *
 * @param stay of whom it is, or {@link #UNIT}
 * @param kind of condition
 */
public record AlarmKey(StayId stay, AlarmKind kind) {
    /**
     * Stands in place of a stay for what concerns the whole unit. No stay has this id: that of a
     * stay has no blank at its end.
     */
    public static final StayId UNIT = new StayId("the unit ");

    /** Names an alarm of the unit. */
    public static AlarmKey ofUnit(AlarmKind kind) {
        return new AlarmKey(UNIT, kind);
    }

    /** Whether it concerns the whole unit. */
    public boolean concernsTheUnit() {
        return stay.equals(UNIT);
    }
}
