package org.cytovigil.grading;

import java.util.List;
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
public final class HighDose {
    private HighDose() {}

    /**
     * An amount known to lie between two ends.
     *
     * @param least the least it can be
     * @param most the most it can be; infinite when nobody charted a dose
     */
    public record Amount(double least, double most) {
        private static final Amount ANY = new Amount(0, Double.POSITIVE_INFINITY);

        private Amount plus(Amount other) {
            return new Amount(least + other.least, most + other.most);
        }

        private Amount dividedBy(double divisor) {
            return new Amount(least / divisor, most / divisor);
        }
    }

    /** Whether these drugs are at high dose now; {@code UNKNOWN} for want of a dose or a weight. */
    static Known now(List<RunningVasopressor> running, @Nullable Weight weight, SitePolicy policy) {
        boolean certain = false;
        boolean possible = false;
        boolean vasopressin = false;
        int inTable = 0;
        for (RunningVasopressor drug : running) {
            vasopressin |= drug.infusion().drug().role() == Vasopressor.Role.VASOPRESSIN;
            Setting<DoseRate> row = row(drug.infusion().drug());
            if (row != null) {
                Amount amount = amount(drug, weight, policy);
                double limit = policy.get(row).amount();
                certain |= amount.least >= limit;
                possible |= amount.most >= limit;
                inTable++;
            }
        }
        // A single drug goes by its own row; the sum is for several (criteria section 1.1).
        if (vasopressin || inTable > 1) {
            double limit = policy.get(equivalentLimit(vasopressin)).amount();
            Amount sum = equivalent(running, weight, policy);
            certain |= sum.least >= limit;
            possible |= sum.most >= limit;
        }
        return certain ? Known.YES : possible ? Known.UNKNOWN : Known.NO;
    }

    /**
     * The norepinephrine equivalent of the VASST trial, vasopressin not in the sum.
     *
     * @return ug/min, with dopamine counted in ug/kg/min; 0 when none of its drugs runs
     */
    public static Amount equivalent(
            List<RunningVasopressor> running, @Nullable Weight weight, SitePolicy policy) {
        Amount sum = new Amount(0, 0);
        for (RunningVasopressor drug : running) {
            if (row(drug.infusion().drug()) != null) {
                sum =
                        sum.plus(
                                amount(drug, weight, policy)
                                        .dividedBy(equivalence(drug.infusion().drug())));
            }
        }
        return sum;
    }

    static Setting<DoseRate> equivalentLimit(boolean withVasopressin) {
        return withVasopressin
                ? Settings.HIGH_EQUIVALENT_WITH_VASOPRESSIN
                : Settings.HIGH_EQUIVALENT;
    }

    private static Amount amount(
            RunningVasopressor drug, @Nullable Weight weight, SitePolicy policy) {
        DoseRate rate = drug.baseRate(policy);
        if (rate == null) {
            return Amount.ANY;
        }
        if (weight != null) {
            double amount = inRowUnit(drug.infusion().drug(), rate, weight);
            return new Amount(amount, amount);
        }
        double light = inRowUnit(drug.infusion().drug(), rate, policy.get(Settings.LIGHTEST));
        double heavy = inRowUnit(drug.infusion().drug(), rate, policy.get(Settings.HEAVIEST));
        return new Amount(Math.min(light, heavy), Math.max(light, heavy));
    }

    private static double inRowUnit(Vasopressor drug, DoseRate rate, Weight weight) {
        return drug == Vasopressor.DOPAMINE
                ? rate.perKilogramPerMinute(weight)
                : rate.perMinute(weight);
    }

    /** The row of a drug given alone; {@code null} for a drug the table does not name. */
    static @Nullable Setting<DoseRate> row(Vasopressor drug) {
        return switch (drug) {
            case NOREPINEPHRINE -> Settings.HIGH_NOREPINEPHRINE;
            case EPINEPHRINE -> Settings.HIGH_EPINEPHRINE;
            case PHENYLEPHRINE -> Settings.HIGH_PHENYLEPHRINE;
            case DOPAMINE -> Settings.HIGH_DOPAMINE;
            case ANGIOTENSIN_II, METARAMINOL, VASOPRESSIN, DOBUTAMINE, MILRINONE -> null;
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
