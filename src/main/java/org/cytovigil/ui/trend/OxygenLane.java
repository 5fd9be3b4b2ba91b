package org.cytovigil.ui.trend;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.ChartData.OxygenStep;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.Steps.Held;
import org.jspecify.annotations.Nullable;

/**
 * Oxygen: saturation as a thin line above, on the scale at the right; below it the device as a
 * ladder, with the fraction or flow where it changes.
 */
final class OxygenLane implements Lane {
    private static final double SATURATION_PART = 0.34;
    private static final double LOWEST_SATURATION = 80;

    private final Trace trace = new Trace();
    private final Raster raster = new Raster();

    @Override
    public void draw(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        Gutter.present(
                brush,
                area,
                Texts.of("bedside.lane.oxygen"),
                Ink.OXYGEN,
                scene.readouts().oxygen());
        saturation(brush, area.part(0.04, SATURATION_PART), scene, axis);
        ladder(brush, area.part(SATURATION_PART, 1), scene, axis);
        Lines.marks(brush, area, scene, axis, new Mark.Held(LaneId.OXYGEN), any -> area.bottom());
    }

    private void saturation(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        trace.read(
                scene.data().of(Parameter.SATURATION),
                axis,
                scene.nowMillis(),
                scene.policy().get(Settings.SATURATION_FRESH).toMillis());
        double low = Math.min(LOWEST_SATURATION, Math.floor(trace.lowest() / 10) * 10);
        brush.beside(
                Texts.of("bedside.chart.saturation"),
                area.left() - brush.px(8),
                area.y(90, low, 100),
                Brush.SMALL - 1,
                TextAlignment.RIGHT);
        // A saturation far down must not crowd the labels.
        int step = 100 - low <= 40 ? 10 : low >= 50 ? 25 : 50;
        step *= Gutter.every(brush, area.y(low, low, 100) - area.y(low + step, low, 100));
        for (int percent = 100; percent >= low; percent -= step) {
            double y = area.y(percent, low, 100);
            brush.line(Ink.LINE, 0.7, 1);
            brush.horizontal(area.left(), area.right(), y);
            brush.beside(
                    Integer.toString(percent),
                    area.right() + brush.px(7),
                    y,
                    Brush.SMALL - 1,
                    TextAlignment.LEFT);
        }
        Lines.unknownSince(
                brush,
                area,
                scene,
                axis,
                scene.data().of(Parameter.SATURATION),
                scene.policy().get(Settings.SATURATION_FRESH));
        raster.begin(area);
        Lines.stroke(raster, area, trace, axis, low, 100, brush.thickness(1.4));
        raster.ink(brush.colour(Ink.OXYGEN, 0.85));
        Lines.alone(raster, area, trace, axis, low, 100, Math.max(1.5, brush.px(2.4)));
        raster.ink(brush.colour(Ink.OXYGEN, 1));
        raster.end(brush.canvas());
        Lines.marks(brush, area, scene, axis, Parameter.SATURATION, low, 100);
    }

    private static void ladder(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        int every =
                Gutter.every(brush, y(area, OxygenLadder.ROOM_AIR) - y(area, OxygenLadder.CANNULA));
        for (OxygenLadder rung : OxygenLadder.values()) {
            if (rung.height() % every == 0) {
                Gutter.tick(brush, area, rung.label(), y(area, rung));
            }
        }
        List<Held<OxygenStep>> steps =
                Steps.visible(
                        scene.data().oxygen(),
                        OxygenStep::at,
                        axis,
                        scene.nowMillis(),
                        scene.policy().get(Settings.OXYGEN_FRESH).toMillis());
        OxygenLadder before = null;
        for (Held<OxygenStep> step : steps) {
            OxygenLadder rung = OxygenLadder.of(step.value().support());
            hold(brush, area, axis, step, rung);
            if (before != null && rung != null && rung != before) {
                brush.line(Ink.OXYGEN, 1, 2.8);
                double x = axis.x(step.from());
                brush.canvas().strokeLine(x, y(area, before), x, y(area, rung));
            }
            before = rung;
        }
        settings(brush, area, axis, steps);
    }

    private static void hold(
            Brush brush,
            ChartArea area,
            TimeAxis axis,
            Held<OxygenStep> step,
            @Nullable OxygenLadder rung) {
        double from = Math.max(axis.x(step.from()), area.left() - 4);
        double sure = Math.max(from, axis.x(step.confirmedUntil()));
        double to = Math.max(sure, Math.min(axis.x(step.to()), area.right() + 4));
        GraphicsContext g = brush.canvas();
        if (rung == null) {
            brush.hatch(from, area.top(), Math.max(2, to - from), area.height(), Ink.OXYGEN, 0.6);
            brush.fill(Ink.TEXT, 1);
            brush.text(
                    "?",
                    (from + to) / 2,
                    area.top() + area.height() / 2,
                    Brush.BODY,
                    true,
                    TextAlignment.CENTER);
            return;
        }
        double y = y(area, rung);
        brush.fill(Ink.OXYGEN, 0.14);
        g.fillRect(from, y, sure - from, area.bottom() - y);
        brush.line(Ink.OXYGEN, 1, 2.8);
        if (sure > from) {
            g.strokeLine(from, y, sure, y);
        }
        if (to > sure) {
            brush.hatch(sure, y, to - sure, area.bottom() - y, Ink.OXYGEN, 0.45);
            brush.dashes(5, 5);
            g.strokeLine(sure, y, to, y);
            g.setLineDashes();
            boolean high = area.bottom() - y > brush.px(20);
            Unconfirmed.label(
                    brush,
                    Math.max(sure, area.left()),
                    Math.min(to, area.right()),
                    high ? (y + area.bottom()) / 2 : y - brush.px(12));
        }
    }

    private static void settings(
            Brush brush, ChartArea area, TimeAxis axis, List<Held<OxygenStep>> steps) {
        String before = "";
        for (int i = 0; i < steps.size(); i++) {
            Held<OxygenStep> step = steps.get(i);
            OxygenLadder rung = OxygenLadder.of(step.value().support());
            String text = rung == null ? "" : shortSetting(step.value().support());
            String all = rung + text;
            if (all.equals(before)) {
                continue;
            }
            before = all;
            double from = Math.max(axis.x(step.from()), area.left()) + brush.px(5);
            double to = axis.x(step.to());
            for (int j = i + 1;
                    j < steps.size()
                            && (OxygenLadder.of(steps.get(j).value().support())
                                            + shortSetting(steps.get(j).value().support()))
                                    .equals(all);
                    j++) {
                to = axis.x(steps.get(j).to());
            }
            if (rung != null) {
                setting(brush, area, step.value().support(), from, to, y(area, rung));
            }
        }
    }

    private static void setting(
            Brush brush, ChartArea area, OxygenSupport support, double from, double to, double y) {
        String brief = shortSetting(support);
        OxygenFraction fio2 = support.fio2();
        String full =
                fio2 == null
                        ? brief
                        : Texts.of("bedside.chart.fio2", Wording.number(fio2.percent()));
        for (String text : List.of(full, brief)) {
            if (brush.width(text, Brush.SMALL - 1, false) < Math.min(to, area.right()) - from) {
                brush.fill(Ink.OXYGEN, 1);
                brush.text(text, from, y + brush.px(11), Brush.SMALL - 1);
                return;
            }
        }
    }

    private static String shortSetting(OxygenSupport support) {
        OxygenFraction fio2 = support.fio2();
        OxygenFlow flow = support.flow();
        if (fio2 != null) {
            return Texts.of("bedside.chart.percent", Wording.number(fio2.percent()));
        }
        return flow == null
                ? ""
                : Texts.of("bedside.chart.litres", Wording.number(flow.litresPerMinute()));
    }

    private static double y(ChartArea area, OxygenLadder rung) {
        double step = area.height() / OxygenLadder.values().length;
        return area.bottom() - step * (rung.height() + 0.55);
    }
}
