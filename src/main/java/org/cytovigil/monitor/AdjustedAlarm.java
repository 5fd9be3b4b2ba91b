package org.cytovigil.monitor;

import org.cytovigil.alarm.AlarmAdjustment;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.clinical.StayId;

/**
 * An alarm whose settings are others for its patient than for the unit, whether it stands or not.
 *
 * @param key which
 * @param adjustment what is otherwise, who decided it, why and until when
 */
public record AdjustedAlarm(AlarmKey key, AlarmAdjustment adjustment) {
    static AdjustedAlarm of(StayId stay, AlarmAdjustment adjustment) {
        return new AdjustedAlarm(new AlarmKey(stay, adjustment.kind()), adjustment);
    }
}
