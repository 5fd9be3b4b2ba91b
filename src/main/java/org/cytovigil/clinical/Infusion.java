package org.cytovigil.clinical;

import java.time.Instant;

/**
 * The infusion of cells from which days and hours are counted.
 *
 * @param product the product's name, for instance "axi-cel"; "not stated" when unknown
 * @param at when the infusion began
 */
public record Infusion(String product, Instant at) {}
