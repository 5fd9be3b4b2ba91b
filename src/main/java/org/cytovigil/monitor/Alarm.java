package org.cytovigil.monitor;

import java.util.Comparator;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.alarm.Condition;

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

    /** Whether somebody has answered it. */
    public boolean answered() {
        return state instanceof AlarmState.Acknowledged;
    }
}
