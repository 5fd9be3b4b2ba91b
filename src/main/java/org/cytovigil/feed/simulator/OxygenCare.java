package org.cytovigil.feed.simulator;

import java.util.function.BooleanSupplier;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.OxygenSupport.Ventilator;

/**
 * How the ward answers a falling saturation: a rung up the ladder at 92 % or less, a rung down
 * after hours at 95 % or more.
 */
final class OxygenCare {
    private static final int TOO_LOW = 92;
    private static final int GOOD = 95;
    private static final int PLENTY = 97;

    private final CoursePlan plan;
    private final OxygenLadder ladder;
    private final Lungs lungs;
    private final Turn turn;
    private final BooleanSupplier stable;
    private final Chart chart;
    private final Orders orders;
    private final Rounds rounds;
    private final Chance chance;
    private int rung;
    private long lastChange = Long.MIN_VALUE / 2;
    private long busyUntil = Long.MIN_VALUE;

    /**
     * @param stable whether the circulation lets a ventilator be taken away
     */
    OxygenCare(
            CoursePlan plan,
            OxygenLadder ladder,
            Lungs lungs,
            Turn turn,
            BooleanSupplier stable,
            Station station) {
        this.stable = stable;
        this.plan = plan;
        this.ladder = ladder;
        this.lungs = lungs;
        this.turn = turn;
        chart = station.chart();
        orders = station.orders();
        rounds = station.rounds();
        chance = station.chance();
    }

    /** The grade of the oxygen axis: 0, 2, 3 or 4. */
    int grade() {
        return ladder.rung(rung).grade();
    }

    OxygenSupport support() {
        return ladder.rung(rung).support();
    }

    /** The effective fraction of oxygen that the device gives. */
    double supplied() {
        return ladder.rung(rung).effective();
    }

    boolean ventilated() {
        return support() instanceof Ventilator;
    }

    /** Whether pulse oximetry calls the nurse: no one waits for the next round. */
    boolean alarming() {
        double threshold = rung == 0 ? 92.2 : 91.2;
        return lungs.saturation() < threshold;
    }

    /** A saturation was charted. */
    void seen(long minute, int percent) {
        if (minute < busyUntil) {
            return;
        }
        if (percent <= TOO_LOW && minute - lastChange > 20) {
            int higher = ladder.up(rung, lungs.need(), allowed(minute / 60.0));
            if (higher > rung) {
                change(minute + chance.whole(3, 8), higher);
            }
        } else if (rung > 0 && minute - lastChange > chance.whole(140, 230)) {
            stepDown(minute, percent);
        }
    }

    private int allowed(double hour) {
        if (hour >= plan.positivePressure() - 2) {
            return 4;
        }
        return hour >= plan.highOxygen() - 2 ? 3 : 2;
    }

    private void stepDown(long minute, int percent) {
        int lower = rung - 1;
        // Without the turn only the settings of the same device come down, when they give plenty.
        boolean weaning = turn.over(minute / 60.0 - 4);
        boolean lowerSuffices =
                ladder.rung(lower).effective() >= lungs.need() - (weaning ? 0.012 : -0.05);
        boolean wellOff =
                weaning ? percent >= GOOD : percent >= PLENTY && ladder.sameDevice(rung, lower);
        boolean mayLeave = !ventilated() || ladder.sameDevice(rung, lower) || stable.getAsBoolean();
        if (lowerSuffices && wellOff && mayLeave) {
            change(minute + chance.whole(4, 12), lower);
        }
    }

    private void change(long minute, int newRung) {
        boolean up = newRung > rung;
        busyUntil = minute + 1;
        lastChange = minute;
        orders.at(
                minute,
                at -> {
                    rung = newRung;
                    chart.add(at, new OxygenDevice(support()));
                });
        if (up) {
            rounds.ask(minute + chance.whole(18, 30));
        }
    }
}
