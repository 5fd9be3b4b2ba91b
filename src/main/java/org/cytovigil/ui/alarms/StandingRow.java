package org.cytovigil.ui.alarms;

import java.time.ZoneId;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.theme.Texts;

/**
 * An alarm that stands, as a line of the list.
 *
 * @param alarm which
 * @param who whose it is, by two identifiers
 * @param what its cause
 * @param answer since when it waits, or who answered what; what is otherwise for this patient
 */
public record StandingRow(Alarm alarm, String who, String what, String answer) {
    static StandingRow of(UnitSnapshot unit, Alarm alarm, ZoneId zone) {
        String adjusted = AdjustmentWords.mark(unit, alarm.key(), zone);
        String answer = AlarmWords.answer(alarm, unit.at());
        return new StandingRow(
                alarm,
                AlarmWords.identity(unit, alarm.key()),
                AlarmWords.cause(alarm.condition()),
                adjusted.isEmpty() ? answer : Texts.of("alarms.adjusted", answer, adjusted));
    }
}
