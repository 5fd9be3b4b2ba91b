package org.cytovigil.grading;

import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Drip.Level;
import org.cytovigil.grading.Push.Told;
import org.cytovigil.grading.Situation.Air;
import org.cytovigil.grading.Situation.Blame;
import org.cytovigil.grading.Situation.Extra;
import org.cytovigil.grading.Situation.Vasopressin;
import org.cytovigil.grading.Situation.Years;

/**
 * The six scales of CRS in tables of their own: a second reading of the policy page, sections 1 to
 * 4, by another author than the engine's, who did not read the engine for it. Where the page is
 * silent both follow one reading:
 *
 * <ul>
 *   <li>a cannula at 0 L/min, and on the scales by FiO2 any flow device at 0.21, is room air;
 *   <li>a partial rebreather, face tent, collar or T-piece without a set FiO2, and a simple mask of
 *       unknown flow, are [2,3] on the scales by FiO2 and 3 on ASTCT;
 *   <li>a patient of unknown age is an adult;
 *   <li>an unknown dose is open from its first minute and whatever the pressure;
 *   <li>constitutional symptoms do not count on CARTOX, grade 1 of an organ does;
 *   <li>renal toxicity of grade 4 is 3 on Penn, as grade 3.
 * </ul>
 */
final class OracleTables {
    private static final GradeRange G0 = GradeRange.of(0);

    private OracleTables() {}

    /** What the policy page says of a situation on a scale. */
    static GradeRange grade(ScaleId scale, Situation s) {
        if (s.extra().died()) {
            return GradeRange.of(5);
        }
        if (s.blame() == Blame.WHOLE) {
            return G0;
        }
        GradeRange oxygen = s.blame() == Blame.OXYGEN ? G0 : oxygen(scale, s.air(), s.spo2());
        GradeRange pressure = s.blame() == Blame.PRESSURE ? G0 : pressure(scale, s);
        GradeRange both = worst(oxygen, pressure);
        if (scale == ScaleId.ASTCT_2019) {
            return astct(both, s);
        }
        return worst(worst(both, symptoms(scale, s)), organs(scale, s.extra()));
    }

    private static GradeRange worst(GradeRange one, GradeRange other) {
        return range(
                Math.max(one.lowest(), other.lowest()), Math.max(one.highest(), other.highest()));
    }

    private static GradeRange range(int lowest, int highest) {
        return GradeRange.of(lowest, highest);
    }

    // ---- fever

    /** ASTCT: no grade but by an episode, or by a fever, which opens one. */
    private static GradeRange astct(GradeRange both, Situation s) {
        if (s.heat().fever()) {
            return worst(both, GradeRange.of(1));
        }
        boolean known = s.heat().againstLimit == Told.LOW;
        if (s.episode()) {
            return known ? both : worst(both, range(0, 1));
        }
        return known ? G0 : range(0, Math.max(1, both.highest()));
    }

    private static GradeRange symptoms(ScaleId scale, Situation s) {
        boolean constitutional =
                switch (scale) {
                    case LEE_2014, REVIEW -> s.extra().symptoms();
                    default -> false;
                };
        if (constitutional || s.heat().fever()) {
            return GradeRange.of(1);
        }
        return s.heat().againstLimit == Told.LOW ? G0 : range(0, 1);
    }

    // ---- organs

    private static GradeRange organs(ScaleId scale, Extra extra) {
        int grade =
                switch (scale) {
                    case LEE_2014, CARTOX -> organsByGrade(scale, extra);
                    case PENN -> organsPenn(extra);
                    default -> 0;
                };
        return GradeRange.of(grade);
    }

    private static int organsByGrade(ScaleId scale, Extra extra) {
        int worst = Math.max(extra.renal(), extra.other());
        int transaminases = Math.min(3, extra.transaminases());
        int grade = Math.max(worst, transaminases);
        return grade == 1 && scale == ScaleId.LEE_2014 ? 0 : grade;
    }

    private static int organsPenn(Extra extra) {
        if (extra.renal() >= 3 || extra.transaminases() == 4 || extra.plasma()) {
            return 3;
        }
        boolean two = extra.renal() == 2 || extra.transaminases() == 3 || extra.intravenous();
        return two ? 2 : 0;
    }

    // ---- oxygen

    private static GradeRange oxygen(ScaleId scale, Air air, int spo2) {
        boolean cannula = air.device().equals("nasal-cannula");
        boolean none =
                air.device().equals("room-air")
                        || (cannula && (air.flow() == 0 || air.flow() <= air.home()));
        // Pure air through a device: on the scales by FiO2 that is room air too.
        boolean pureAir = byFraction(scale) && air.fio2() == 21 && goesByFraction(air);
        if (none || pureAir) {
            boolean hypoxic = spo2 > 0 && spo2 < 90;
            return hypoxic ? range(scale == ScaleId.PENN ? 3 : 2, 4) : G0;
        }
        return switch (air.device()) {
            case "never", "stale", "unrecognised" -> range(0, 4);
            case "mechanical-ventilation" -> GradeRange.of(4);
            default ->
                    switch (scale) {
                        case ASTCT_2019 -> oxygenByDevice(air);
                        case PENN -> GradeRange.of(3);
                        default -> oxygenByFraction(scale, air);
                    };
        };
    }

    private static boolean byFraction(ScaleId scale) {
        return scale != ScaleId.ASTCT_2019 && scale != ScaleId.PENN;
    }

    private static boolean goesByFraction(Air air) {
        return switch (air.device()) {
            case "cpap", "bipap", "mechanical-ventilation" -> false;
            default -> true;
        };
    }

    private static GradeRange oxygenByDevice(Air air) {
        boolean unknown = Double.isNaN(air.flow());
        return switch (air.device()) {
            case "cpap", "bipap" -> GradeRange.of(4);
            case "blow-by" -> GradeRange.of(2);
            case "nasal-cannula" -> unknown ? range(2, 3) : GradeRange.of(air.flow() <= 6 ? 2 : 3);
            case "hfnc" -> GradeRange.of(!unknown && air.flow() <= 6 ? 2 : 3);
            default -> GradeRange.of(3);
        };
    }

    private static GradeRange oxygenByFraction(ScaleId scale, Air air) {
        if (air.device().equals("cpap") || air.device().equals("bipap")) {
            return scale == ScaleId.CTCAE_5 ? range(3, 4) : GradeRange.of(3);
        }
        if (air.fio2() > 0) {
            return GradeRange.of(air.fio2() >= 40 ? 3 : 2);
        }
        boolean unknown = Double.isNaN(air.flow());
        return switch (air.device()) {
            // 0.20 + 0.04 x 5 = 0.40
            case "nasal-cannula" -> unknown ? range(2, 3) : GradeRange.of(air.flow() >= 5 ? 3 : 2);
            // 0.35 up to 5 L/min, 0.40 at 6
            case "simple-mask" -> unknown ? range(2, 3) : GradeRange.of(air.flow() > 5 ? 3 : 2);
            case "non-rebreather" -> GradeRange.of(3);
            default -> range(2, 3);
        };
    }

    // ---- pressure

    private static GradeRange pressure(ScaleId scale, Situation s) {
        boolean beside = s.vasopressin() != Vasopressin.NONE;
        int drugs = s.drip().count + (beside ? 1 : 0);
        if (scale == ScaleId.ASTCT_2019 && drugs > 0) {
            return GradeRange.of(s.drip().count >= 2 ? 4 : 3);
        }
        if (drugs == 0) {
            return untreated(scale, s);
        }
        Level level = level(s.drip(), s.vasopressin());
        return switch (scale) {
            case CTCAE_5 -> drugs == 1 ? GradeRange.of(3) : range(3, 4);
            case PENN -> byLevel(level, 3);
            case REVIEW -> review(level, reading(scale, s.push(), s.years()));
            default -> drugs >= 2 ? GradeRange.of(3) : byLevel(level, 2);
        };
    }

    private static GradeRange byLevel(Level level, int low) {
        return switch (level) {
            case LOW -> GradeRange.of(low);
            case HIGH -> GradeRange.of(low + 1);
            case OPEN -> range(low, low + 1);
        };
    }

    /** "Very severe": still low while the drugs have been at high dose for three hours. */
    private static GradeRange review(Level level, Told reading) {
        if (level != Level.HIGH) {
            // Section 3 gives the unknown dose [2,3] and does not look at the pressure.
            return byLevel(level, 2);
        }
        return range(reading == Told.LOW ? 4 : 3, reading == Told.NORMAL ? 3 : 4);
    }

    private static Level level(Drip drip, Vasopressin vasopressin) {
        return switch (vasopressin) {
            case LONG, THREE_H -> drip.besideVasopressin;
            case NONE -> drip.alone;
            // Section 3 does not ask for three hours of an unknown dose: it is open at once.
            case SHORT ->
                    drip.alone == Level.LOW && drip.besideVasopressin == Level.OPEN
                            ? Level.OPEN
                            : drip.alone;
        };
    }

    private static GradeRange untreated(ScaleId scale, Situation s) {
        Push push = s.push();
        int recent = 0;
        int withinDay = 0;
        for (long bolus : push.boluses) {
            recent += bolus <= 6 * 3_600_000L ? 1 : 0;
            withinDay += bolus <= 24 * 3_600_000L ? 1 : 0;
        }
        if (scale == ScaleId.PENN && withinDay >= 2) {
            return GradeRange.of(3);
        }
        Told reading = reading(scale, push, s.years());
        boolean hypotension = reading == Told.LOW || push.stated || recent > 0;
        if (!hypotension) {
            int most = scale == ScaleId.PENN ? 3 : 2;
            return reading == Told.NORMAL ? G0 : range(0, most);
        }
        return switch (scale) {
            case ASTCT_2019, CTCAE_5 -> GradeRange.of(2);
            case PENN -> range(2, 3);
            default -> push.stated || recent > 0 ? GradeRange.of(2) : range(2, 3);
        };
    }

    private static Told reading(ScaleId scale, Push push, Years years) {
        // Of unknown age: an adult, whose limits are the widest.
        boolean overTen = !(years.age <= 10);
        boolean lowByMore =
                (push == Push.MEAN_LOW || push == Push.RELATIVE_LOW)
                        && overTen
                        && scale != ScaleId.CARTOX;
        return lowByMore ? Told.LOW : push.systolic;
    }
}
