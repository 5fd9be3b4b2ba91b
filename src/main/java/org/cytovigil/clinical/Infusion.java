package org.cytovigil.clinical;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The infusion of cells from which days and hours are counted.
 *
 * @param product the product's name, for instance "axi-cel"; "not stated" when unknown
 * @param at when the infusion began
 */
public record Infusion(String product, Instant at) {
    /** The products in use, by the short names under which they are charted. */
    public static final List<String> PRODUCTS =
            List.of(
                    "axi-cel",
                    "brexu-cel",
                    "cilta-cel",
                    "ide-cel",
                    "liso-cel",
                    "obe-cel",
                    "tisa-cel");

    /** The name of a product that nobody has stated. */
    public static final String NOT_STATED = "not stated";

    /**
     * The product of a past case in which no cells were given: its hours count from a moment chosen
     * for teaching.
     */
    public static final String LOOK_ALIKE = "none: look-alike";

    /** Whether cells were given, and not the hours of a look-alike counted. */
    public boolean ofCells() {
        return !product.equals(LOOK_ALIKE);
    }

    /** The same infusion that much later, or earlier by a negative duration. */
    public Infusion shifted(Duration later) {
        return new Infusion(product, at.plus(later));
    }
}
