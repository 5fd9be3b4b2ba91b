package org.cytovigil.grading;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.ClinicalPicture.Known;
import org.jspecify.annotations.Nullable;

/**
 * The high-dose vasopressor table of Lee 2014 (Blood 124:188, table 4): a single drug at its row,
 * or several by the norepinephrine equivalent of the VASST trial (norepinephrine + epinephrine +
 * phenylephrine / 10 in ug/min, dopamine / 2 in ug/kg/min).
 */
final class HighDose {
    private static final double NOREPINEPHRINE = 20;
    private static final double EPINEPHRINE = 10;
    private static final double PHENYLEPHRINE = 200;
    private static final double DOPAMINE = 10;
    private static final double EQUIVALENT = 20;
    private static final double EQUIVALENT_WITH_VASOPRESSIN = 10;

    /**
     * The lightest and the heaviest patient reckoned with when no weight is charted (policy section
     * 3).
     */
    private static final Weight LIGHTEST = new Weight(2);

    private static final Weight HEAVIEST = new Weight(240);

    private HighDose() {}

    /** An amount known to lie between two ends, in the unit of the drug's row. */
    private record Amount(double least, double most) {}

    /** Whether these drugs are at high dose now; {@code UNKNOWN} for want of a dose or a weight. */
    static Known now(Collection<RunningVasopressor> running, @Nullable Weight weight) {
        Map<Vasopressor, Amount> amounts = new EnumMap<>(Vasopressor.class);
        boolean vasopressin = false;
        for (RunningVasopressor drug : running) {
            if (drug.infusion().drug().role() == Vasopressor.Role.VASOPRESSIN) {
                vasopressin = true;
            } else if (row(drug.infusion().drug()) > 0) {
                amounts.put(drug.infusion().drug(), amount(drug, weight));
            }
        }
        boolean certain = false;
        boolean possible = false;
        double leastEquivalent = 0;
        double mostEquivalent = 0;
        for (Map.Entry<Vasopressor, Amount> entry : amounts.entrySet()) {
            Amount amount = entry.getValue();
            certain |= amount.least >= row(entry.getKey());
            possible |= amount.most >= row(entry.getKey());
            leastEquivalent += amount.least / equivalence(entry.getKey());
            mostEquivalent += amount.most / equivalence(entry.getKey());
        }
        if (vasopressin || amounts.size() > 1) {
            double limit = vasopressin ? EQUIVALENT_WITH_VASOPRESSIN : EQUIVALENT;
            certain |= leastEquivalent >= limit;
            possible |= mostEquivalent >= limit;
        }
        return certain ? Known.YES : possible ? Known.UNKNOWN : Known.NO;
    }

    private static Amount amount(RunningVasopressor drug, @Nullable Weight weight) {
        DoseRate rate = drug.infusion().baseRate();
        if (rate == null) {
            return new Amount(0, Double.POSITIVE_INFINITY);
        }
        if (weight != null) {
            double amount = inRowUnit(drug.infusion().drug(), rate, weight);
            return new Amount(amount, amount);
        }
        double light = inRowUnit(drug.infusion().drug(), rate, LIGHTEST);
        double heavy = inRowUnit(drug.infusion().drug(), rate, HEAVIEST);
        return new Amount(Math.min(light, heavy), Math.max(light, heavy));
    }

    private static double inRowUnit(Vasopressor drug, DoseRate rate, Weight weight) {
        return drug == Vasopressor.DOPAMINE
                ? rate.perKilogramPerMinute(weight)
                : rate.perMinute(weight);
    }

    /** The row of a drug given alone; 0 for a drug the table does not name. */
    private static double row(Vasopressor drug) {
        return switch (drug) {
            case NOREPINEPHRINE -> NOREPINEPHRINE;
            case EPINEPHRINE -> EPINEPHRINE;
            case PHENYLEPHRINE -> PHENYLEPHRINE;
            case DOPAMINE -> DOPAMINE;
            case ANGIOTENSIN_II, METARAMINOL, VASOPRESSIN, DOBUTAMINE, MILRINONE -> 0;
        };
    }

    private static double equivalence(Vasopressor drug) {
        return switch (drug) {
            case PHENYLEPHRINE -> 10;
            case DOPAMINE -> 2;
            case NOREPINEPHRINE,
                    EPINEPHRINE,
                    ANGIOTENSIN_II,
                    METARAMINOL,
                    VASOPRESSIN,
                    DOBUTAMINE,
                    MILRINONE ->
                    1;
        };
    }
}
