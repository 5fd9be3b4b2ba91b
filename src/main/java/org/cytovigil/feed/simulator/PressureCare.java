package org.cytovigil.feed.simulator;

import java.util.EnumMap;
import java.util.Map;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Observation.FluidBolus;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;

/**
 * How the ward answers low pressure: fluid boluses, then norepinephrine, then epinephrine beside
 * it, titrated to a mean pressure of 65-75 mmHg (a child's lower band), and weaned after the turn.
 * Only what the profile's peak allows is used.
 */
final class PressureCare {
    private static final int MOST_BOLUSES = 4;
    private static final long BOLUS_COUNTS_MINUTES = 6 * 60;
    private static final long CONFIRM_MINUTES = 6 * 60;
    private static final int LOWEST_DOSE = 2;

    private final CoursePlan plan;
    private final int allowed;
    private final Norms norms;
    private final double kilograms;
    private final Circulation circulation;
    private final Turn turn;
    private final Chart chart;
    private final Orders orders;
    private final Rounds rounds;
    private final Chance chance;
    // Doses in hundredths of ug/kg/min.
    private final Map<Vasopressor, Integer> doses = new EnumMap<>(Vasopressor.class);
    private final Map<Vasopressor, Long> charted = new EnumMap<>(Vasopressor.class);
    private int boluses;
    private long lastBolus = Long.MIN_VALUE / 2;
    private long lastChange = Long.MIN_VALUE / 2;
    private long busyUntil = Long.MIN_VALUE;
    private boolean supportedBefore;
    private boolean low;

    PressureCare(
            CourseProfile profile,
            CoursePlan plan,
            Norms norms,
            Circulation circulation,
            Turn turn,
            Station station) {
        this.plan = plan;
        allowed = profile.pressurePeak();
        this.norms = norms;
        kilograms = profile.weight().kilograms();
        this.circulation = circulation;
        this.turn = turn;
        chart = station.chart();
        orders = station.orders();
        rounds = station.rounds();
        chance = station.chance();
    }

    /** The grade of the pressure axis at that minute as the ward sees it: 0, 2, 3 or 4. */
    int grade(long minute) {
        if (!doses.isEmpty()) {
            return doses.size() > 1 ? 4 : 3;
        }
        return low || minute - lastBolus < BOLUS_COUNTS_MINUTES ? 2 : 0;
    }

    /**
     * The rise in mean pressure, mmHg, that the running drugs give: steep at low doses, flatter
     * above.
     */
    double support() {
        double sum = 0;
        for (int dose : doses.values()) {
            sum += 1.6 * dose / (1 + 0.02 * dose);
        }
        return sum;
    }

    /** A pressure was charted. */
    void seen(long minute, int systolic, int mean) {
        low = systolic < norms.lowSystolic() || (!norms.child() && mean < norms.lowMean());
        confirm(minute);
        if (minute < busyUntil || allowed == 0) {
            return;
        }
        if (doses.isEmpty()) {
            answerLow(minute, mean);
        } else if (mean < norms.lowMean()) {
            stepUp(minute, mean);
        } else if (secondOverdue(minute, mean)) {
            change(minute, Vasopressor.EPINEPHRINE, 3);
        } else {
            stepDown(minute, mean);
        }
    }

    private void answerLow(long minute, int mean) {
        double hour = minute / 60.0;
        int patience = mean < norms.lowMean() - 4 ? 75 : chance.whole(80, 220);
        boolean mayStart = allowed >= 3 && boluses > 0;
        boolean fluidsFail = low && (hour >= plan.vasopressor() - 1.5 || boluses >= MOST_BOLUSES);
        boolean overdue =
                !supportedBefore && hour >= plan.vasopressor() + 2 && mean < norms.lowMean() + 4;
        if (mayStart && (overdue || fluidsFail || (low && supportedBefore))) {
            change(minute, Vasopressor.NOREPINEPHRINE, supportedBefore ? 3 : chance.whole(4, 6));
            supportedBefore = true;
        } else if (low && boluses < MOST_BOLUSES && minute - lastBolus > patience) {
            bolus(minute);
        }
    }

    private void bolus(long minute) {
        boluses++;
        double perKilogram = norms.child() ? 10 : 7;
        double millilitres = Math.clamp(50 * Math.rint(perKilogram * kilograms / 50), 100, 500);
        long given = minute + chance.whole(6, 14);
        lastBolus = given;
        busyUntil = given + 20;
        orders.at(
                given,
                at -> {
                    chart.add(at, new FluidBolus(millilitres));
                    circulation.bolusGiven(at / 60.0);
                });
        rounds.ask(given + chance.whole(32, 48));
    }

    private void stepUp(long minute, int mean) {
        if (minute - lastChange < 14) {
            return;
        }
        int norepinephrine = doses.getOrDefault(Vasopressor.NOREPINEPHRINE, 0);
        int epinephrine = doses.getOrDefault(Vasopressor.EPINEPHRINE, 0);
        boolean second = allowed == 4 && minute / 60.0 >= plan.secondVasopressor() - 2;
        int step = mean < norms.lowMean() - 5 ? 4 : chance.whole(2, 3);
        int most = allowed == 4 ? (second ? 30 : 24) : 20;
        if (second && epinephrine == 0 && norepinephrine >= 15) {
            change(minute, Vasopressor.EPINEPHRINE, chance.whole(3, 5));
        } else if (epinephrine > 0 && norepinephrine >= 25 && epinephrine < 20) {
            change(minute, Vasopressor.EPINEPHRINE, epinephrine + Math.min(step, 3));
        } else if (norepinephrine < most) {
            change(minute, Vasopressor.NOREPINEPHRINE, Math.min(most, norepinephrine + step));
        }
    }

    private boolean secondOverdue(long minute, int mean) {
        return allowed == 4
                && doses.size() == 1
                && !turn.over(minute / 60.0)
                && minute / 60.0 >= plan.secondVasopressor() + 1
                && mean < norms.lowMean() + 6;
    }

    private void stepDown(long minute, int mean) {
        double hour = minute / 60.0;
        boolean turned = turn.over(hour - 4);
        double spare = mean - norms.lowMean();
        if (minute - lastChange < (turned ? 75 : 150) || spare < (turned ? 6 : 10)) {
            return;
        }
        int epinephrine = doses.getOrDefault(Vasopressor.EPINEPHRINE, 0);
        int norepinephrine = doses.getOrDefault(Vasopressor.NOREPINEPHRINE, 0);
        if (epinephrine > 0) {
            if (turned || epinephrine > 3) {
                int less = epinephrine - chance.whole(1, 2);
                change(minute, Vasopressor.EPINEPHRINE, less < LOWEST_DOSE ? 0 : less);
            }
        } else if (norepinephrine > LOWEST_DOSE) {
            int step = norepinephrine > 14 ? chance.whole(2, 3) : chance.whole(1, 2);
            change(
                    minute,
                    Vasopressor.NOREPINEPHRINE,
                    Math.max(LOWEST_DOSE, norepinephrine - step));
        } else if (turned && circulation.unsupported() > norms.lowMean() + 4) {
            change(minute, Vasopressor.NOREPINEPHRINE, 0);
        }
    }

    private void change(long minute, Vasopressor drug, int dose) {
        boolean up = dose > doses.getOrDefault(drug, 0);
        long when = minute + (supportedBefore ? chance.whole(3, 8) : chance.whole(10, 22));
        busyUntil = when + 1;
        lastChange = when;
        orders.at(
                when,
                at -> {
                    if (dose == 0) {
                        doses.remove(drug);
                    } else {
                        doses.put(drug, dose);
                    }
                    chartDose(at, drug);
                });
        if (up || dose == 0) {
            rounds.ask(when + chance.whole(15, 24));
        }
    }

    /**
     * A drug that runs unchanged is charted again within the shift, or it would count as
     * unconfirmed.
     */
    private void confirm(long minute) {
        for (Vasopressor drug : doses.keySet()) {
            if (minute >= busyUntil
                    && minute - charted.getOrDefault(drug, minute) >= CONFIRM_MINUTES) {
                chartDose(minute + 1, drug);
            }
        }
    }

    private void chartDose(long minute, Vasopressor drug) {
        int dose = doses.getOrDefault(drug, 0);
        charted.put(drug, minute);
        chart.add(
                minute,
                new VasopressorCharted(
                        dose == 0
                                ? VasopressorInfusion.stopped(drug)
                                : new VasopressorInfusion(
                                        drug,
                                        new DoseRate(dose / 100.0, DoseUnit.UG_PER_KG_PER_MIN),
                                        Salt.BASE)));
    }
}
