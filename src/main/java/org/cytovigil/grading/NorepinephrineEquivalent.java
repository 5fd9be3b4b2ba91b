package org.cytovigil.grading;

import java.util.Collection;
import java.util.OptionalDouble;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.jspecify.annotations.Nullable;

/**
 * How much norepinephrine would do the work of all running vasopressors, after Kotani et al., "An
 * updated norepinephrine equivalent score in intensive care as a marker of shock severity",
 * Critical Care 2023;27:29: norepinephrine + epinephrine + 0.06 x phenylephrine + 0.01 x dopamine
 * (all in ug/kg/min) + 2.5 x vasopressin (U/min).
 *
 * <p>A trend for the eye and never a grade: the high-dose rule of Lee 2014 has an equivalent of its
 * own.
 */
public final class NorepinephrineEquivalent {
    private static final double PHENYLEPHRINE = 0.06;
    private static final double DOPAMINE = 0.01;
    private static final double VASOPRESSIN = 2.5;

    /** For doses in which the weight plays no part. */
    private static final Weight ANY_WEIGHT = new Weight(1);

    private NorepinephrineEquivalent() {}

    /**
     * The equivalent of drugs that run together; stopped ones count nothing, inotropes neither.
     *
     * @param infusions the drugs as charted, each drug once
     * @param weight the patient's weight, or {@code null} when unknown
     * @return ug/kg/min; 0 when none runs; empty when a dose or a weight it needs is unknown, or a
     *     vasopressor runs that this sum has no term for
     */
    public static OptionalDouble of(
            Collection<VasopressorInfusion> infusions, @Nullable Weight weight) {
        double sum = 0;
        for (VasopressorInfusion infusion : infusions) {
            if (!infusion.running() || infusion.drug().role() == Vasopressor.Role.INOTROPE) {
                continue;
            }
            OptionalDouble part = part(infusion, weight);
            if (part.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += part.getAsDouble();
        }
        return OptionalDouble.of(sum);
    }

    private static OptionalDouble part(VasopressorInfusion infusion, @Nullable Weight weight) {
        DoseRate rate = infusion.baseRate();
        if (rate == null) {
            return OptionalDouble.empty();
        }
        return switch (infusion.drug()) {
            case NOREPINEPHRINE, EPINEPHRINE -> perKilogram(rate, 1, weight);
            case PHENYLEPHRINE -> perKilogram(rate, PHENYLEPHRINE, weight);
            case DOPAMINE -> perKilogram(rate, DOPAMINE, weight);
            case VASOPRESSIN -> perMinute(rate, VASOPRESSIN, weight);
            case DOBUTAMINE, MILRINONE -> OptionalDouble.of(0);
            case ANGIOTENSIN_II, METARAMINOL -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble perKilogram(
            DoseRate rate, double factor, @Nullable Weight weight) {
        if (weight != null) {
            return OptionalDouble.of(factor * rate.perKilogramPerMinute(weight));
        }
        return rate.unit().perKilogram()
                ? OptionalDouble.of(factor * rate.perKilogramPerMinute(ANY_WEIGHT))
                : OptionalDouble.empty();
    }

    private static OptionalDouble perMinute(DoseRate rate, double factor, @Nullable Weight weight) {
        if (weight != null) {
            return OptionalDouble.of(factor * rate.perMinute(weight));
        }
        return rate.unit().perKilogram()
                ? OptionalDouble.empty()
                : OptionalDouble.of(factor * rate.perMinute(ANY_WEIGHT));
    }
}
