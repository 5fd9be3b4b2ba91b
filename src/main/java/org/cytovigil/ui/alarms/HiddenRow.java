package org.cytovigil.ui.alarms;

import java.time.ZoneId;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.alarm.Condition;
import org.cytovigil.monitor.HiddenAlarm;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.theme.Texts;

/**
 * An alarm that is hidden, as a line of the list.
 *
 * @param key which
 * @param who whose it is, by two identifiers
 * @param what its kind, and what holds meanwhile
 * @param why until when, by whom, for what reason, or inside which other alarm
 * @param way how it comes back
 */
public record HiddenRow(AlarmKey key, String who, String what, String why, Way way) {
    /** How a hidden alarm comes back. */
    public enum Way {
        /** Somebody ends the putting off. */
        END,
        /** Somebody puts it back into service. */
        PUT_BACK,
        /** It is told by another alarm, and answered with that. */
        NONE
    }

    static HiddenRow of(UnitSnapshot unit, HiddenAlarm hidden, ZoneId zone) {
        Condition condition = hidden.state().condition();
        String kind = AlarmWords.kind(hidden.key().kind());
        return new HiddenRow(
                hidden.key(),
                AlarmWords.identity(unit, hidden.key()),
                condition == null
                        ? Texts.of("alarms.hidden.nothing", kind)
                        : Texts.of("alarms.hidden.holds", kind, condition.cause()),
                AlarmWords.hidden(hidden.state(), unit.at(), zone),
                way(hidden.state()));
    }

    private static Way way(AlarmState state) {
        return switch (state) {
            case AlarmState.Shelved shelved -> Way.END;
            case AlarmState.OutOfService out -> Way.PUT_BACK;
            case AlarmState.Suppressed inside -> Way.NONE;
            case AlarmState.Normal normal -> Way.NONE;
            case AlarmState.Unacknowledged unanswered -> Way.NONE;
            case AlarmState.Acknowledged answered -> Way.NONE;
            case AlarmState.ReturnedUnacknowledged returned -> Way.NONE;
        };
    }
}
