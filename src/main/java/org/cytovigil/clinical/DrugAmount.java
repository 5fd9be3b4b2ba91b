package org.cytovigil.clinical;

/**
 * An amount of a drug given once.
 *
 * @param milligrams milligrams
 */
public record DrugAmount(double milligrams) {}
