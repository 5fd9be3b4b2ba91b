package org.cytovigil.feed.simulator;

/**
 * The turn for the better. Fever answers to tocilizumab within 2-8 h, pressure lags behind it by
 * 6-24 h, and weaning takes 1-3 days; a moderate course is quicker, and one that is fever alone
 * turns by itself.
 */
final class Turn {
    private final CourseProfile profile;
    private final CoursePlan plan;
    private final Chance chance;
    private double hour = Double.POSITIVE_INFINITY;
    private double pressureStart = Double.POSITIVE_INFINITY;
    private double pressureSpan = 1;
    private double lungStart = Double.POSITIVE_INFINITY;
    private double lungSpan = 1;

    Turn(CourseProfile profile, CoursePlan plan, Chance chance) {
        this.profile = profile;
        this.plan = plan;
        this.chance = chance;
        if (profile.peakGrade() == 1) {
            happens(plan.onset() + 0.55 * profile.durationHours());
        }
    }

    /** The course turns now, once and for all. */
    void happens(double now) {
        boolean severe = profile.peakGrade() > 2;
        hour = now;
        pressureStart = now + (severe ? chance.between(7, 18) : chance.between(3, 6));
        lungStart = now + (severe ? chance.between(6, 16) : chance.between(4, 9));
        double wanted = plan.onset() + profile.durationHours() - pressureStart;
        double longest = Math.max(14, plan.end() - 20 - Math.max(pressureStart, lungStart));
        double shortest = severe ? 24 : 12;
        pressureSpan = Math.min(longest, Math.clamp(wanted, shortest, severe ? 72 : 36));
        lungSpan = Math.min(longest, pressureSpan * chance.between(0.85, 1.15));
    }

    double hour() {
        return hour;
    }

    boolean over(double now) {
        return now >= hour;
    }

    /** What is left of the loss of vascular tone: 1 before the turn, 0 at the end. */
    double pressureLeft(double now) {
        return 1 - Curve.rise(now, pressureStart, pressureSpan);
    }

    /** What is left of the harm to the lungs: 1 before the turn, 0 at the end. */
    double lungsLeft(double now) {
        return 1 - Curve.rise(now, lungStart, lungSpan);
    }
}
