package org.cytovigil.alarm;

import java.time.Instant;

/**
 * What an alarm is about, as it stood when it was raised.
 *
 * @param priority how urgent
 * @param level the grade, or 1 for conditions without grades: a higher level alarms anew
 * @param cause what happened, in words
 * @param raisedAt when it was so, in model time
 */
public record Condition(AlarmPriority priority, int level, String cause, Instant raisedAt) {}
