package org.cytovigil.feed.simulator;

/**
 * What is usual and what is low for a patient of that age.
 *
 * @param lowSystolic below this the systolic pressure is low: 70 + 2 x age up to 10 years, else 90
 *     (PALS)
 * @param lowMean the mean pressure that vasopressors are to hold: 65 over 10 years, for children
 *     what goes with the systolic limit
 * @param systolic the patient's usual systolic pressure
 * @param pulsePressure the patient's usual pulse pressure
 * @param heartRate the patient's usual heart rate
 * @param respiratoryRate the patient's usual respiratory rate
 * @param child whether the child's pressure limits hold
 */
record Norms(
        double lowSystolic,
        double lowMean,
        double systolic,
        double pulsePressure,
        double heartRate,
        double respiratoryRate,
        boolean child) {
    private static final double PULSE_PRESSURE_SHARE = 0.38;

    static Norms draw(double age, Chance chance) {
        boolean child = age <= 10;
        // Median systolic pressure of a child is 90 + 2 x age (PALS).
        double systolic =
                child
                        ? 90 + 2 * age + chance.between(-2, 4)
                        : chance.between(116, 130) + Math.clamp(age - 55, 0, 6);
        double pulsePressure = PULSE_PRESSURE_SHARE * systolic;
        double lowSystolic = child ? 70 + 2 * age : 90;
        double lowMean = child ? lowSystolic - 0.6 * pulsePressure : 65;
        double heartRate = child ? 118 - 3.4 * age + chance.between(-5, 5) : chance.between(66, 82);
        double respiratoryRate = child ? 27 - age + chance.between(-1, 1) : chance.between(14, 16);
        return new Norms(
                lowSystolic, lowMean, systolic, pulsePressure, heartRate, respiratoryRate, child);
    }

    double mean() {
        return systolic - pulsePressure * 2 / 3;
    }

    /**
     * Charted systolic pressure at or above this is not low by any rule, the patient's own baseline
     * included.
     */
    double safeSystolic() {
        return child ? lowSystolic + 2 : 101;
    }

    /** Charted mean pressure at or above this is not low by any rule. */
    double safeMean() {
        return child ? lowMean : 68;
    }
}
