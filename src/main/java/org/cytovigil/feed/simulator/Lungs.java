package org.cytovigil.feed.simulator;

import org.cytovigil.clinical.OxygenFraction;

/**
 * Oxygen saturation in per cent: the fraction of oxygen the lungs need, by plan, against the one
 * they get.
 */
final class Lungs {
    private static final double AIR = OxygenFraction.ROOM_AIR.fraction();
    private static final double ENOUGH = 96.4;
    private static final double LOSS_PER_FRACTION = 55;
    private static final double NEED_LAG = Body.share(0.6);
    private static final double SATURATION_LAG = Body.share(0.2);

    private final Turn turn;
    private final Curve extraNeed;
    private final Drift drift;
    private double need = AIR;
    private double saturation = 97.2;

    /**
     * @param ventilated whether non-invasive pressure will not suffice at the worst point
     */
    Lungs(CourseProfile profile, CoursePlan plan, Turn turn, boolean ventilated, Chance chance) {
        this.turn = turn;
        extraNeed = need(profile, plan, ventilated, chance);
        drift = new Drift(chance, 0.5, 1);
    }

    private static Curve need(
            CourseProfile profile, CoursePlan plan, boolean ventilated, Chance chance) {
        if (profile.peakGrade() == 0) {
            return new Curve().to(0, 0);
        }
        Curve curve = new Curve().to(plan.onset(), 0).to(plan.onset() + 6, 0.01);
        int peak = profile.oxygenPeak();
        if (peak >= 2) {
            curve.to(plan.oxygen() - 4, 0.035).to(plan.oxygen(), 0.095);
        }
        if (peak == 2) {
            curve.to(plan.oxygen() + 5, chance.between(0.12, 0.145));
        }
        if (peak >= 3) {
            curve.to(plan.highOxygen() - 2, 0.16).to(plan.highOxygen(), 0.24);
        }
        if (peak == 3) {
            curve.to(plan.highOxygen() + 7, chance.between(0.27, 0.34));
        }
        if (peak == 4) {
            curve.to(plan.positivePressure() - 3, 0.37)
                    .to(plan.positivePressure(), 0.48)
                    .to(
                            plan.positivePressure() + 7,
                            ventilated ? 0.62 : chance.between(0.50, 0.54));
        }
        return curve;
    }

    /**
     * @param supplied the effective fraction of oxygen that the device gives
     */
    void advance(double hour, double supplied) {
        double wanted = AIR + extraNeed.at(hour) * turn.lungsLeft(hour);
        need += (wanted - need) * NEED_LAG;
        double spare = supplied - need;
        double free = ENOUGH + (spare < 0 ? LOSS_PER_FRACTION * spare : Math.min(1.6, 12 * spare));
        saturation += (free + drift.next() - saturation) * SATURATION_LAG;
    }

    double saturation() {
        return saturation;
    }

    /** The fraction of oxygen with which saturation is satisfactory. */
    double need() {
        return need;
    }
}
