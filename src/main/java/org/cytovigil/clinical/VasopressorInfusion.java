package org.cytovigil.clinical;

import org.jspecify.annotations.Nullable;

/**
 * A vasoactive drug as charted at one moment: running at a dose, running at a dose nobody charted,
 * or stopped.
 *
 * @param drug the drug
 * @param rate the dose; {@code null} when the drug runs and its dose is unknown; 0 means stopped
 * @param salt whether the mass is of the base or the salt
 */
public record VasopressorInfusion(Vasopressor drug, @Nullable DoseRate rate, Salt salt) {
    /** A charted stop: the dose is 0 from now on. */
    public static VasopressorInfusion stopped(Vasopressor drug) {
        DoseUnit unit =
                drug.quantity() == DoseUnit.Quantity.MASS
                        ? DoseUnit.UG_PER_MIN
                        : DoseUnit.U_PER_MIN;
        return new VasopressorInfusion(drug, new DoseRate(0, unit), Salt.BASE);
    }

    public boolean running() {
        return rate == null || rate.amount() != 0;
    }

    /**
     * The same infusion, its mass meant as the site charts it when nobody said.
     *
     * @param custom what an unlabelled mass means at this site
     */
    public VasopressorInfusion settled(Salt custom) {
        return salt == Salt.UNSTATED ? new VasopressorInfusion(drug, rate, custom) : this;
    }

    /**
     * The dose of active base; norepinephrine tartrate counts half. A mass of unstated salt is
     * taken for base, as on labels in the United States.
     *
     * @return {@code null} when the dose is unknown
     */
    public @Nullable DoseRate baseRate() {
        if (rate == null || drug != Vasopressor.NOREPINEPHRINE || salt != Salt.TARTRATE) {
            return rate;
        }
        return new DoseRate(rate.amount() / 2, rate.unit());
    }
}
