package org.cytovigil.ui.trend;

import java.time.Duration;
import java.util.function.DoubleUnaryOperator;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;

/** Draws measured values: a line between samples near enough, a dot for one that stands alone. */
final class Lines {
    private Lines() {}

    /**
     * Strokes the trace, as thick as said in pixels. What three samples or more of one pixel column
     * reach is one upright stroke in its middle; two such columns side by side meet half way, so
     * that a dense series costs a stroke a column.
     */
    static void stroke(
            Raster raster,
            ChartArea area,
            Trace trace,
            TimeAxis axis,
            double low,
            double high,
            double thickness) {
        int i = 0;
        boolean wasFull = false;
        double beforeX = 0;
        double beforeY = 0;
        while (i < trace.size()) {
            double x = axis.x(trace.time(i));
            double y = area.y(trace.value(i), low, high);
            long column = (long) Math.floor(x);
            double upper = y;
            double lower = y;
            int end = i;
            double endX = x;
            double endY = y;
            while (end + 1 < trace.size() && trace.joined(end + 1)) {
                double nextX = axis.x(trace.time(end + 1));
                if ((long) Math.floor(nextX) != column) {
                    break;
                }
                end++;
                endX = nextX;
                endY = area.y(trace.value(end), low, high);
                upper = Math.min(upper, endY);
                lower = Math.max(lower, endY);
            }
            boolean full = end - i >= 2;
            boolean joined = trace.joined(i) && i > 0;
            boolean meets = joined && full && wasFull && column == (long) Math.floor(beforeX) + 1;
            if (meets) {
                double half = (beforeY + y) / 2;
                raster.line(column - 0.5, beforeY, column - 0.5, half, thickness);
                upper = Math.min(upper, half);
                lower = Math.max(lower, half);
            } else if (joined) {
                raster.line(beforeX, beforeY, x, y, thickness);
            }
            if (full) {
                raster.line(column + 0.5, upper, column + 0.5, lower, thickness);
            } else if (end > i) {
                raster.line(x, y, endX, endY, thickness);
            }
            wasFull = full;
            beforeX = endX;
            beforeY = endY;
            i = end + 1;
        }
    }

    /** A dot at each sample that no line reaches. */
    static void alone(
            Raster raster,
            ChartArea area,
            Trace trace,
            TimeAxis axis,
            double low,
            double high,
            double radius) {
        for (int i = 0; i < trace.size(); i++) {
            if (trace.alone(i)) {
                double y = area.y(trace.value(i), low, high);
                raster.dot(axis.x(trace.time(i)), y, radius);
            }
        }
    }

    /** Dots at the samples; where they would touch, only at those that no line reaches. */
    static void dots(
            Raster raster,
            ChartArea area,
            Trace trace,
            TimeAxis axis,
            double low,
            double high,
            double radius) {
        double lastX = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < trace.size(); i++) {
            double x = axis.x(trace.time(i));
            if (x - lastX >= 3 * radius || trace.alone(i)) {
                double y = area.y(trace.value(i), low, high);
                raster.dot(x, y, radius);
                lastX = x;
            }
        }
    }

    /**
     * A ring around a value that came late, a cross where one would be that does not count; one
     * beyond the scale is crossed at its edge.
     */
    static void marks(
            Brush brush,
            ChartArea area,
            ChartScene scene,
            TimeAxis axis,
            Parameter parameter,
            double low,
            double high) {
        marks(
                brush,
                area,
                scene,
                axis,
                new Mark.Measured(parameter),
                value -> area.y(value, low, high));
    }

    /**
     * The same.
     *
     * @param place the vertical of a value
     */
    static void marks(
            Brush brush,
            ChartArea area,
            ChartScene scene,
            TimeAxis axis,
            Mark.Subject subject,
            DoubleUnaryOperator place) {
        double r = Math.max(4, brush.px(6));
        for (Mark mark : scene.marks()) {
            if (mark.subject().equals(subject)
                    && mark.millis() >= axis.from()
                    && mark.millis() <= axis.to()) {
                double x = axis.x(mark.millis());
                double lowestPlace = area.top() + area.height() - r;
                double wanted = Math.min(place.applyAsDouble(mark.value()), lowestPlace);
                double y = Math.max(wanted, area.top() + r);
                brush.line(Ink.TEXT, 1, 1.6);
                switch (mark.kind()) {
                    case LATE -> brush.canvas().strokeOval(x - r, y - r, 2 * r, 2 * r);
                    case NOT_COUNTED -> {
                        double arm = r * 0.7;
                        brush.canvas().strokeLine(x - arm, y - arm, x + arm, y + arm);
                        brush.canvas().strokeLine(x - arm, y + arm, x + arm, y - arm);
                    }
                }
            }
        }
    }

    /**
     * Hatches the plot from where the last value stopped standing for the present up to the
     * present, and says how old that value is.
     */
    static void unknownSince(
            Brush brush,
            ChartArea area,
            ChartScene scene,
            TimeAxis axis,
            Series series,
            Duration freshFor) {
        int last = series.lastAt(scene.nowMillis());
        if (last < 0) {
            return;
        }
        long since = series.time(last) + freshFor.toMillis();
        double from = Math.max(axis.x(since), area.left());
        double to = Math.min(axis.x(scene.nowMillis()), area.right());
        if (to <= from) {
            return;
        }
        brush.hatch(from, area.top(), to - from, area.height(), Ink.MUTED, 0.35);
        String label =
                Texts.of(
                        "bedside.chart.no-value",
                        Wording.duration(Duration.ofMillis(scene.nowMillis() - series.time(last))));
        double width = brush.width(label, Brush.SMALL, false);
        if (width + brush.px(16) < to - from) {
            brush.plate(
                    label,
                    (from + to - width) / 2,
                    area.top() + area.height() / 2,
                    Brush.SMALL,
                    Ink.TEXT,
                    Ink.SURFACE);
        }
    }
}
