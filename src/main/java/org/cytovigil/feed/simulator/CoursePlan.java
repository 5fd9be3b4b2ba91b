package org.cytovigil.feed.simulator;

/**
 * When what happens, in hours from the infusion; infinity for what does not happen.
 *
 * <p>The distances follow the published course: pressure falls 12-36 h after the first fever,
 * oxygen is needed 0-24 h after that, and grade 3 is reached 24-72 h after the fever.
 *
 * @param onset the first temperature of 38.0 °C
 * @param lowPressure blood pressure becomes low
 * @param vasopressor fluids no longer suffice
 * @param secondVasopressor one vasopressor no longer suffices
 * @param oxygen room air no longer suffices
 * @param highOxygen a nasal cannula no longer suffices
 * @param positivePressure high flow or a mask no longer suffices
 * @param end the last charted set
 */
record CoursePlan(
        double onset,
        double lowPressure,
        double vasopressor,
        double secondVasopressor,
        double oxygen,
        double highOxygen,
        double positivePressure,
        double end) {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    static CoursePlan draw(CourseProfile profile, Chance chance) {
        double end = 24.0 * profile.lengthDays();
        double onset =
                profile.peakGrade() == 0
                        ? NEVER
                        : Math.clamp(
                                profile.onsetHour() + chance.between(-3, 3),
                                24 * profile.product().firstOnsetDay() + 0.5,
                                24 * profile.product().lastOnsetDay() + 18);
        double toPeak = profile.hoursToPeak() * chance.between(0.93, 1.07);
        return switch (profile.peakGrade()) {
            case 2 -> moderate(profile, chance, onset, onset + toPeak, end);
            case 3, 4 -> severe(profile, chance, onset, toPeak, end);
            default -> new CoursePlan(onset, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, end);
        };
    }

    private static CoursePlan moderate(
            CourseProfile profile, Chance chance, double onset, double peak, double end) {
        double low = profile.pressurePeak() == 2 ? peak : NEVER;
        double later = low == NEVER ? 0 : chance.between(1, 10);
        double oxygen = profile.oxygenPeak() == 2 ? peak + later : NEVER;
        return new CoursePlan(onset, low, NEVER, NEVER, oxygen, NEVER, NEVER, end);
    }

    private static CoursePlan severe(
            CourseProfile profile, Chance chance, double onset, double toPeak, double end) {
        double low = onset + chance.between(12, Math.min(32, 0.6 * toPeak));
        double oxygen = low + chance.between(0.5, Math.min(20, 0.3 * toPeak));
        double peak = onset + toPeak;
        double before = onset + toPeak * chance.between(0.55, 0.75);
        double vasopressor =
                switch (profile.pressurePeak()) {
                    case 4 -> before;
                    case 3 -> profile.peakGrade() == 3 ? peak : before;
                    default -> NEVER;
                };
        double highOxygen =
                switch (profile.oxygenPeak()) {
                    case 4 -> before + chance.between(0, 4);
                    case 3 -> (profile.peakGrade() == 3 ? peak : before) + chance.between(0, 6);
                    default -> NEVER;
                };
        return new CoursePlan(
                onset,
                low,
                Math.max(vasopressor, low + 4),
                profile.pressurePeak() == 4 ? Math.max(peak, low + 9) : NEVER,
                oxygen,
                Math.max(highOxygen, oxygen + 3),
                profile.oxygenPeak() == 4
                        ? Math.max(peak + chance.between(-1, 4), oxygen + 8)
                        : NEVER,
                end);
    }
}
