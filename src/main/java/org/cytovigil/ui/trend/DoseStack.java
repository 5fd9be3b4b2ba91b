package org.cytovigil.ui.trend;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.NorepinephrineEquivalent;
import org.cytovigil.monitor.ChartData.DoseStep;
import org.cytovigil.ui.trend.Steps.Held;
import org.jspecify.annotations.Nullable;

/** The visible doses, cut into stretches within which nothing changes. */
final class DoseStack {
    /**
     * The drugs stacked on one scale; the others are given in amounts of another order and get a
     * bar of their own.
     */
    static final List<Vasopressor> STACKED =
            List.of(Vasopressor.NOREPINEPHRINE, Vasopressor.EPINEPHRINE, Vasopressor.PHENYLEPHRINE);

    private final List<Stretch> stretches = new ArrayList<>();
    private final Map<Vasopressor, List<Held<DoseStep>>> bars = new EnumMap<>(Vasopressor.class);
    private double highest;

    /**
     * A stretch of time within which no dose changes.
     *
     * @param layers the stacked drugs that run, in the order of the stack
     * @param equivalent the norepinephrine equivalent of all drugs in ug/kg/min, 0 when none runs;
     *     empty when unknown
     */
    record Stretch(long from, long to, List<Layer> layers, OptionalDouble equivalent) {
        double known() {
            double sum = 0;
            for (Layer layer : layers) {
                sum += layer.dose().orElse(0);
            }
            return sum;
        }
    }

    /**
     * One drug within a stretch.
     *
     * @param infusion as charted
     * @param dose the dose in the unit of the scale; empty when unknown, never 0
     * @param confirmed whether its charting is recent enough
     */
    record Layer(VasopressorInfusion infusion, OptionalDouble dose, boolean confirmed) {
        Vasopressor drug() {
            return infusion.drug();
        }
    }

    /**
     * @param confirmedFor for how many milliseconds a charted dose needs no new charting
     */
    DoseStack(
            Map<Vasopressor, List<DoseStep>> doses,
            DoseScale scale,
            @Nullable Weight weight,
            TimeAxis axis,
            long now,
            long confirmedFor) {
        Map<Vasopressor, List<Held<DoseStep>>> held = new EnumMap<>(Vasopressor.class);
        TreeSet<Long> edges = new TreeSet<>();
        doses.forEach(
                (drug, steps) -> {
                    List<Held<DoseStep>> visible =
                            Steps.visible(steps, DoseStep::at, axis, now, confirmedFor);
                    held.put(drug, visible);
                    for (Held<DoseStep> step : visible) {
                        edges.add(step.from());
                        edges.add(step.confirmedUntil());
                        edges.add(step.to());
                    }
                    boolean runs =
                            visible.stream().anyMatch(step -> step.value().infusion().running());
                    if (runs && !STACKED.contains(drug)) {
                        bars.put(drug, visible);
                    }
                });
        cut(held, List.copyOf(edges), scale, weight);
    }

    private void cut(
            Map<Vasopressor, List<Held<DoseStep>>> held,
            List<Long> edges,
            DoseScale scale,
            @Nullable Weight weight) {
        Map<Vasopressor, Integer> places = new EnumMap<>(Vasopressor.class);
        for (int i = 0; i + 1 < edges.size(); i++) {
            long from = edges.get(i);
            List<Layer> layers = new ArrayList<>();
            List<VasopressorInfusion> running = new ArrayList<>();
            held.forEach(
                    (drug, steps) -> {
                        int place = places.getOrDefault(drug, 0);
                        while (place < steps.size() && steps.get(place).to() <= from) {
                            place++;
                        }
                        places.put(drug, place);
                        if (place < steps.size() && steps.get(place).from() <= from) {
                            Held<DoseStep> step = steps.get(place);
                            VasopressorInfusion infusion = step.value().infusion();
                            if (infusion.running()) {
                                running.add(infusion);
                                if (STACKED.contains(drug)) {
                                    layers.add(
                                            new Layer(
                                                    infusion,
                                                    scale.dose(infusion),
                                                    from < step.confirmedUntil()));
                                }
                            }
                        }
                    });
            Stretch stretch =
                    new Stretch(
                            from,
                            edges.get(i + 1),
                            layers,
                            NorepinephrineEquivalent.of(running, weight));
            stretches.add(stretch);
            highest = Math.max(highest, stretch.known());
            if (scale.perKilogram()) {
                highest = Math.max(highest, stretch.equivalent().orElse(0));
            }
        }
    }

    /** Oldest first, without gaps between them. */
    List<Stretch> stretches() {
        return stretches;
    }

    /** The drugs that get a bar of their own and run at some visible moment. */
    Map<Vasopressor, List<Held<DoseStep>>> bars() {
        return bars;
    }

    /** The highest stacked dose or equivalent; 0 when nothing runs. */
    double highest() {
        return highest;
    }
}
