package org.cytovigil.grading;

import java.time.Instant;

/**
 * The latest result of an analyte.
 *
 * @param value in the unit of the analyte
 * @param at when the sample was taken
 */
public record LaboratoryValue(double value, Instant at) {}
