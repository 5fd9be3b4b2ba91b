package org.cytovigil.ui.trend;

import org.cytovigil.grading.Settings;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;

/** Body temperature as a line with dots, and the line from which it is fever. */
final class TemperatureLane implements Lane {
    private final Trace trace = new Trace();
    private final Raster raster = new Raster();

    private static final double LOWEST = 35.6;
    private static final double HIGHEST = 40.6;

    @Override
    public void draw(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        Gutter.present(
                brush,
                area,
                Texts.of("bedside.lane.temperature"),
                Ink.TEMPERATURE,
                scene.readouts().temperature());
        Series series = scene.data().of(Parameter.TEMPERATURE);
        long join = scene.policy().get(Settings.TEMPERATURE_FRESH).toMillis();
        trace.read(series, axis, scene.nowMillis(), join);
        double low = Math.min(LOWEST, trace.lowest() - 0.3);
        double high = Math.max(HIGHEST, trace.highest() + 0.3);
        int step = Gutter.every(brush, area.y(low, low, high) - area.y(low + 1, low, high));
        for (int degrees = (int) Math.ceil(low); degrees <= high; degrees += step) {
            Gutter.tick(brush, area, Integer.toString(degrees), area.y(degrees, low, high));
        }
        double fever = scene.policy().get(Settings.FEVER_FROM).celsius();
        brush.threshold(
                Texts.of("bedside.chart.fever"),
                Texts.of("bedside.chart.celsius", Wording.tenths(fever)),
                area,
                area.y(fever, low, high));
        Lines.unknownSince(
                brush, area, scene, axis, series, scene.policy().get(Settings.TEMPERATURE_FRESH));
        raster.begin(area);
        Lines.stroke(raster, area, trace, axis, low, high, brush.thickness(2.4));
        Lines.dots(raster, area, trace, axis, low, high, Math.max(1.5, brush.px(3.4)));
        raster.ink(brush.colour(Ink.TEMPERATURE, 1));
        raster.end(brush.canvas());
        Lines.marks(brush, area, scene, axis, Parameter.TEMPERATURE, low, high);
    }
}
