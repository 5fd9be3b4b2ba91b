package org.cytovigil.ui.trend;

import java.util.List;
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

    private final Trace systolic = new Trace();
    private final Trace diastolic = new Trace();
    private final Trace mean = new Trace();
    private final PressureBand band = new PressureBand();
    private final PressureSources sources = new PressureSources();
    private final Raster raster = new Raster();

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
        systolic.read(data.of(Parameter.SYSTOLIC), axis, now, join);
        diastolic.read(data.of(Parameter.DIASTOLIC), axis, now, join);
        mean.read(data.of(Parameter.MEAN), axis, now, join);
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
        Lines.unknownSince(
                brush,
                area,
                scene,
                axis,
                data.of(Parameter.MEAN),
                scene.policy().get(Settings.PRESSURE_FRESH));
        raster.begin(area);
        band.read(data.of(Parameter.SYSTOLIC), data.of(Parameter.DIASTOLIC), axis, now, join);
        fill(area, low, high, Math.max(3, brush.px(4)));
        raster.ink(brush.colour(Ink.PRESSURE, 0.3));
        // The edges are stroked as well: a band narrower than a pixel would fade away.
        Lines.stroke(raster, area, systolic, axis, low, high, 1);
        Lines.stroke(raster, area, diastolic, axis, low, high, 1);
        raster.ink(brush.colour(Ink.PRESSURE, 0.55));
        Lines.stroke(raster, area, mean, axis, low, high, brush.thickness(2.4));
        double radius = Math.max(2, brush.px(3));
        for (Trace trace : List.of(mean, systolic, diastolic)) {
            Lines.alone(raster, area, trace, axis, low, high, radius);
        }
        raster.ink(brush.colour(Ink.PRESSURE, 1));
        raster.end(brush.canvas());
        sources.draw(brush, area, scene, axis, low, high);
        Lines.marks(brush, area, scene, axis, Parameter.SYSTOLIC, low, high);
    }

    private void fill(ChartArea area, double low, double high, double alone) {
        for (int i = 0; i < band.size(); i++) {
            double upper = area.y(band.systolic(i), low, high);
            double lower = area.y(band.diastolic(i), low, high);
            if (band.joined(i)) {
                raster.between(
                        band.x(i - 1),
                        area.y(band.systolic(i - 1), low, high),
                        area.y(band.diastolic(i - 1), low, high),
                        band.x(i),
                        upper,
                        lower);
            } else if (i + 1 == band.size() || !band.joined(i + 1)) {
                double x = band.x(i) - alone / 2;
                raster.between(x, upper, lower, x + alone, upper, lower);
            }
        }
    }
}
