package org.cytovigil.ui.trend;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import org.cytovigil.grading.Settings;
import org.cytovigil.monitor.ChartData;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;

/**
 * Blood pressure: a band from systolic to diastolic, the mean as a line in it, and the mean of 65
 * mmHg that resuscitation aims at.
 */
final class PressureLane implements Lane {
    private static final double LOWEST = 30;
    private static final double HIGHEST = 165;

    /** Usual target of resuscitation for adults, Surviving Sepsis Campaign 2021. */
    private static final int TARGET_MEAN = 65;

    private static final int STEP = 30;

    @Override
    public void draw(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        Gutter.present(
                brush,
                area,
                Texts.of("bedside.lane.pressure"),
                Ink.PRESSURE,
                scene.readouts().pressure());
        ChartData data = scene.data();
        long now = scene.nowMillis();
        long join = scene.policy().get(Settings.PRESSURE_FRESH).toMillis();
        Trace systolic = Trace.of(data.of(Parameter.SYSTOLIC), axis, now, join);
        Trace diastolic = Trace.of(data.of(Parameter.DIASTOLIC), axis, now, join);
        Trace mean = Trace.of(data.of(Parameter.MEAN), axis, now, join);
        double low = Math.min(LOWEST, Math.min(diastolic.lowest(), mean.lowest()) - 5);
        double high = Math.max(HIGHEST, Math.max(systolic.highest(), mean.highest()) + 5);
        int step =
                STEP * Gutter.every(brush, area.y(low, low, high) - area.y(low + STEP, low, high));
        for (int mmHg = (int) Math.ceil(low / STEP) * STEP; mmHg <= high; mmHg += step) {
            Gutter.tick(brush, area, Integer.toString(mmHg), area.y(mmHg, low, high));
        }
        brush.threshold(
                Texts.of("bedside.chart.mean"),
                Texts.of("bedside.chart.mmhg", Integer.toString(TARGET_MEAN)),
                area,
                area.y(TARGET_MEAN, low, high));
        brush.clip(area.left(), area.top(), area.width(), area.height());
        Lines.unknownSince(
                brush,
                area,
                scene,
                axis,
                data.of(Parameter.MEAN),
                scene.policy().get(Settings.PRESSURE_FRESH));
        for (List<PressureBand.Bar> run :
                PressureBand.runs(
                        data.of(Parameter.SYSTOLIC),
                        data.of(Parameter.DIASTOLIC),
                        axis,
                        now,
                        join)) {
            band(brush, area, run, low, high);
        }
        // The edges are stroked as well: a band narrower than a pixel would fade away.
        brush.line(Ink.PRESSURE, 0.55, 1);
        Lines.stroke(brush, area, systolic, axis, low, high);
        Lines.stroke(brush, area, diastolic, axis, low, high);
        brush.line(Ink.PRESSURE, 1, 2.4);
        Lines.stroke(brush, area, mean, axis, low, high);
        alone(brush, area, axis, mean, low, high);
        alone(brush, area, axis, systolic, low, high);
        alone(brush, area, axis, diastolic, low, high);
        Lines.marks(brush, area, scene, axis, Parameter.SYSTOLIC, low, high);
        brush.unclip();
    }

    private static void band(
            Brush brush, ChartArea area, List<PressureBand.Bar> run, double low, double high) {
        GraphicsContext g = brush.canvas();
        brush.fill(Ink.PRESSURE, 0.3);
        if (run.size() == 1) {
            PressureBand.Bar bar = run.getFirst();
            double y = area.y(bar.systolic(), low, high);
            double width = Math.max(3, brush.px(4));
            g.fillRect(bar.x() - width / 2, y, width, area.y(bar.diastolic(), low, high) - y);
            return;
        }
        double[] xs = new double[run.size() * 2];
        double[] ys = new double[run.size() * 2];
        for (int i = 0; i < run.size(); i++) {
            PressureBand.Bar bar = run.get(i);
            int back = xs.length - 1 - i;
            xs[i] = bar.x();
            xs[back] = bar.x();
            ys[i] = area.y(bar.systolic(), low, high);
            ys[back] = area.y(bar.diastolic(), low, high);
        }
        g.fillPolygon(xs, ys, xs.length);
    }

    private static void alone(
            Brush brush, ChartArea area, TimeAxis axis, Trace trace, double low, double high) {
        brush.fill(Ink.PRESSURE, 1);
        double r = Math.max(2, brush.px(3));
        for (int i = 0; i < trace.size(); i++) {
            if (trace.alone(i)) {
                double y = area.y(trace.value(i), low, high);
                brush.canvas().fillOval(axis.x(trace.time(i)) - r, y - r, 2 * r, 2 * r);
            }
        }
    }
}
