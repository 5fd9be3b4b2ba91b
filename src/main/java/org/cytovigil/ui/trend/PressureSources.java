package org.cytovigil.ui.trend;

import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.grading.Settings;
import org.cytovigil.monitor.ChartData;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;

/**
 * What measured the pressures: a pair of angles that close on the pressure for a cuff, as
 * anesthesia charts have them, and a bar along the lane's foot for an arterial line.
 */
// [impl->req~ui.trend-measured~1]
final class PressureSources {
    private final Trace trace = new Trace();

    void draw(
            Brush brush, ChartArea area, ChartScene scene, TimeAxis axis, double low, double high) {
        ChartData data = scene.data();
        long join = scene.policy().get(Settings.PRESSURE_FRESH).toMillis();
        trace.read(data.of(PressureSource.CUFF), axis, scene.nowMillis(), join);
        cuffs(brush, area, data, axis, low, high);
        trace.read(data.of(PressureSource.ARTERIAL_LINE), axis, scene.nowMillis(), join);
        line(brush, area, axis);
    }

    private void cuffs(
            Brush brush, ChartArea area, ChartData data, TimeAxis axis, double low, double high) {
        double r = Math.max(2.5, brush.px(4));
        double last = Double.NEGATIVE_INFINITY;
        brush.line(Ink.PRESSURE, 1, 1.6);
        for (int i = 0; i < trace.size(); i++) {
            double x = axis.x(trace.time(i));
            if (x - last < 3 * r || x < area.left() || x > area.right()) {
                continue;
            }
            last = x;
            angle(brush, area, data.of(Parameter.SYSTOLIC), trace.time(i), x, r, low, high, -1);
            angle(brush, area, data.of(Parameter.DIASTOLIC), trace.time(i), x, r, low, high, 1);
        }
    }

    /** An angle whose tip is the value; {@code side} is -1 for one that opens upward. */
    private static void angle(
            Brush brush,
            ChartArea area,
            Series series,
            long time,
            double x,
            double r,
            double low,
            double high,
            int side) {
        int i = series.lastAt(time);
        if (i < 0 || series.time(i) != time) {
            return;
        }
        double y = area.y(series.value(i), low, high);
        brush.canvas()
                .strokePolyline(
                        new double[] {x - r, x, x + r},
                        new double[] {y + side * r * 1.2, y, y + side * r * 1.2},
                        3);
    }

    private void line(Brush brush, ChartArea area, TimeAxis axis) {
        double height = Math.max(2, brush.px(3));
        double y = area.bottom() - height - brush.px(2);
        int i = 0;
        while (i < trace.size()) {
            int end = i;
            while (end + 1 < trace.size() && trace.joined(end + 1)) {
                end++;
            }
            double from = Math.max(axis.x(trace.time(i)) - height, area.left());
            double to = Math.min(axis.x(trace.time(end)) + height, area.right());
            if (to > from) {
                brush.fill(Ink.PRESSURE, 1);
                brush.canvas().fillRect(from, y, to - from, height);
                String label = Texts.of("trend.source.ARTERIAL_LINE");
                double size = Brush.SMALL - 2;
                if (brush.width(label, size, false) + brush.px(14) < to - from) {
                    brush.plate(
                            label,
                            from + brush.px(7),
                            y - brush.px(9),
                            size,
                            Ink.PRESSURE,
                            Ink.SURFACE);
                }
            }
            i = end + 1;
        }
    }
}
