package org.cytovigil.ui.trend;

import java.time.Duration;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.cytovigil.grading.Settings;
import org.cytovigil.monitor.ChartData.Examined;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.NeurologyScore.Points;
import org.cytovigil.ui.trend.Steps.Held;

/**
 * The score of the neurological examination as steps, each holding until the next, and the grade of
 * neurotoxicity as a ribbon below. Points that tasks left open are hatched.
 */
// [impl->req~ui.trend-measured~1]
final class NeurologyLane implements Lane {
    private static final double RIBBON = 24;
    private final GradeRibbon ribbon = new GradeRibbon(ChartScene::neurotoxicity, false);

    @Override
    public void draw(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        Gutter.present(
                brush,
                area,
                LaneId.NEUROLOGY.title(),
                LaneId.NEUROLOGY.ink(),
                scene.readouts().neurology());
        double foot = brush.px(RIBBON);
        ChartArea below =
                new ChartArea(
                        area.gutter(),
                        area.left(),
                        area.bottom() - foot,
                        area.width(),
                        foot - brush.px(3));
        ChartArea plot =
                new ChartArea(
                        area.gutter(),
                        area.left(),
                        area.top() + brush.px(9),
                        area.width(),
                        area.height() - foot - brush.px(17));
        brush.beside(
                scene.neurotoxicity().title(),
                area.left() - brush.px(8),
                below.top() + below.height() / 2,
                Brush.SMALL - 1,
                TextAlignment.RIGHT);
        ribbon.draw(brush, below, scene, axis);
        score(brush, plot, scene, axis);
    }

    private static void score(Brush brush, ChartArea plot, ChartScene scene, TimeAxis axis) {
        List<Examined> all = scene.data().examinations();
        NeurologyScore score = NeurologyScore.lastOf(all, scene.nowMillis());
        int step = score == NeurologyScore.ICE ? 5 : 8;
        step *= Gutter.every(brush, y(plot, score, 0) - y(plot, score, step));
        for (int points = 0; points <= score.highest(); points += step) {
            Gutter.tick(brush, plot, Integer.toString(points), y(plot, score, points));
        }
        if (score == NeurologyScore.CAPD) {
            int positive = scene.policy().get(Settings.CAPD_POSITIVE);
            brush.threshold(
                    Texts.of("trend.delirium"),
                    score.label() + " " + positive,
                    plot,
                    y(plot, score, positive));
        } else {
            brush.beside(
                    score.label(),
                    plot.right() + brush.px(7),
                    plot.top() + plot.height() / 2,
                    Brush.SMALL - 1,
                    TextAlignment.LEFT);
        }
        Duration fresh = scene.policy().get(Settings.NEUROLOGY_FRESH);
        double before = Double.NaN;
        for (Held<Examined> held :
                Steps.visible(all, Examined::at, axis, scene.nowMillis(), fresh.toMillis())) {
            Points points = score.of(held.value().examination());
            if (points == null) {
                unscored(brush, plot, axis, held);
                before = Double.NaN;
                continue;
            }
            double y = y(plot, score, points.least());
            hold(brush, plot, axis, held, y, y(plot, score, points.most()));
            if (!Double.isNaN(before)) {
                double x = axis.x(held.from());
                brush.line(Ink.NEUROLOGY, 1, 2.4);
                brush.canvas().strokeLine(x, before, x, y);
            }
            before = held.confirmedUntil() < held.to() ? Double.NaN : y;
        }
        Lines.marks(brush, plot, scene, axis, new Mark.Score(), value -> y(plot, score, value));
    }

    /** Examined, but without this score: a dash where the score would begin. */
    private static void unscored(Brush brush, ChartArea plot, TimeAxis axis, Held<Examined> held) {
        double x = axis.x(held.from());
        brush.line(Ink.NEUROLOGY, 1, 1.6);
        brush.canvas().strokeLine(x, plot.bottom() - brush.px(9), x, plot.bottom());
    }

    private static void hold(
            Brush brush,
            ChartArea plot,
            TimeAxis axis,
            Held<Examined> held,
            double y,
            double upper) {
        double from = Math.max(axis.x(held.from()), plot.left() - 4);
        double sure = Math.max(from, axis.x(held.confirmedUntil()));
        double to = Math.max(sure, Math.min(axis.x(held.to()), plot.right() + 4));
        GraphicsContext g = brush.canvas();
        if (upper < y) {
            brush.hatch(from, upper, sure - from, y - upper, Ink.NEUROLOGY, 0.5);
        }
        brush.line(Ink.NEUROLOGY, 1, 2.4);
        if (sure > from) {
            g.strokeLine(from, y, sure, y);
        }
        if (to > sure) {
            brush.hatch(sure, plot.top(), to - sure, plot.height(), Ink.MUTED, 0.35);
            brush.dashes(5, 5);
            g.strokeLine(sure, y, to, y);
            g.setLineDashes();
            Unconfirmed.label(
                    brush,
                    Math.max(sure, plot.left()),
                    Math.min(to, plot.right()),
                    plot.top() + plot.height() / 2);
        }
        double r = Math.max(2.5, brush.px(3.6));
        double x = axis.x(held.from());
        brush.fill(Ink.NEUROLOGY, 1);
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
    }

    private static double y(ChartArea plot, NeurologyScore score, double points) {
        return plot.y(points, 0, score.highest());
    }
}
