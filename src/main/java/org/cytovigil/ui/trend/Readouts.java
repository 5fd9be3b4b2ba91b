package org.cytovigil.ui.trend;

import java.util.List;

/**
 * The present values as they stand beside the lanes.
 *
 * @param temperature beside the temperature lane
 * @param pressure beside the pressure lane
 * @param oxygen beside the oxygen lane, the saturation among its lines
 * @param vasopressors beside the vasopressor lane
 * @param treatments what was given last
 * @param rates heart rate, with the respiratory rate among its lines
 * @param laboratory the result that came last, with those of the other analytes among its lines
 * @param neurology the score of the last examination, with the grade of neurotoxicity
 */
public record Readouts(
        Readout temperature,
        Readout pressure,
        Readout oxygen,
        Readout vasopressors,
        Readout treatments,
        Readout rates,
        Readout laboratory,
        Readout neurology) {
    /** Before anything is known. */
    public static final Readouts NONE =
            new Readouts(
                    Readout.NONE,
                    Readout.NONE,
                    Readout.NONE,
                    Readout.NONE,
                    Readout.NONE,
                    Readout.NONE,
                    Readout.NONE,
                    Readout.NONE);

    /** That of a lane. */
    public Readout of(LaneId lane) {
        return switch (lane) {
            case TEMPERATURE -> temperature;
            case PRESSURE -> pressure;
            case OXYGEN -> oxygen;
            case VASOPRESSORS -> vasopressors;
            case TREATMENTS -> treatments;
            case RATES -> rates;
            case LABORATORY -> laboratory;
            case NEUROLOGY -> neurology;
        };
    }

    /**
     * A value with what must be read with it.
     *
     * @param value the value in large type
     * @param unit its unit, or empty
     * @param stale whether it is too old to stand for the present; then it is struck through
     * @param lines further values and ages in small type
     */
    public record Readout(String value, String unit, boolean stale, List<Line> lines) {
        static final Readout NONE = new Readout("–", "", false, List.of());
    }

    /** A line in small type; struck through when stale. */
    public record Line(String text, boolean stale) {}
}
