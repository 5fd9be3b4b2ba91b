package org.cytovigil.clinical;

/**
 * A blood pressure value.
 *
 * @param mmHg millimetres of mercury
 */
public record Pressure(double mmHg) {}
