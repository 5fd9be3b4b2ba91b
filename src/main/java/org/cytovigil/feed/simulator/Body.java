package org.cytovigil.feed.simulator;

/** The patient's body, advanced tick by tick. */
final class Body {
    /** Ticks are five minutes apart. */
    static final int TICK_MINUTES = 5;

    static final double TICK_HOURS = TICK_MINUTES / 60.0;

    private static final double HEART_LAG = share(0.3);
    private static final double BREATH_LAG = share(0.4);
    // Three in the morning, seventeen hours after an infusion at ten.
    private static final double DEEPEST_NIGHT_HOUR = 17;

    private final Norms norms;
    private final Fever fever;
    private final Circulation circulation;
    private final Lungs lungs;
    private final Drift heartDrift;
    private final Drift breathDrift;
    private double heartRate;
    private double respiratoryRate;
    private double heartNow;
    private double breathNow;

    Body(Norms norms, Fever fever, Circulation circulation, Lungs lungs, Chance chance) {
        this.norms = norms;
        this.fever = fever;
        this.circulation = circulation;
        this.lungs = lungs;
        heartDrift = new Drift(chance, norms.child() ? 4.5 : 3.5, 2);
        breathDrift = new Drift(chance, 1.1, 1.5);
        heartRate = norms.heartRate();
        respiratoryRate = norms.respiratoryRate();
        heartNow = heartRate;
        breathNow = respiratoryRate;
    }

    /**
     * How much of the way to its goal a value goes in one tick, when it lags by that many hours.
     */
    static double share(double lagHours) {
        return 1 - StrictMath.exp(-TICK_HOURS / lagHours);
    }

    /** How deep the night is: 0 at three in the afternoon, 1 at three in the morning. */
    static double night(double hour) {
        return 0.5 + 0.5 * StrictMath.cos(2 * StrictMath.PI * (hour - DEEPEST_NIGHT_HOUR) / 24);
    }

    /**
     * One tick passes.
     *
     * @param support the rise in mean pressure that vasopressors give
     * @param supplied the effective fraction of oxygen that the device gives
     * @param ventilated whether a ventilator sets the respiratory rate
     */
    void advance(double hour, double support, double supplied, boolean ventilated) {
        fever.advance(hour);
        circulation.advance(hour, support);
        lungs.advance(hour, supplied);
        double heat = Math.max(0, fever.celsius() - 37);
        double missing = Math.max(0, norms.mean() - circulation.mean() - 6);
        // About ten beats more per degree, and more while pressure is down.
        double goal =
                norms.heartRate()
                        + 10 * heat
                        + 0.75 * missing
                        + (fever.rigor(hour) ? 6 : 0)
                        - 4 * night(hour);
        heartRate += (goal - heartRate) * HEART_LAG;
        double breath =
                ventilated
                        ? norms.respiratoryRate() + 4
                        : norms.respiratoryRate()
                                + 1.3 * heat
                                + 22 * Math.max(0, lungs.need() - 0.21);
        respiratoryRate += (breath - respiratoryRate) * BREATH_LAG;
        heartNow = Math.clamp(heartRate + heartDrift.next(), 45, norms.child() ? 190 : 160);
        breathNow =
                Math.clamp(respiratoryRate + breathDrift.next() * (ventilated ? 0.3 : 1), 9, 55);
    }

    double celsius() {
        return fever.celsius();
    }

    double meanPressure() {
        return circulation.mean();
    }

    double pulsePressure() {
        return circulation.pulsePressure();
    }

    double saturation() {
        return lungs.saturation();
    }

    double heartRate() {
        return heartNow;
    }

    double respiratoryRate() {
        return breathNow;
    }
}
