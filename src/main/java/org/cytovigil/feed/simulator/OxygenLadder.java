package org.cytovigil.feed.simulator;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.OxygenSupport.Bipap;
import org.cytovigil.clinical.OxygenSupport.HighFlowCannula;
import org.cytovigil.clinical.OxygenSupport.Mask;
import org.cytovigil.clinical.OxygenSupport.MaskKind;
import org.cytovigil.clinical.OxygenSupport.NasalCannula;
import org.cytovigil.clinical.OxygenSupport.RoomAir;
import org.cytovigil.clinical.OxygenSupport.Ventilator;

/**
 * The ways of giving oxygen in one course, from room air upward, none above the grade that the
 * course's oxygen axis is to reach.
 */
final class OxygenLadder {
    /**
     * One way of giving oxygen.
     *
     * @param support the device and its settings
     * @param effective the fraction of oxygen it is worth, airway pressure counted in
     * @param grade the ASTCT grade of the oxygen axis on it
     */
    record Rung(OxygenSupport support, double effective, int grade) {}

    private final List<Rung> rungs = new ArrayList<>();

    /**
     * @param peak the grade of the highest rung: 0, 2, 3 or 4
     * @param ventilated whether a peak of 4 means a ventilator beyond non-invasive support
     */
    OxygenLadder(
            CourseProfile profile, int peak, boolean child, boolean ventilated, Chance chance) {
        rungs.add(new Rung(new RoomAir(), 0.21, 0));
        boolean masks = chance.happens(0.3) && peak == 3;
        boolean noninvasive = !ventilated || chance.happens(0.4);
        if (peak >= 2) {
            cannula(child, peak == 2);
        }
        if (masks) {
            rungs.add(new Rung(new Mask(MaskKind.VENTURI, litres(10), fraction(0.40)), 0.42, 3));
            rungs.add(new Rung(new Mask(MaskKind.VENTURI, litres(15), fraction(0.60)), 0.56, 3));
        } else if (peak >= 3) {
            highFlow(profile.weight().kilograms(), child);
        }
        if (peak == 4 && noninvasive) {
            rungs.add(new Rung(new Bipap(fraction(0.50)), 0.68, 4));
            rungs.add(new Rung(new Bipap(fraction(0.60)), 0.76, 4));
        }
        if (peak == 4 && ventilated) {
            for (int percent : new int[] {40, 50, 60, 80}) {
                rungs.add(
                        new Rung(
                                new Ventilator(fraction(percent / 100.0)),
                                0.24 + percent / 100.0,
                                4));
            }
        }
    }

    private void cannula(boolean child, boolean only) {
        double worth = child ? 0.05 : 0.04;
        int most = child ? 3 : only ? 5 : 4;
        for (int flow = 1; flow <= most; flow++) {
            rungs.add(new Rung(new NasalCannula(litres(flow), null), 0.20 + worth * flow, 2));
        }
    }

    private void highFlow(double kilograms, boolean child) {
        // About 1.2 L/min for each kilogram of a child; 40 to 60 L/min for adults.
        double childFlow = Math.clamp(5 * Math.rint(1.2 * kilograms / 5), 10, 40);
        double[] fractions = {0.35, 0.40, 0.50, 0.60};
        double[] flows = {40, 40, 50, 60};
        for (int i = 0; i < fractions.length; i++) {
            OxygenFlow flow = litres(child ? childFlow : flows[i]);
            rungs.add(
                    new Rung(
                            new HighFlowCannula(flow, fraction(fractions[i])),
                            fractions[i] + 0.03,
                            3));
        }
    }

    Rung rung(int index) {
        return rungs.get(index);
    }

    /**
     * The rung to go up to: the lowest that nearly meets the need, on no higher grade than allowed;
     * the ventilator is entered at its highest setting.
     *
     * @return the present index when there is none above it
     */
    int up(int index, double need, int allowedGrade) {
        int best = index;
        for (int i = index + 1; i < rungs.size() && rungs.get(i).grade() <= allowedGrade; i++) {
            best = i;
            if (rungs.get(i).effective() >= need - 0.02 && !entersVentilator(index, i)) {
                return i;
            }
        }
        return best;
    }

    private boolean entersVentilator(int from, int to) {
        return rungs.get(to).support() instanceof Ventilator
                && !(rungs.get(from).support() instanceof Ventilator);
    }

    /** Whether both rungs are settings of one device. */
    boolean sameDevice(int one, int other) {
        return rung(one).support().device().equals(rung(other).support().device());
    }

    private static OxygenFlow litres(double perMinute) {
        return new OxygenFlow(perMinute);
    }

    private static OxygenFraction fraction(double value) {
        return OxygenFraction.of(value);
    }
}
