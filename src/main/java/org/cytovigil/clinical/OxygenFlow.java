package org.cytovigil.clinical;

/**
 * The flow of oxygen (or of the gas mixture, for high-flow devices) to a patient.
 *
 * @param litresPerMinute litres a minute
 */
public record OxygenFlow(double litresPerMinute) {}
