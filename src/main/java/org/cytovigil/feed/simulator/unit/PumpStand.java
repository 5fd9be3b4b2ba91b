package org.cytovigil.feed.simulator.unit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.feed.simulator.unit.Report.Pump;

/** The infusion pumps at a bed, one for each drug. */
final class PumpStand {
    /** 4 mg in 250 mL, and 16 mg in 250 mL for those who need more than a little. */
    private static final double USUAL = 16;

    private static final double STRONG = 64;
    private static final double STRONG_FROM_UG_PER_MIN = 8;

    /** A pump says what it does at least so often. */
    private static final double REPEATED_HOURS = 0.5;

    private final Weight weight;
    private final Map<Vasopressor, Integer> numbers = new LinkedHashMap<>();

    PumpStand(Weight weight) {
        this.weight = weight;
    }

    /**
     * A charted dose and its hour.
     *
     * @param hour of the course
     */
    record Dose(double hour, VasopressorCharted charted) {}

    /** What the pumps say: every change, and what runs again each half hour. */
    static List<Dose> repeated(List<Double> hours, List<VasopressorCharted> doses, double end) {
        List<Dose> all = new ArrayList<>();
        for (int i = 0; i < doses.size(); i++) {
            VasopressorCharted charted = doses.get(i);
            all.add(new Dose(hours.get(i), charted));
            double until = end;
            for (int next = doses.size() - 1; next > i; next--) {
                if (doses.get(next).infusion().drug() == charted.infusion().drug()) {
                    until = hours.get(next);
                }
            }
            for (double hour = hours.get(i) + REPEATED_HOURS;
                    charted.infusion().running() && hour < until;
                    hour += REPEATED_HOURS) {
                all.add(new Dose(hour, charted));
            }
        }
        return all;
    }

    /** A pump does not say whether it counts base or salt. */
    static VasopressorCharted told(VasopressorCharted charted) {
        VasopressorInfusion infusion = charted.infusion();
        return infusion.equals(VasopressorInfusion.stopped(infusion.drug()))
                ? charted
                : new VasopressorCharted(
                        new VasopressorInfusion(infusion.drug(), infusion.rate(), Salt.UNSTATED));
    }

    /** The pump that gives that. */
    Pump of(VasopressorInfusion infusion) {
        Integer known = numbers.get(infusion.drug());
        int number = known == null ? numbers.size() + 1 : known;
        numbers.put(infusion.drug(), number);
        if (!infusion.running()) {
            return new Pump(number, USUAL, 0);
        }
        DoseRate rate = Objects.requireNonNull(infusion.rate(), "courses chart every dose");
        if (rate.unit() != DoseUnit.UG_PER_KG_PER_MIN) {
            throw new IllegalArgumentException("courses chart ug/kg/min, not " + rate);
        }
        double perMinute = rate.perMinute(weight);
        double concentration = perMinute < STRONG_FROM_UG_PER_MIN ? USUAL : STRONG;
        double flow = Math.rint(perMinute * 60 / concentration * 100) / 100;
        return new Pump(number, concentration, flow);
    }
}
