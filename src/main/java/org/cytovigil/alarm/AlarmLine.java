package org.cytovigil.alarm;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A line of the alarm log: what became of an alarm.
 *
 * @param at when, in model time
 * @param kind of condition
 * @param before the state before
 * @param after the state after
 * @param answer what was answered then, also when the alarm was over; {@code null} when it was
 *     something else that happened
 */
public record AlarmLine(
        Instant at, AlarmKind kind, AlarmState before, AlarmState after, @Nullable Answer answer) {
    /** Something else than an answer. */
    public AlarmLine(Instant at, AlarmKind kind, AlarmState before, AlarmState after) {
        this(at, kind, before, after, null);
    }
}
