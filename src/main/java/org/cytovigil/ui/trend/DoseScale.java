package org.cytovigil.ui.trend;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.monitor.ChartData.DoseStep;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The unit in which doses by mass are stacked: ug/kg/min when the weight is known or every dose is
 * charted so, else ug/min. A dose that cannot be brought to it counts as unknown, not as zero.
 *
 * @param perKilogram whether it is ug/kg/min
 * @param weight the weight, or {@code null} when unknown
 */
record DoseScale(boolean perKilogram, @Nullable Weight weight) {
    private static final Weight ANY_WEIGHT = new Weight(1);

    static DoseScale of(@Nullable Weight weight, List<DoseStep> steps) {
        if (weight != null) {
            return new DoseScale(true, weight);
        }
        boolean all = true;
        for (DoseStep step : steps) {
            DoseRate rate = step.infusion().rate();
            if (rate != null && step.infusion().running()) {
                all &= rate.unit().perKilogram();
            }
        }
        return new DoseScale(all, null);
    }

    String unit() {
        return Texts.of(perKilogram ? "bedside.unit.per-kg" : "bedside.unit.per-min");
    }

    /** The dose of base in this unit; 0 when stopped; empty when unknown. */
    OptionalDouble dose(VasopressorInfusion infusion) {
        if (!infusion.running()) {
            return OptionalDouble.of(0);
        }
        DoseRate rate = infusion.baseRate();
        if (rate == null) {
            return OptionalDouble.empty();
        }
        Weight by = weight;
        if (by == null) {
            if (rate.unit().perKilogram() != perKilogram) {
                return OptionalDouble.empty();
            }
            by = ANY_WEIGHT;
        }
        return OptionalDouble.of(perKilogram ? rate.perKilogramPerMinute(by) : rate.perMinute(by));
    }

    /** A dose with as many decimals as its size needs: 0.045, 0.31, 12.5, 140. */
    static String amount(double dose) {
        String format = dose < 0.1 ? "%.3f" : dose < 10 ? "%.2f" : dose < 100 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, dose);
    }
}
