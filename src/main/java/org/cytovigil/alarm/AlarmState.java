package org.cytovigil.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The states of an alarm, after IEC 62682. */
public sealed interface AlarmState {
    /** The condition that holds, or waits to be answered; {@code null} when there is none. */
    @Nullable Condition condition();

    /**
     * The same state of the same condition, told in another way.
     *
     * @param told in place of the condition; a state without one keeps none
     */
    default AlarmState about(Condition told) {
        return switch (this) {
            case Normal normal -> normal;
            case Unacknowledged waits -> new Unacknowledged(told);
            case Acknowledged answered -> new Acknowledged(told, answered.answer());
            case ReturnedUnacknowledged gone -> new ReturnedUnacknowledged(told, gone.clearedAt());
            case Shelved shelved ->
                    new Shelved(
                            shelved.condition() == null ? null : told,
                            shelved.level(),
                            shelved.shelf());
            case Suppressed inside -> new Suppressed(told, inside.inside());
            case OutOfService out ->
                    new OutOfService(out.condition() == null ? null : told, out.by(), out.reason());
        };
    }

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
