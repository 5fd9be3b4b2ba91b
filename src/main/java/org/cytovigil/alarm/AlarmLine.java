package org.cytovigil.alarm;

import java.time.Instant;

/**
 * A line of the alarm log: what became of an alarm.
 *
 * @param at when, in model time
 * @param kind of condition
 * @param before the state before
 * @param after the state after
 */
public record AlarmLine(Instant at, AlarmKind kind, AlarmState before, AlarmState after) {}
