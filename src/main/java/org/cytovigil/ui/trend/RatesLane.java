package org.cytovigil.ui.trend;

import java.time.Duration;
import javafx.scene.text.TextAlignment;
import org.cytovigil.grading.Settings;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;

/**
 * Heart rate above, respiratory rate below, each on a scale of its own: told apart by place, word
 * and weight of line, not by colour.
 */
// [impl->req~ui.trend-measured~1]
final class RatesLane implements Lane {
    private static final double HEART_PART = 0.56;
    private final Trace trace = new Trace();
    private final Raster raster = new Raster();

    /** One of the two lines, and the part of its scale that is always seen. */
    private record Rate(
            Parameter parameter, String label, double low, double high, int step, double weight) {}

    private static final Rate HEART = new Rate(Parameter.HEART_RATE, "trend.heart", 40, 140, 40, 2);
    private static final Rate BREATH =
            new Rate(Parameter.RESPIRATORY_RATE, "trend.respiratory", 0, 36, 20, 1.2);

    @Override
    public void draw(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        Gutter.present(
                brush, area, LaneId.RATES.title(), LaneId.RATES.ink(), scene.readouts().rates());
        draw(brush, area.part(0.05, HEART_PART), scene, axis, HEART);
        draw(brush, area.part(HEART_PART + 0.08, 0.96), scene, axis, BREATH);
        brush.line(Ink.LINE, 1, 1);
        brush.horizontal(
                area.left(), area.right(), area.top() + area.height() * (HEART_PART + 0.04));
    }

    private void draw(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis, Rate rate) {
        Duration fresh = scene.policy().get(Settings.RATE_FRESH);
        Series series = scene.data().of(rate.parameter);
        trace.read(series, axis, scene.nowMillis(), fresh.toMillis());
        double low = Math.max(0, Math.min(rate.low, trace.lowest() - 5));
        double high = Math.max(rate.high, trace.highest() + 5);
        int step = rate.step;
        step *= Gutter.every(brush, area.y(low, low, high) - area.y(low + step, low, high));
        for (int tick = (int) Math.ceil(low / step) * step; tick <= high; tick += step) {
            double y = area.y(tick, low, high);
            // Where the two scales meet there is room for the number of one.
            if (y < area.bottom() - brush.px(8) || rate.equals(BREATH)) {
                Gutter.tick(brush, area, Integer.toString(tick), y);
            }
        }
        double middle = area.top() + area.height() / 2;
        brush.beside(
                Texts.of(rate.label),
                area.right() + brush.px(7),
                middle,
                Brush.SMALL - 1,
                TextAlignment.LEFT);
        Lines.unknownSince(brush, area, scene, axis, series, fresh);
        raster.begin(area);
        Lines.stroke(raster, area, trace, axis, low, high, brush.thickness(rate.weight));
        Lines.alone(raster, area, trace, axis, low, high, Math.max(1.5, brush.px(2.8)));
        raster.ink(brush.colour(Ink.RATE, 1));
        raster.end(brush.canvas());
        Lines.marks(brush, area, scene, axis, rate.parameter, low, high);
    }
}
