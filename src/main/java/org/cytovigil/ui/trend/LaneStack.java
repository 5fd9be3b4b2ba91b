package org.cytovigil.ui.trend;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.TextAlignment;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.LaneLayout.Slot;

/**
 * The lanes one above the other, with what runs through all of them: days, the present, the future.
 */
final class LaneStack {
    private static final double RIBBON = 30;
    private static final double GAP = 8;

    /** Below the lanes, so that no flag stands in their words. */
    private static final double FLAGS = AlarmFlag.HEIGHT + 2;

    private static final double AXIS = 52;
    private static final double NOW_LABEL = 24;

    private final DayAxis dayAxis;
    private final List<Lane> ribbons =
            List.of(new GradeRibbon(ChartScene::grades), new GradeRibbon(ChartScene::second));
    private final Map<LaneId, Lane> lanes = new EnumMap<>(LaneId.class);

    LaneStack(ZoneId zone) {
        dayAxis = new DayAxis(zone);
        for (LaneId lane : LaneId.values()) {
            lanes.put(
                    lane,
                    switch (lane) {
                        case TEMPERATURE -> new TemperatureLane();
                        case PRESSURE -> new PressureLane();
                        case OXYGEN -> new OxygenLane();
                        case VASOPRESSORS -> new VasopressorLane();
                        case TREATMENTS -> new TreatmentLane();
                        case RATES -> new RatesLane();
                        case LABORATORY -> new LaboratoryLane();
                        case NEUROLOGY -> new NeurologyLane();
                    });
        }
    }

    /** The area of all lanes on a canvas of that height. */
    static ChartArea plot(TimeAxis axis, double height, double unit) {
        double top = unit * NOW_LABEL;
        return new ChartArea(0, axis.left(), top, axis.width(), height - top - unit * AXIS);
    }

    /** Where the lanes stand below the grades. */
    static LaneLayout layout(ChartArea plot, LaneChoice choice, double unit) {
        double top = plot.top() + unit * (2 * RIBBON + GAP * 1.5);
        return LaneLayout.of(choice, top, plot.bottom() - unit * FLAGS - top, unit);
    }

    /** Draws everything on a cleared canvas. */
    void draw(Brush brush, ChartArea plot, LaneLayout layout, ChartScene scene, TimeAxis axis) {
        // Grounds first, then what runs through all lanes, then the lanes.
        for (Slot slot : layout.slots()) {
            ground(brush, plot.left(), slot.top(), plot.width(), slot.height());
        }
        dayAxis.drawBehind(brush, plot, scene, axis);
        future(brush, plot, scene, axis);
        // Behind the lanes, whose labels stay legible where they must cross it.
        present(brush, plot, scene, axis);
        double y = plot.top();
        for (Lane ribbon : ribbons) {
            ribbon.draw(brush, area(plot, y, brush.px(RIBBON - GAP / 2)), scene, axis);
            y += brush.px(RIBBON + GAP / 2);
        }
        for (Slot slot : layout.slots()) {
            ChartArea area = area(plot, slot.top(), slot.height());
            Lane lane = lanes.get(slot.lane());
            if (slot.open() && lane != null) {
                lane.draw(brush, area, scene, axis);
            } else {
                Gutter.folded(brush, area, slot, scene.readouts().of(slot.lane()));
            }
        }
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
