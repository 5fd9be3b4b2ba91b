package org.cytovigil.clinical;

/**
 * A body weight.
 *
 * @param kilograms kilograms
 */
public record Weight(double kilograms) {}
