package org.cytovigil.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.alarm.Condition;
import org.cytovigil.alarm.StayAlarms;
import org.cytovigil.alarm.UnitAlarms;
import org.cytovigil.clinical.StayId;

/**
 * One alarm of the unit that is not normal, as screens show it.
 *
 * @param key which
 * @param state its state; never normal
 * @param condition what it is about
 */
public record Alarm(AlarmKey key, AlarmState state, Condition condition) {
    /** Unanswered before answered, then by priority, then the newest. */
    static final Comparator<Alarm> MOST_URGENT_FIRST =
            Comparator.comparing(Alarm::answered)
                    .thenComparing(alarm -> alarm.condition().priority())
                    .thenComparing(alarm -> alarm.condition().raisedAt(), Comparator.reverseOrder())
                    .thenComparing(alarm -> alarm.key().stay().value());

    /** The alarms of a stay that are to be shown, the most urgent first. */
    static List<Alarm> standing(StayId stay, StayAlarms alarms) {
        return standing(stay, AlarmKind.OF_A_STAY, alarms::state);
    }

    /** The alarms of the unit that are to be shown, the most urgent first. */
    static List<Alarm> standing(UnitAlarms alarms) {
        return standing(AlarmKey.UNIT, AlarmKind.OF_THE_UNIT, alarms::state);
    }

    private static List<Alarm> standing(
            StayId of, Set<AlarmKind> kinds, Function<AlarmKind, AlarmState> states) {
        List<Alarm> standing = new ArrayList<>();
        for (AlarmKind kind : kinds) {
            AlarmState state = states.apply(kind);
            Condition condition =
                    switch (state) {
                        case AlarmState.Unacknowledged unanswered -> unanswered.condition();
                        case AlarmState.Acknowledged answered -> answered.condition();
                        case AlarmState.ReturnedUnacknowledged returned -> returned.condition();
                        case AlarmState.Normal normal -> null;
                        case AlarmState.Shelved shelved -> null;
                        case AlarmState.Suppressed suppressed -> null;
                        case AlarmState.OutOfService out -> null;
                    };
            if (condition != null) {
                standing.add(new Alarm(new AlarmKey(of, kind), state, condition));
            }
        }
        standing.sort(MOST_URGENT_FIRST);
        return standing;
    }

    /** Whether somebody has answered it. */
    public boolean answered() {
        return state instanceof AlarmState.Acknowledged;
    }
}
