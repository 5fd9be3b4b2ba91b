package org.cytovigil.ui.trend;

import java.time.ZoneId;
import java.util.List;
import javafx.scene.text.TextAlignment;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;

/**
 * The lanes one above the other, with what runs through all of them: days, the present, the future.
 */
final class LaneStack {
    private static final double RIBBON = 30;
    private static final double GAP = 8;
    private static final double TREATMENTS = 68;

    /** Below the treatments, so that no flag stands in their words. */
    private static final double FLAGS = AlarmFlag.HEIGHT + 2;

    private static final double AXIS = 52;
    private static final double NOW_LABEL = 24;

    private final DayAxis dayAxis;
    private final List<Lane> ribbons =
            List.of(new GradeRibbon(ChartScene::grades), new GradeRibbon(ChartScene::second));
    private final List<Weighted> weighted =
            List.of(
                    new Weighted(new TemperatureLane(), 0.21),
                    new Weighted(new PressureLane(), 0.25),
                    new Weighted(new OxygenLane(), 0.31),
                    new Weighted(new VasopressorLane(), 0.23));
    private final Lane treatments = new TreatmentLane();

    /** A lane and its share of the height. */
    private record Weighted(Lane lane, double share) {}

    LaneStack(ZoneId zone) {
        dayAxis = new DayAxis(zone);
    }

    /** The area of all lanes on a canvas of that height. */
    static ChartArea plot(TimeAxis axis, double height, double unit) {
        double top = unit * NOW_LABEL;
        return new ChartArea(0, axis.left(), top, axis.width(), height - top - unit * AXIS);
    }

    /** The area of treatments, above that of the flags. */
    static ChartArea treatments(ChartArea plot, double unit) {
        return area(plot, plot.bottom() - unit * (TREATMENTS + FLAGS), unit * TREATMENTS);
    }

    /** Draws everything on a cleared canvas. */
    void draw(Brush brush, ChartArea plot, ChartScene scene, TimeAxis axis) {
        double gap = brush.px(GAP);
        double y = plot.top();
        double ribbonsEnd = y + 2 * brush.px(RIBBON) + gap;
        double rest = plot.bottom() - ribbonsEnd - brush.px(TREATMENTS + FLAGS) - gap * 5;
        double laneY = ribbonsEnd + gap;
        // Grounds first, then what runs through all lanes, then the lanes.
        for (Weighted lane : weighted) {
            ground(brush, plot.left(), laneY, plot.width(), rest * lane.share);
            laneY += rest * lane.share + gap;
        }
        ground(brush, plot.left(), laneY, plot.width(), brush.px(TREATMENTS + FLAGS));
        dayAxis.drawBehind(brush, plot, scene, axis);
        future(brush, plot, scene, axis);
        // Behind the lanes, whose labels stay legible where they must cross it.
        present(brush, plot, scene, axis);
        for (Lane ribbon : ribbons) {
            ribbon.draw(brush, area(plot, y, brush.px(RIBBON) - gap / 2), scene, axis);
            y += brush.px(RIBBON) + gap / 2;
        }
        laneY = ribbonsEnd + gap;
        for (Weighted lane : weighted) {
            lane.lane.draw(brush, area(plot, laneY, rest * lane.share), scene, axis);
            laneY += rest * lane.share + gap;
        }
        treatments.draw(brush, treatments(plot, brush.px(1)), scene, axis);
        AlarmFlag.draw(brush, plot, scene.flags(), axis);
        brush.finish(plot);
        dayAxis.draw(brush, area(plot, plot.bottom(), brush.px(AXIS)), scene, axis);
    }

    private static ChartArea area(ChartArea plot, double top, double height) {
        return new ChartArea(plot.gutter(), plot.left(), top, plot.width(), height);
    }

    private static void ground(Brush brush, double x, double y, double width, double height) {
        brush.fill(Ink.SURFACE, 1);
        brush.canvas().fillRect(x, y, width, height);
        brush.line(Ink.LINE, 0.6, 1);
        brush.frame(x, y, width, height);
    }

    private static void future(Brush brush, ChartArea plot, ChartScene scene, TimeAxis axis) {
        double x = Math.max(plot.left(), axis.x(scene.nowMillis()));
        if (x < plot.right()) {
            brush.fill(Ink.GROUND, 0.5);
            brush.canvas().fillRect(x, plot.top(), plot.right() - x, plot.height());
        }
    }

    private static void present(Brush brush, ChartArea plot, ChartScene scene, TimeAxis axis) {
        double x = axis.x(scene.nowMillis());
        if (x < plot.left() || x > plot.right()) {
            return;
        }
        brush.line(Ink.TEXT, 1, 1.8);
        brush.vertical(x, plot.top() - brush.px(4), plot.bottom());
        brush.fill(Ink.TEXT, 1);
        brush.text(
                Texts.of("bedside.chart.now"),
                x,
                plot.top() - brush.px(14),
                Brush.SMALL,
                true,
                TextAlignment.CENTER);
    }
}
