package org.cytovigil.ui.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The marks of a picture that can be pressed, with the moments they stand for. Fingers in gloves
 * need not meet a mark to the pixel. FX thread.
 */
final class Targets {
    /** Pixels beside a mark in which it is still meant: with the mark itself some 44. */
    private static final double REACH = 18;

    private final List<Target> targets = new ArrayList<>();

    private record Target(double left, double top, double right, double bottom, long time) {
        double distance(double x, double y) {
            return Math.hypot(
                    Math.max(0, Math.max(left - x, x - right)),
                    Math.max(0, Math.max(top - y, y - bottom)));
        }
    }

    /** Adds what was drawn for a moment within a rectangle. */
    void add(double left, double top, double width, double height, long time) {
        targets.add(new Target(left, top, left + width, top + height, time));
    }

    /** The moment of the mark at a place, or of the nearest within reach; empty for none. */
    OptionalLong at(double x, double y) {
        double nearest = REACH;
        OptionalLong found = OptionalLong.empty();
        for (Target target : targets) {
            double distance = target.distance(x, y);
            // What was drawn later stands in front.
            if (distance <= nearest) {
                nearest = distance;
                found = OptionalLong.of(target.time);
            }
        }
        return found;
    }
}
