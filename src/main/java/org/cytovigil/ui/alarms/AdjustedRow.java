package org.cytovigil.ui.alarms;

import java.time.ZoneId;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.monitor.AdjustedAlarm;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.theme.Texts;

/**
 * An alarm whose settings are others for one patient, as a line of the list.
 *
 * @param key which
 * @param who whose it is, by two identifiers
 * @param what its kind, and in what it differs
 * @param why until when, by whom and for what reason
 */
public record AdjustedRow(AlarmKey key, String who, String what, String why) {
    static AdjustedRow of(UnitSnapshot unit, AdjustedAlarm adjusted, ZoneId zone) {
        return new AdjustedRow(
                adjusted.key(),
                AlarmWords.identity(unit, adjusted.key()),
                Texts.of(
                        "alarms.hidden.holds",
                        AlarmWords.kind(adjusted.key().kind()),
                        AdjustmentWords.change(adjusted.adjustment().change())),
                AdjustmentWords.why(adjusted.adjustment(), unit.at(), zone));
    }
}
