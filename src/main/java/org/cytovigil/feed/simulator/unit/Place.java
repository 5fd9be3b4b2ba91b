package org.cytovigil.feed.simulator.unit;

import java.util.Locale;

/**
 * Where a patient lies, as PV1-3 has it.
 *
 * @param ward the point of care
 * @param bed in the ward
 */
public record Place(String ward, String bed) {
    /** The bed of that number on the ward for CAR-T patients. */
    static Place ward(int number) {
        return new Place("CART", String.format(Locale.ROOT, "%02d", number));
    }

    /** The bed of that number in intensive care. */
    static Place intensiveCare(int number) {
        return new Place("ICU", String.format(Locale.ROOT, "%02d", number));
    }
}
