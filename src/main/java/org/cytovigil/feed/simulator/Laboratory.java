package org.cytovigil.feed.simulator;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Observation.LaboratoryResult;

/**
 * Daily blood results that follow the inflammation, each with its own delay: IL-6 within hours, CRP
 * within a day, ferritin and LDH over days. Once tocilizumab works, CRP falls and IL-6 first rises,
 * since its receptor is taken. Platelets reach their low about a week after lymphodepletion
 * whatever the syndrome does.
 */
final class Laboratory {
    /** A marker that fills up with inflammation and clears by itself. */
    private static final class Marker {
        private final double rest;
        private final double peak;
        private final double share;
        private double above;

        Marker(double rest, double peak, double clearingHours) {
            this.rest = rest;
            this.peak = peak;
            share = Body.share(clearingHours);
        }

        void advance(double drive) {
            above += (Math.max(0, peak - rest) * drive - above) * share;
        }

        double value() {
            return rest + above;
        }
    }

    private static final double[] CRP_PEAKS = {18, 130, 210, 300, 370};
    private static final double[] FERRITIN_PEAKS = {700, 1_800, 4_500, 14_000, 42_000};
    private static final double[] IL6_PEAKS = {12, 90, 600, 3_500, 14_000};
    private static final double[] LDH_PEAKS = {260, 330, 450, 750, 1_200};
    private static final double[] CREATININE_RISE = {1, 1.05, 1.2, 1.6, 2.3};
    private static final double[] PLATELET_LOWS = {70, 55, 42, 24, 14};

    private final Turn turn;
    private final Fever fever;
    private final Chance chance;
    private final Marker crp;
    private final Marker ferritin;
    private final Marker il6;
    private final Marker ldh;
    private final Marker creatinine;
    private final double plateletsBefore;
    private final double plateletLow;

    Laboratory(CourseProfile profile, boolean child, Turn turn, Fever fever, Chance chance) {
        this.turn = turn;
        this.fever = fever;
        this.chance = chance;
        int grade = profile.peakGrade();
        double spread = chance.between(0.8, 1.25);
        crp = new Marker(chance.between(4, 16), CRP_PEAKS[grade] * spread, 30);
        ferritin = new Marker(chance.between(250, 650), FERRITIN_PEAKS[grade] * spread, 60);
        il6 = new Marker(chance.between(3, 9), IL6_PEAKS[grade] * spread, 9);
        ldh = new Marker(chance.between(190, 260), LDH_PEAKS[grade] * spread, 40);
        double kidney = child ? chance.between(0.32, 0.48) : chance.between(0.65, 0.95);
        creatinine = new Marker(kidney, kidney * CREATININE_RISE[grade], 30);
        plateletsBefore = chance.between(120, 190);
        plateletLow = PLATELET_LOWS[grade] * chance.between(0.8, 1.2);
    }

    /** One tick passes. */
    void advance(double hour, double severity) {
        double drive = fever.intensity(hour);
        double since = hour - turn.hour();
        boolean blocked = since > 0;
        double fading = blocked ? 1 - Curve.rise(since, 0, 30) : 1;
        crp.advance(blocked ? 0.04 * fading : drive);
        il6.advance(blocked ? 1.6 * drive * fading : drive * severity);
        ferritin.advance(drive * severity * (blocked ? fading : 1));
        ldh.advance(drive * severity * (blocked ? fading : 1));
        creatinine.advance(severity * (blocked ? 1 - Curve.rise(since, 24, 48) : 1));
    }

    /** The results of blood drawn at that hour. */
    List<LaboratoryResult> results(double hour) {
        List<LaboratoryResult> results = new ArrayList<>();
        results.add(result(Analyte.CRP, crp.value(), 1));
        results.add(result(Analyte.FERRITIN, ferritin.value(), 1));
        results.add(result(Analyte.INTERLEUKIN_6, il6.value(), 1));
        results.add(result(Analyte.LDH, ldh.value(), 1));
        results.add(result(Analyte.PLATELETS, platelets(hour), 1));
        results.add(result(Analyte.CREATININE, creatinine.value(), 0.01));
        return results;
    }

    private double platelets(double hour) {
        double fall = Curve.rise(hour, -60, 230);
        double recovery = 0.35 * Curve.rise(hour, 190, 200);
        return plateletsBefore - (plateletsBefore - plateletLow) * fall * (1 - recovery);
    }

    private LaboratoryResult result(Analyte analyte, double value, double step) {
        double measured = value * (1 + 0.03 * chance.bell());
        long steps = Math.max(1, Math.round(measured / step));
        return new LaboratoryResult(analyte, step == 1 ? steps : steps / 100.0);
    }
}
