package org.cytovigil.clinical;

import java.time.Duration;
import java.time.Instant;

/**
 * The infusion of cells from which days and hours are counted.
 *
 * @param product the product's name, for instance "axi-cel"; "not stated" when unknown
 * @param at when the infusion began
 */
public record Infusion(String product, Instant at) {
    /** The same infusion that much later, or earlier by a negative duration. */
    public Infusion shifted(Duration later) {
        return new Infusion(product, at.plus(later));
    }
}
