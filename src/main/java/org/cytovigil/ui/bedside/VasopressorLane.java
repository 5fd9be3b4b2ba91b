package org.cytovigil.ui.bedside;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.ChartData.DoseStep;
import org.cytovigil.ui.bedside.DoseStack.Layer;
import org.cytovigil.ui.bedside.DoseStack.Stretch;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;

/**
 * Vasopressors: stacked steps by drug, a bar for each drug of another order of dose, and the
 * norepinephrine equivalent as a line. An unknown dose is hatched with a question mark.
 */
final class VasopressorLane implements Lane {
    private static final double LEAST_SCALE = 0.3;
    private static final double[] TICKS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200};
    private static final int MOST_TICKS = 4;

    /** The height of a line of small type, in units. */
    private static final double LABEL = 18;

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
                        scene.policy().infusionConfirmedFor().toMillis());
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
        brush.clip(area.left(), area.top(), area.width(), area.height());
        for (Stretch stretch : stack.stretches()) {
            layers(brush, plot, axis, stretch, top);
        }
        outlines(brush, plot, axis, stack, top);
        if (scale.perKilogram()) {
            equivalent(brush, plot, axis, stack, top, axis.x(scene.nowMillis()));
        }
        names(brush, plot, axis, stack, top);
        new DoseBars(brush, area, axis).draw(stack.bars());
        brush.unclip();
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
            if (top / TICKS[i] <= MOST_TICKS) {
                step = TICKS[i];
            }
        }
        for (double dose = step; dose < top; dose += step) {
            double y = plot.y(dose, 0, top);
            if (y > plot.top() + brush.px(8)) {
                Gutter.tick(brush, plot, Wording.number(dose), y);
            }
        }
        brush.fill(Ink.MUTED, 1);
        brush.text(
                scale.unit(),
                plot.left() - brush.px(8),
                plot.bottom() - brush.px(8),
                Brush.SMALL - 2,
                false,
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
                if (height > brush.px(LABEL)) {
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

    private static void equivalent(
            Brush brush,
            ChartArea plot,
            TimeAxis axis,
            DoseStack stack,
            double top,
            double now) {
        GraphicsContext g = brush.canvas();
        brush.line(Ink.TEXT, 0.85, 1.5);
        brush.dashes(2, 3);
        g.beginPath();
        boolean drawn = false;
        boolean open = false;
        double labelX = 0;
        double labelY = Double.POSITIVE_INFINITY;
        for (Stretch stretch : stack.stretches()) {
            double dose = stretch.equivalent().orElse(0);
            if (dose == 0) {
                open = false;
                continue;
            }
            double y = plot.y(dose, 0, top);
            double from = axis.x(stretch.from());
            if (open) {
                g.lineTo(from, y);
            } else {
                g.moveTo(from, y);
            }
            double to = axis.x(stretch.to());
            g.lineTo(to, y);
            open = true;
            boolean visible = to > plot.left() && from < plot.right();
            if (visible && y < labelY) {
                labelX = (Math.max(from, plot.left()) + Math.min(to, plot.right())) / 2;
                labelY = y;
            }
            drawn |= visible;
        }
        g.stroke();
        g.setLineDashes();
        if (drawn) {
            String label = Texts.of("bedside.chart.equivalent");
            double width = brush.width(label, Brush.SMALL - 1, false);
            double left = plot.left() + brush.px(6);
            double right = Math.min(plot.right(), now) - width - brush.px(8);
            double x = right < left ? left : Math.clamp(labelX - width / 2, left, right);
            brush.plate(
                    label, x, labelY - brush.px(13), Brush.SMALL - 1, Ink.TEXT, Ink.SURFACE);
        }
    }

    /** The name of each drug where its layer has most room, a question mark where unknown. */
    private static void names(
            Brush brush, ChartArea plot, TimeAxis axis, DoseStack stack, double top) {
        Map<Vasopressor, Place> places = new EnumMap<>(Vasopressor.class);
        Map<Vasopressor, List<Place>> unknown = new EnumMap<>(Vasopressor.class);
        for (Stretch stretch : stack.stretches()) {
            double base = 0;
            double from = Math.max(axis.x(stretch.from()), plot.left());
            double to = Math.min(axis.x(stretch.to()), plot.right());
            if (to <= from) {
                continue;
            }
            for (Layer layer : stretch.layers()) {
                if (layer.dose().isEmpty()) {
                    join(
                            unknown.computeIfAbsent(layer.drug(), drug -> new ArrayList<>()),
                            new Place(from, to, plot.top(), plot.bottom()));
                    continue;
                }
                double dose = layer.dose().getAsDouble();
                Place here =
                        new Place(
                                from,
                                to,
                                plot.y(base + dose, 0, top),
                                plot.y(base, 0, top));
                places.merge(layer.drug(), here, Place::roomier);
                base += dose;
            }
        }
        places.forEach((drug, place) -> name(brush, plot, drug, place));
        unknown.forEach(
                (drug, runs) -> runs.forEach(run -> question(brush, drug, run)));
    }

    /** Adds a place, as one with the last when nothing lies between them. */
    private static void join(List<Place> runs, Place next) {
        if (!runs.isEmpty() && next.from - runs.getLast().to < 1) {
            Place last = runs.removeLast();
            runs.add(new Place(last.from, next.to, last.top, last.bottom));
        } else {
            runs.add(next);
        }
    }

    /** A part of a layer. */
    private record Place(double from, double to, double top, double bottom) {
        /** The larger of two, or both as one when they share a step that is high enough. */
        Place roomier(Place next) {
            if (next.from - to < 1 && Math.abs(next.bottom - bottom) < 1) {
                Place both =
                        new Place(from, next.to, Math.max(top, next.top), bottom);
                if (both.area() >= Math.max(area(), next.area())) {
                    return both;
                }
            }
            return next.area() > area() ? next : this;
        }

        private double area() {
            return (to - from) * (bottom - top);
        }
    }

    private static void name(Brush brush, ChartArea plot, Vasopressor drug, Place place) {
        double room = place.to - place.from - brush.px(10);
        double y = (place.top + place.bottom) / 2;
        if (place.bottom - place.top >= brush.px(LABEL - 3)) {
            for (String text : List.of(drug.id(), drug.shortName())) {
                if (brush.width(text, Brush.SMALL - 1, false) <= room) {
                    brush.fill(Ink.TEXT, 1);
                    brush.text(text, place.from + brush.px(6), y, Brush.SMALL - 1);
                    return;
                }
            }
        }
        double width = brush.width(drug.shortName(), Brush.SMALL - 1, false);
        double before = place.from - width - brush.px(8);
        double x = before < plot.left() + brush.px(4) ? place.from + brush.px(6) : before;
        double above = Math.min(y, plot.bottom() - brush.px(LABEL / 2));
        brush.plate(drug.shortName(), x, above, Brush.SMALL - 1, Ink.TEXT, Ink.SURFACE);
    }

    private static void question(Brush brush, Vasopressor drug, Place run) {
        String full = Texts.of("bedside.chart.dose-unknown", drug.id());
        boolean fits = brush.width(full, Brush.SMALL, false) + brush.px(12) < run.to - run.from;
        String text = fits ? full : drug.shortName() + " ?";
        double width = brush.width(text, Brush.SMALL, false);
        brush.plate(
                text,
                (run.from + run.to - width) / 2,
                (run.top + run.bottom) / 2,
                Brush.SMALL,
                Ink.TEXT,
                Ink.SURFACE);
    }
}
