package org.cytovigil.ui.trend;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.grading.Wording;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.DoseStack.Layer;
import org.cytovigil.ui.trend.DoseStack.Stretch;

/** Writes the drugs' names on their layers. */
final class DoseNames {
    /** The height of a line of small type, in units. */
    static final double LABEL = 18;

    private final Brush brush;
    private final ChartArea plot;
    private final TimeAxis axis;
    private final double top;

    /**
     * @param top the dose at the upper edge
     */
    DoseNames(Brush brush, ChartArea plot, TimeAxis axis, double top) {
        this.brush = brush;
        this.plot = plot;
        this.axis = axis;
        this.top = top;
    }

    /** Each drug where its layer has most room, a question mark wherever it is unknown. */
    void draw(DoseStack stack) {
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
                            new Place(layer.infusion(), from, to, plot.top(), plot.bottom()));
                    continue;
                }
                double dose = layer.dose().getAsDouble();
                Place here =
                        new Place(
                                layer.infusion(),
                                from,
                                to,
                                plot.y(base + dose, 0, top),
                                plot.y(base, 0, top));
                places.merge(layer.drug(), here, Place::roomier);
                base += dose;
            }
        }
        places.values().forEach(this::name);
        unknown.values().forEach(runs -> runs.forEach(this::question));
    }

    /** Adds a place, as one with the last when nothing lies between them. */
    private static void join(List<Place> runs, Place next) {
        if (!runs.isEmpty() && next.from - runs.getLast().to < 1) {
            Place last = runs.removeLast();
            runs.add(new Place(last.infusion, last.from, next.to, last.top, last.bottom));
        } else {
            runs.add(next);
        }
    }

    /** A part of a layer. */
    private record Place(
            VasopressorInfusion infusion, double from, double to, double top, double bottom) {
        /** The larger of two, or both as one when they share a step that is high enough. */
        Place roomier(Place next) {
            if (next.from - to < 1 && Math.abs(next.bottom - bottom) < 1) {
                Place both = new Place(infusion, from, next.to, Math.max(top, next.top), bottom);
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

    private void name(Place place) {
        Vasopressor drug = place.infusion.drug();
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

    private void question(Place run) {
        Vasopressor drug = run.infusion.drug();
        // A dose may be known and yet, for want of a weight, not in the unit of the scale.
        String full =
                run.infusion.rate() == null
                        ? Texts.of("bedside.chart.dose-unknown", drug.id())
                        : Texts.of("bedside.chart.weight-unknown", Wording.infusion(run.infusion));
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
