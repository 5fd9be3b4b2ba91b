package org.cytovigil.alarm;

import java.time.Instant;

/**
 * The alarm state machine: a pure table of state and event.
 *
 * <pre>
 * state                    raised                          cleared                      acknowledged
 * normal                   unacknowledged                  -                            -
 * unacknowledged           higher level: unacknowledged    latched: returned,           acknowledged
 *                          anew; else -                    else normal
 * acknowledged             higher level: unacknowledged;   normal                       -
 *                          else -
 * returned unacknowledged  unacknowledged, at the worst    -                            normal
 *                          level of the two
 * </pre>
 */
// [impl->req~alarm.states~1]
public final class AlarmStateMachine {
    /**
     * From this level on a condition that goes before it is answered stays until it is (criteria
     * section 6.1).
     */
    static final int LATCHES_FROM_LEVEL = 2;

    private static final AlarmState NORMAL = new AlarmState.Normal();

    private AlarmStateMachine() {}

    /** The state of an alarm that was never raised. */
    public static AlarmState normal() {
        return NORMAL;
    }

    /** The condition holds, perhaps for the first time. */
    public static AlarmState raised(AlarmState state, Condition condition) {
        return switch (state) {
            case AlarmState.Normal normal -> new AlarmState.Unacknowledged(condition);
            case AlarmState.Unacknowledged unanswered ->
                    condition.level() > unanswered.condition().level()
                            ? new AlarmState.Unacknowledged(condition)
                            : unanswered;
            case AlarmState.Acknowledged answered ->
                    condition.level() > answered.condition().level()
                            ? new AlarmState.Unacknowledged(condition)
                            : answered;
            case AlarmState.ReturnedUnacknowledged returned ->
                    new AlarmState.Unacknowledged(
                            condition.level() >= returned.condition().level()
                                    ? condition
                                    : returned.condition());
        };
    }

    /** The condition no longer holds. */
    public static AlarmState cleared(AlarmState state, Instant at) {
        return switch (state) {
            case AlarmState.Normal normal -> normal;
            case AlarmState.Unacknowledged unanswered ->
                    unanswered.condition().level() >= LATCHES_FROM_LEVEL
                            ? new AlarmState.ReturnedUnacknowledged(unanswered.condition(), at)
                            : NORMAL;
            case AlarmState.Acknowledged answered -> NORMAL;
            case AlarmState.ReturnedUnacknowledged returned -> returned;
        };
    }

    /**
     * Somebody answers.
     *
     * @param level the level that the person saw: an alarm that has risen since then is not
     *     answered by it
     */
    public static AlarmState acknowledged(AlarmState state, int level, String by, Instant at) {
        return switch (state) {
            case AlarmState.Normal normal -> normal;
            case AlarmState.Unacknowledged unanswered ->
                    level >= unanswered.condition().level()
                            ? new AlarmState.Acknowledged(unanswered.condition(), by, at)
                            : unanswered;
            case AlarmState.Acknowledged answered -> answered;
            case AlarmState.ReturnedUnacknowledged returned ->
                    level >= returned.condition().level() ? NORMAL : returned;
        };
    }
}
