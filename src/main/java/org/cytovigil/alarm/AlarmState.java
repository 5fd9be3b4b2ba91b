package org.cytovigil.alarm;

import java.time.Instant;

/** The states of an alarm, after IEC 62682. */
public sealed interface AlarmState {
    /** No condition, nothing to answer. */
    record Normal() implements AlarmState {}

    /** The condition holds and nobody has answered. */
    record Unacknowledged(Condition condition) implements AlarmState {}

    /** The condition holds and somebody has answered. */
    record Acknowledged(Condition condition, String by, Instant at) implements AlarmState {}

    /** The condition is gone, but it was grave enough that somebody must still answer. */
    record ReturnedUnacknowledged(Condition condition, Instant clearedAt) implements AlarmState {}
}
