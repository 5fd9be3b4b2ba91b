package org.cytovigil.ui.trend;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.ChartData.DoseStep;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.DoseStack.Layer;
import org.cytovigil.ui.trend.DoseStack.Stretch;

/**
 * Vasopressors: stacked steps by drug, a bar for each drug of another order of dose, and the
 * norepinephrine equivalent as a line. An unknown dose is hatched with a question mark.
 */
final class VasopressorLane implements Lane {
    private static final double LEAST_SCALE = 0.3;
    private static final double[] TICKS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200};
    private static final int MOST_TICKS = 4;

    @Override
    public void draw(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        Gutter.present(
                brush,
                area,
                Texts.of("bedside.lane.vasopressors"),
                Ink.VASOPRESSOR,
                scene.readouts().vasopressors());
        DoseScale scale = scale(scene, axis);
        DoseStack stack =
                new DoseStack(
                        scene.data().vasopressors(),
                        scale,
                        scene.weight(),
                        axis,
                        scene.nowMillis(),
                        scene.policy().get(Settings.INFUSION_CONFIRMED).toMillis());
        double barsHeight = DoseBars.height(brush) * stack.bars().size();
        ChartArea plot =
                new ChartArea(
                        area.gutter(),
                        area.left(),
                        area.top() + barsHeight,
                        area.width(),
                        area.height() - barsHeight);
        double top =
                Math.max(scale.perKilogram() ? LEAST_SCALE : LEAST_SCALE * 70, stack.highest())
                        * 1.3;
        ticks(brush, plot, scale, top);
        for (Stretch stretch : stack.stretches()) {
            layers(brush, plot, axis, stretch, top);
        }
        outlines(brush, plot, axis, stack, top);
        if (scale.perKilogram()) {
            EquivalentLine.draw(brush, plot, axis, stack, top, axis.x(scene.nowMillis()));
        }
        new DoseNames(brush, plot, axis, top).draw(stack);
        new DoseBars(brush, area, axis).draw(stack.bars());
        Lines.marks(
                brush, area, scene, axis, new Mark.Held(LaneId.VASOPRESSORS), any -> area.bottom());
    }

    private static DoseScale scale(ChartScene scene, TimeAxis axis) {
        List<DoseStep> steps = new ArrayList<>();
        if (scene.weight() == null) {
            for (Vasopressor drug : DoseStack.STACKED) {
                List<DoseStep> all = scene.data().vasopressors().getOrDefault(drug, List.of());
                Steps.visible(all, DoseStep::at, axis, scene.nowMillis(), 0)
                        .forEach(held -> steps.add(held.value()));
            }
        }
        return DoseScale.of(scene.weight(), steps);
    }

    private static void ticks(Brush brush, ChartArea plot, DoseScale scale, double top) {
        double step = TICKS[TICKS.length - 1];
        for (int i = TICKS.length - 1; i >= 0; i--) {
            boolean apart = Gutter.every(brush, plot.y(0, 0, top) - plot.y(TICKS[i], 0, top)) == 1;
            if (top / TICKS[i] <= MOST_TICKS && apart) {
                step = TICKS[i];
            }
        }
        for (double dose = step; dose < top; dose += step) {
            double y = plot.y(dose, 0, top);
            // The unit stands at the foot.
            if (y > plot.top() + brush.px(8) && y < plot.bottom() - brush.px(18)) {
                Gutter.tick(brush, plot, Wording.number(dose), y);
            }
        }
        brush.beside(
                scale.unit(),
                plot.left() - brush.px(8),
                plot.bottom() - brush.px(8),
                Brush.SMALL - 2,
                TextAlignment.RIGHT);
    }

    private static void layers(
            Brush brush, ChartArea plot, TimeAxis axis, Stretch stretch, double top) {
        // Whole pixels: neighbours would leave a seam between them.
        double x = Math.rint(axis.x(stretch.from()));
        double width = Math.max(1, Math.rint(axis.x(stretch.to())) - x);
        double base = 0;
        GraphicsContext g = brush.canvas();
        boolean unknown = false;
        for (Layer layer : stretch.layers()) {
            if (layer.dose().isEmpty()) {
                unknown = true;
                continue;
            }
            double next = base + layer.dose().getAsDouble();
            double y = plot.y(next, 0, top);
            double height = plot.y(base, 0, top) - y;
            if (layer.confirmed()) {
                brush.fill(Ink.VASOPRESSOR, opacity(layer.drug()));
                g.fillRect(x, y, width, height);
            } else {
                brush.fill(Ink.VASOPRESSOR, 0.12);
                g.fillRect(x, y, width, height);
                brush.hatch(x, y, width, height, Ink.VASOPRESSOR, 0.7);
                double left = Math.max(x, plot.left());
                if (height > brush.px(DoseNames.LABEL)) {
                    Unconfirmed.label(
                            brush, left, Math.min(x + width, plot.right()), y + height / 2);
                }
            }
            base = next;
        }
        if (unknown) {
            // It may be any dose: hatched from what is known up to the edge.
            double y = plot.y(base, 0, top);
            brush.hatch(x, plot.top(), width, y - plot.top(), Ink.VASOPRESSOR, 0.55);
        }
    }

    private static double opacity(Vasopressor drug) {
        return switch (drug) {
            case EPINEPHRINE -> 0.75;
            case PHENYLEPHRINE -> 0.28;
            default -> 0.48;
        };
    }

    /** The upper edge of every layer, so that steps and thin layers stay sharp. */
    private static void outlines(
            Brush brush, ChartArea plot, TimeAxis axis, DoseStack stack, double top) {
        GraphicsContext g = brush.canvas();
        brush.line(Ink.VASOPRESSOR, 0.95, 1.6);
        Map<Vasopressor, Double> before = Map.of();
        for (Stretch stretch : stack.stretches()) {
            double from = Math.rint(axis.x(stretch.from()));
            double to = Math.max(from + 1, Math.rint(axis.x(stretch.to())));
            double base = 0;
            Map<Vasopressor, Double> edges = new EnumMap<>(Vasopressor.class);
            for (Layer layer : stretch.layers()) {
                if (layer.dose().isPresent()) {
                    double foot = plot.y(base, 0, top);
                    base += layer.dose().getAsDouble();
                    double y = plot.y(base, 0, top);
                    g.strokeLine(from, y, to, y);
                    g.strokeLine(from, before.getOrDefault(layer.drug(), foot), from, y);
                    edges.put(layer.drug(), y);
                }
            }
            double ground = plot.bottom();
            for (Map.Entry<Vasopressor, Double> edge : before.entrySet()) {
                if (!edges.containsKey(edge.getKey())) {
                    g.strokeLine(from, edge.getValue(), from, ground);
                }
                ground = edge.getValue();
            }
            before = edges;
        }
    }
}
