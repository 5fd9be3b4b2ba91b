package org.cytovigil.alarm;

import java.time.Instant;

/**
 * What somebody answered to an alarm.
 *
 * @param by who
 * @param at when
 * @param action what was done, in words for the hand-over; empty when that was not said
 */
public record Answer(String by, Instant at, String action) {}
