package org.cytovigil.clinical;

/**
 * How much of a drug runs in a unit of time.
 *
 * @param amount the number as charted
 * @param unit its unit
 */
public record DoseRate(double amount, DoseUnit unit) {
    // Doses are charted with at most a few decimals; products and quotients of them carry binary
    // noise that must not
    // decide a threshold ("exactly 20 ug/min is high dose").
    private static final double NOISE = 1e9;

    /**
     * The dose for a patient of that weight.
     *
     * @return ug/min, or U/min for drugs in units
     */
    public double perMinute(Weight weight) {
        double amountPerMinute = unit.toPerMinute(amount);
        return clean(unit.perKilogram() ? amountPerMinute * weight.kilograms() : amountPerMinute);
    }

    /**
     * The dose per kilogram of a patient of that weight.
     *
     * @return ug/kg/min, or U/kg/min for drugs in units
     */
    public double perKilogramPerMinute(Weight weight) {
        double amountPerMinute = unit.toPerMinute(amount);
        return clean(unit.perKilogram() ? amountPerMinute : amountPerMinute / weight.kilograms());
    }

    /**
     * The dose that a pump delivers: rate times concentration.
     *
     * @param millilitresPerHour the pump's rate
     * @param microgramsPerMillilitre what the syringe or bag holds
     */
    public static DoseRate pumped(double millilitresPerHour, double microgramsPerMillilitre) {
        return new DoseRate(
                clean(millilitresPerHour * microgramsPerMillilitre / 60), DoseUnit.UG_PER_MIN);
    }

    private static double clean(double value) {
        double cleaned = Math.rint(value * NOISE) / NOISE;
        // So large a value has no decimals to clean, and must not come out as infinite.
        return Double.isFinite(cleaned) ? cleaned : value;
    }
}
