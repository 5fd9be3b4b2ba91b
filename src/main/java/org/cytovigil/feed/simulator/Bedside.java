package org.cytovigil.feed.simulator;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.feed.simulator.VitalSigns.Raw;

/**
 * What the monitor at the bedside sees of a course at any moment, not only when someone charts.
 * Between the ticks of the body it goes straight; on it lies the noise of the sensors, which is the
 * same for the same moment however often and in whatever order it is asked for.
 */
public final class Bedside {
    private static final double FIRST_HOUR = -1;

    private final Norms norms;
    private final long seed;
    private final List<Raw> ticks = new ArrayList<>();
    private final List<State> states = new ArrayList<>();

    /**
     * What holds beside the numbers.
     *
     * @param mayBeLow whether plan or treatment allow a low pressure; if not, noise does not make
     *     one
     * @param onAir whether no oxygen is given
     * @param line whether an arterial line lies
     */
    record State(boolean mayBeLow, boolean onAir, boolean line) {}

    Bedside(Norms norms, long seed) {
        this.norms = norms;
        this.seed = seed;
    }

    /** The next tick, the first of which is an hour before the infusion. */
    void add(Body body, State state) {
        ticks.add(
                new Raw(
                        body.celsius(),
                        body.meanPressure(),
                        body.pulsePressure(),
                        body.saturation(),
                        body.heartRate(),
                        body.respiratoryRate()));
        states.add(state);
    }

    /**
     * What the monitor shows.
     *
     * @param hour from the infusion; before and after the course its first and last moment hold
     */
    public VitalSigns at(double hour) {
        double place = place(hour);
        int before = (int) place;
        double share = place - before;
        Raw one = ticks.get(before);
        Raw other = ticks.get(Math.min(before + 1, ticks.size() - 1));
        Noise noise = new Noise(seed, Math.round(hour * 3_600_000));
        Raw seen =
                new Raw(
                        between(one.celsius(), other.celsius(), share),
                        between(one.mean(), other.mean(), share) + noise.bell(),
                        Math.max(18, between(one.pulse(), other.pulse(), share) + noise.bell()),
                        between(one.saturation(), other.saturation(), share) + 0.4 * noise.bell(),
                        between(one.heartRate(), other.heartRate(), share) + 1.2 * noise.bell(),
                        Math.max(
                                8,
                                between(one.respiratoryRate(), other.respiratoryRate(), share)
                                        + 0.8 * noise.bell()));
        State state = states.get(before);
        boolean mayBeLow =
                state.mayBeLow() && states.get(Math.min(before + 1, ticks.size() - 1)).mayBeLow();
        return VitalSigns.shown(seen, norms, mayBeLow, state.onAir());
    }

    /** Whether an arterial line measures the pressure at that hour from the infusion. */
    public boolean hasLine(double hour) {
        return states.get((int) place(hour)).line();
    }

    private double place(double hour) {
        return Math.clamp((hour - FIRST_HOUR) / Body.TICK_HOURS, 0, ticks.size() - 1);
    }

    private static double between(double one, double other, double share) {
        return one + (other - one) * share;
    }
}
