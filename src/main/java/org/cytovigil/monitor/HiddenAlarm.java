package org.cytovigil.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.clinical.StayId;

/**
 * One alarm that does not stand because of what somebody did, or by design: put off, out of
 * service, or told inside another.
 *
 * @param key which
 * @param state its state, which says who, why and until when
 */
public record HiddenAlarm(AlarmKey key, AlarmState state) {
    static List<HiddenAlarm> of(
            StayId of, Set<AlarmKind> kinds, Function<AlarmKind, AlarmState> states) {
        List<HiddenAlarm> hidden = new ArrayList<>();
        for (AlarmKind kind : kinds) {
            AlarmState state = states.apply(kind);
            boolean isHidden =
                    switch (state) {
                        case AlarmState.Shelved shelved -> true;
                        case AlarmState.Suppressed suppressed -> true;
                        case AlarmState.OutOfService out -> true;
                        case AlarmState.Normal normal -> false;
                        case AlarmState.Unacknowledged unanswered -> false;
                        case AlarmState.Acknowledged answered -> false;
                        case AlarmState.ReturnedUnacknowledged returned -> false;
                    };
            if (isHidden) {
                hidden.add(new HiddenAlarm(new AlarmKey(of, kind), state));
            }
        }
        return hidden;
    }
}
