package org.cytovigil.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The states of an alarm, after IEC 62682. */
public sealed interface AlarmState {
    /** The condition that holds, or waits to be answered; {@code null} when there is none. */
    @Nullable Condition condition();

    /** No condition, nothing to answer. */
    record Normal() implements AlarmState {
        @Override
        public @Nullable Condition condition() {
            return null;
        }
    }

    /** The condition holds and nobody has answered. */
    record Unacknowledged(Condition condition) implements AlarmState {}

    /** The condition holds and somebody has answered. */
    record Acknowledged(Condition condition, Answer answer) implements AlarmState {}

    /** The condition is gone, but it was grave enough that somebody must still answer. */
    record ReturnedUnacknowledged(Condition condition, Instant clearedAt) implements AlarmState {}

    /**
     * Somebody put it off for a while.
     *
     * @param condition what holds meanwhile, or {@code null}
     * @param level up to which it is put off: what is graver alarms all the same
     */
    record Shelved(@Nullable Condition condition, int level, Shelf shelf) implements AlarmState {}

    /**
     * The condition holds and is told inside another alarm.
     *
     * @param inside which
     */
    record Suppressed(Condition condition, AlarmKind inside) implements AlarmState {}

    /**
     * Somebody took it out of service until somebody puts it back.
     *
     * @param condition what holds meanwhile, or {@code null}
     */
    record OutOfService(@Nullable Condition condition, String by, String reason)
            implements AlarmState {}
}
