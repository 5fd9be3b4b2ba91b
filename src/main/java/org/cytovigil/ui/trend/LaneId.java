package org.cytovigil.ui.trend;

import java.util.Optional;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;

/**
 * The lanes of a chart below the grades, in the order in which they stand while nobody chose
 * another.
 */
public enum LaneId {
    TEMPERATURE("temperature", Ink.TEMPERATURE, 62, 76, 0.8, true),
    PRESSURE("pressure", Ink.PRESSURE, 66, 88, 1, true),
    OXYGEN("oxygen", Ink.OXYGEN, 106, 126, 1.2, true),
    VASOPRESSORS("vasopressors", Ink.VASOPRESSOR, 74, 86, 0.9, true),
    TREATMENTS("treatments", Ink.TEXT, 60, 64, 0.1, true),
    RATES("rates", Ink.RATE, 84, 92, 0.8, false),
    LABORATORY("laboratory", Ink.LABORATORY, 96, 128, 1, false),
    NEUROLOGY("neurology", Ink.NEUROLOGY, 88, 100, 0.8, false);

    private final String id;
    private final Ink ink;
    private final double least;
    private final double comfortable;
    private final double share;
    private final boolean first;

    LaneId(String id, Ink ink, double least, double comfortable, double share, boolean first) {
        this.id = id;
        this.ink = ink;
        this.least = least;
        this.comfortable = comfortable;
        this.share = share;
        this.first = first;
    }

    /** The name by which a choice of lanes is kept. */
    public String id() {
        return id;
    }

    /** The lane of that name; empty for a name of none. */
    public static Optional<LaneId> parse(String id) {
        for (LaneId lane : values()) {
            if (lane.id.equals(id)) {
                return Optional.of(lane);
            }
        }
        return Optional.empty();
    }

    /** "Temperature". */
    public String title() {
        return Texts.of("bedside.lane." + id);
    }

    Ink ink() {
        return ink;
    }

    /** Lower than this, in units, it cannot be read and folds. */
    double least() {
        return least;
    }

    /** From this height on, in units, it is read without effort. */
    double comfortable() {
        return comfortable;
    }

    /** Its share of the height that is left over, while nobody chose another. */
    double share() {
        return share;
    }

    /** Whether grades need it: it stands open wherever there is room at all. */
    boolean first() {
        return first;
    }
}
