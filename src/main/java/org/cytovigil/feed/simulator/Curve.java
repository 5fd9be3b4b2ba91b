package org.cytovigil.feed.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * A course of a value over hours: straight between its points, constant before the first and after
 * the last.
 */
final class Curve {
    private record Point(double hour, double value) {}

    private static final double CLOSEST_HOURS = 0.5;

    private final List<Point> points = new ArrayList<>();

    /**
     * Adds a point; one that is not after the point before it is moved half an hour behind that.
     */
    Curve to(double hour, double value) {
        double earliest = points.isEmpty() ? hour : points.getLast().hour() + CLOSEST_HOURS;
        points.add(new Point(Math.max(hour, earliest), value));
        return this;
    }

    double at(double hour) {
        Point before = points.getFirst();
        for (Point point : points) {
            if (hour < point.hour()) {
                return before.equals(point)
                        ? point.value()
                        : before.value()
                                + (point.value() - before.value())
                                        * (hour - before.hour())
                                        / (point.hour() - before.hour());
            }
            before = point;
        }
        return before.value();
    }

    /** From 0 to 1 over the span with a soft start and end. */
    static double rise(double hour, double start, double span) {
        double x = Math.clamp((hour - start) / span, 0, 1);
        return x * x * (3 - 2 * x);
    }
}
