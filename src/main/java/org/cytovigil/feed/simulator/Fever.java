package org.cytovigil.feed.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Body temperature: a daily wave between 36.4 and 37.2 °C, on it a fever that rises by 0.3-0.5 °C/h
 * and then spikes every 7-13 h, brought down for hours by paracetamol and for good by the
 * tocilizumab at which the course turns.
 */
final class Fever {
    private static final double RESTING = 36.8;
    private static final double DAILY_WAVE = 0.22;
    // Infusions are taken to be given at ten in the morning; temperature is highest at five in the
    // afternoon.
    private static final double WARMEST_HOUR = 7;
    private static final double HIGHEST = 40.8;
    private static final double HIGHEST_WITHOUT_FEVER = 37.7;
    private static final double HIGHEST_ONCE_TREATED = 37.9;
    private static final double FEVER_AT_ONSET = 1.2;
    private static final double RIGOR_HOURS = 1.3;
    private static final double SPIKE_OVER_HOURS = 20;
    private static final double FIRST_PEAK_HOURS = 3;
    private static final double LAG = Body.share(0.3);

    private final CourseProfile profile;
    private final CoursePlan plan;
    private final Turn turn;
    private final Drift drift;
    private final double height;
    private final double slope;
    private final double fallHours;
    private final List<Double> spikes = new ArrayList<>();
    private final List<Double> paracetamol = new ArrayList<>();
    private double partlyTreated = Double.NEGATIVE_INFINITY;
    private double smoothed;
    private double celsius = RESTING;

    Fever(CourseProfile profile, CoursePlan plan, Turn turn, Chance chance) {
        this.profile = profile;
        this.plan = plan;
        this.turn = turn;
        drift = new Drift(chance, 0.11, 2);
        height = 1.6 + 0.35 * profile.peakGrade() + chance.between(0, 0.5);
        slope = chance.between(0.3, 0.5);
        fallHours = chance.between(3.5, 6.5);
        if (profile.peakGrade() > 0) {
            double spike = plan.onset() + height / slope + chance.between(5, 9);
            while (spike < plan.end()) {
                spikes.add(spike);
                spike += chance.between(7, 13);
            }
        }
    }

    void advance(double hour) {
        double wave = DAILY_WAVE * StrictMath.cos(2 * StrictMath.PI * (hour - WARMEST_HOUR) / 24);
        double driven = raised(hour) * (1 - partRelief(hour)) * (1 - relief(hour));
        driven -= Math.min(0.45 * driven, cooling(hour));
        smoothed += (driven - smoothed) * LAG;
        double free = RESTING + wave + drift.next() + smoothed;
        celsius = below(highest(hour), free);
    }

    double celsius() {
        return celsius;
    }

    /** How much inflammation there is, 0 to 1, whatever has been given for it. */
    double intensity(double hour) {
        return profile.peakGrade() == 0 ? 0 : envelope(hour) / height;
    }

    /** Whether a rigor drives the temperature up at that hour. */
    boolean rigor(double hour) {
        return !turn.over(hour)
                && spikes.stream().anyMatch(start -> hour >= start && hour < start + RIGOR_HOURS);
    }

    void paracetamolGiven(double hour) {
        paracetamol.add(hour);
    }

    /** A dose of tocilizumab that helps for some hours, after which the fever comes back. */
    void tocilizumabHelpsForHours(double hour) {
        partlyTreated = hour;
    }

    private double envelope(double hour) {
        double start = plan.onset() - FEVER_AT_ONSET / slope;
        double rising = Math.clamp(slope * (hour - start), 0, height);
        if (profile.peakGrade() == 1) {
            return rising * (1 - Curve.rise(hour, turn.hour(), 0.45 * profile.durationHours()));
        }
        return rising;
    }

    private double raised(double hour) {
        double topped = plan.onset() + (height - FEVER_AT_ONSET) / slope;
        double held = topped + FIRST_PEAK_HOURS;
        double spike = hour < held ? 1 : StrictMath.exp((held - hour) / 3.5);
        for (double start : spikes) {
            double since = hour - start;
            if (since >= 0 && since < SPIKE_OVER_HOURS) {
                double shape =
                        since < RIGOR_HOURS
                                ? since / RIGOR_HOURS
                                : StrictMath.exp((RIGOR_HOURS - since) / 3.5);
                spike = Math.max(spike, shape);
            }
        }
        return envelope(hour) * (0.66 + 0.34 * spike);
    }

    private double partRelief(double hour) {
        double since = hour - partlyTreated;
        return 0.55 * Curve.rise(since, 0, 5) * (1 - Curve.rise(since, 8, 9));
    }

    private double relief(double hour) {
        return profile.peakGrade() < 2
                ? 0
                : 0.86 * Curve.rise(hour, turn.hour(), fallHours)
                        + 0.14 * Curve.rise(hour, turn.hour() + 6, 24);
    }

    private double cooling(double hour) {
        double sum = 0;
        for (double given : paracetamol) {
            double x = (hour - given) / 1.8;
            sum += x > 0 && x < 6 ? 0.9 * x * StrictMath.exp(1 - x) : 0;
        }
        return sum;
    }

    private double highest(double hour) {
        if (hour < plan.onset() - 0.25) {
            return HIGHEST_WITHOUT_FEVER;
        }
        if (profile.peakGrade() == 1) {
            // Once it fades it does not flare up: that would be another episode.
            return hour > turn.hour() && intensity(hour) < 0.75 ? HIGHEST_ONCE_TREATED : HIGHEST;
        }
        return hour > turn.hour() + 8 ? HIGHEST_ONCE_TREATED : HIGHEST;
    }

    /**
     * Bends what would exceed the limit back below it, so that no flat line shows where the limit
     * is.
     */
    private static double below(double limit, double value) {
        double excess = value - limit;
        return excess > 0 ? limit - Math.min(0.3, 0.4 * excess) : value;
    }
}
