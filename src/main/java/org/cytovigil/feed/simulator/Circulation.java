package org.cytovigil.feed.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Mean pressure and pulse pressure in mmHg: vascular tone lost by plan, held up by fluids and
 * vasopressors.
 */
final class Circulation {
    private static final double BOLUS_EFFECT = 8;
    private static final double BOLUS_HOURS = 3;
    private static final double TONE_LAG = Body.share(1.2);
    private static final double MEAN_LAG = Body.share(0.2);
    private static final double PULSE_LAG = Body.share(0.3);

    private final CoursePlan plan;
    private final Turn turn;
    private final Norms norms;
    private final Curve lost;
    private final Drift drift;
    private final Drift pulseDrift;
    private final List<Double> boluses = new ArrayList<>();
    private double lostNow;
    private double unsupported;
    private double mean;
    private double pulsePressure;

    Circulation(CourseProfile profile, CoursePlan plan, Turn turn, Norms norms, Chance chance) {
        this.plan = plan;
        this.turn = turn;
        this.norms = norms;
        lost = lostTone(profile, plan, norms.mean() - norms.lowMean(), chance);
        drift = new Drift(chance, 2.4, 1.5);
        pulseDrift = new Drift(chance, 2, 3);
        unsupported = norms.mean();
        mean = norms.mean();
        pulsePressure = norms.pulsePressure();
    }

    /**
     * The loss of mean pressure that nothing is done against.
     *
     * @param reserve how far the usual mean pressure is above the low limit
     */
    private static Curve lostTone(
            CourseProfile profile, CoursePlan plan, double reserve, Chance chance) {
        if (profile.peakGrade() == 0) {
            return new Curve().to(0, 0);
        }
        Curve curve = new Curve().to(plan.onset() - 1, 0).to(plan.onset() + 6, 5);
        switch (profile.pressurePeak()) {
            // Answers to fluids: two or three boluses see the patient through.
            case 2 ->
                    curve.to(plan.lowPressure(), reserve + 5)
                            .to(plan.lowPressure() + 5, reserve + chance.between(7, 9))
                            .to(plan.lowPressure() + 12, reserve - 3);
            case 3 ->
                    curve.to(plan.lowPressure(), reserve + 4)
                            .to(plan.vasopressor(), reserve + 10)
                            .to(plan.vasopressor() + 9, reserve + chance.between(11, 15));
            case 4 ->
                    curve.to(plan.lowPressure(), reserve + 4)
                            .to(plan.vasopressor(), reserve + 10)
                            .to(plan.secondVasopressor() - 3, reserve + 20)
                            .to(plan.secondVasopressor() + 2, reserve + 30)
                            .to(plan.secondVasopressor() + 8, reserve + chance.between(31, 36));
            default -> curve.to(plan.onset() + 12, 6);
        }
        return curve;
    }

    void bolusGiven(double hour) {
        boluses.add(hour);
    }

    /**
     * @param support the rise in mean pressure that vasopressors give
     */
    void advance(double hour, double support) {
        double wanted = lost.at(hour) * turn.pressureLeft(hour);
        lostNow += (wanted - lostNow) * TONE_LAG;
        unsupported = norms.mean() - lostNow;
        double night = support > 0 ? 0 : -3 * Body.night(hour);
        double free = unsupported + fluids(hour) + support + night + drift.next();
        mean += (free - mean) * MEAN_LAG;
        double stiff =
                norms.pulsePressure() * (0.62 + 0.38 * mean / norms.mean()) + pulseDrift.next();
        pulsePressure += (stiff - pulsePressure) * PULSE_LAG;
    }

    private double fluids(double hour) {
        double sum = 0;
        for (double given : boluses) {
            double since = hour - given;
            if (since >= 0) {
                sum +=
                        BOLUS_EFFECT
                                * Math.min(1, since / 0.5)
                                * StrictMath.exp(-since / BOLUS_HOURS);
            }
        }
        return sum;
    }

    double mean() {
        return mean;
    }

    double pulsePressure() {
        return pulsePressure;
    }

    /** The mean pressure there would be without fluids and drugs. */
    double unsupported() {
        return unsupported;
    }

    /** Whether the plan lets pressure be low now; outside that time noise must not make it so. */
    boolean mayBeLow(double hour) {
        return hour >= plan.lowPressure() - 1 && turn.pressureLeft(hour) > 0.4;
    }
}
