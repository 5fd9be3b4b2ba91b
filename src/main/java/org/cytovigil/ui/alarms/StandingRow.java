package org.cytovigil.ui.alarms;

import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.UnitSnapshot;

/**
 * An alarm that stands, as a line of the list.
 *
 * @param alarm which
 * @param who whose it is, by two identifiers
 * @param what its cause
 * @param answer since when it waits, or who answered what
 */
public record StandingRow(Alarm alarm, String who, String what, String answer) {
    static StandingRow of(UnitSnapshot unit, Alarm alarm) {
        return new StandingRow(
                alarm,
                AlarmWords.identity(unit, alarm.key()),
                AlarmWords.cause(alarm.condition()),
                AlarmWords.answer(alarm, unit.at()));
    }
}
