package org.cytovigil.ui.trend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.ChartData.DoseStep;
import org.cytovigil.monitor.ChartData.OxygenStep;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;

/**
 * What one parameter did between two moments, in words; both moments are within. Of what holds
 * until it is set anew, what held at the first moment is within too.
 *
 * @param first the value at first; {@code last}, {@code lowest} and {@code highest} alike
 * @param difference from the first to the last, with its sign; empty where there is none
 * @param mean of the values, each counted once, with their number; empty where it makes no sense
 */
// [impl->req~ui.trend-measure~1]
record MeasuredLane(
        Ink ink,
        String name,
        String first,
        String last,
        String difference,
        String lowest,
        String highest,
        String mean) {

    /**
     * Those of a chart that have a value in the stretch, lane by lane from the top.
     *
     * @param means whether means are wanted, which cost each value a look
     */
    static List<MeasuredLane> of(ChartScene scene, Instant from, Instant to, boolean means) {
        Between between =
                new Between(
                        scene,
                        from.toEpochMilli(),
                        Math.min(to.toEpochMilli(), scene.nowMillis()),
                        means);
        between.measured(Parameter.TEMPERATURE, Ink.TEMPERATURE, "temperature", Wording::tenths);
        between.measured(Parameter.SYSTOLIC, Ink.PRESSURE, "systolic", Wording::number);
        between.measured(Parameter.DIASTOLIC, Ink.PRESSURE, "diastolic", Wording::number);
        between.measured(
                Parameter.MEAN, Ink.PRESSURE, "mean", value -> Long.toString(Math.round(value)));
        between.measured(Parameter.HEART_RATE, Ink.TEXT, "heart", Wording::number);
        between.measured(Parameter.RESPIRATORY_RATE, Ink.TEXT, "breath", Wording::number);
        between.measured(Parameter.SATURATION, Ink.OXYGEN, "saturation", Wording::number);
        between.oxygen();
        scene.data().vasopressors().forEach(between::vasopressor);
        return List.copyOf(between.lanes);
    }

    /** In words, for those who hear them. */
    String words() {
        String words = Texts.of("trend.measure.words", name, first, last, lowest, highest);
        return mean.isEmpty() ? words : Texts.of("trend.measure.words-mean", words, mean);
    }

    /** Gathers what there is between two moments. */
    private static final class Between {
        private final ChartScene scene;
        private final long from;
        private final long to;
        private final boolean means;
        private final List<MeasuredLane> lanes = new ArrayList<>();

        Between(ChartScene scene, long from, long to, boolean means) {
            this.scene = scene;
            this.from = from;
            this.to = to;
            this.means = means;
        }

        void measured(Parameter parameter, Ink ink, String name, DoubleFunction<String> words) {
            Series series = scene.data().of(parameter);
            int first = series.lastAt(from - 1) + 1;
            int last = series.lastAt(to);
            if (first > last) {
                return;
            }
            lanes.add(
                    new MeasuredLane(
                            ink,
                            Texts.of("trend.measure.of." + name),
                            words.apply(series.value(first)),
                            words.apply(series.value(last)),
                            difference(series.value(last) - series.value(first), words),
                            words.apply(series.value(series.least(first, last))),
                            words.apply(series.value(series.most(first, last))),
                            means ? mean(series, first, last) : ""));
        }

        private static String mean(Series series, int first, int last) {
            double sum = 0;
            for (int i = first; i <= last; i++) {
                sum += series.value(i);
            }
            int count = last - first + 1;
            return Texts.of(
                    "trend.measure.mean", Wording.tenths(sum / count), Integer.toString(count));
        }

        private static String difference(double value, DoubleFunction<String> words) {
            String amount = words.apply(Math.abs(value));
            boolean none = amount.equals(words.apply(0));
            return none ? amount : (value < 0 ? "−" : "+") + amount;
        }

        void oxygen() {
            List<OxygenStep> steps = held(scene.data().oxygen(), OxygenStep::at);
            if (steps.isEmpty()) {
                return;
            }
            OxygenStep lowest = steps.getFirst();
            OxygenStep highest = steps.getFirst();
            for (OxygenStep step : steps) {
                lowest = height(step) < height(lowest) ? step : lowest;
                highest = height(step) > height(highest) ? step : highest;
            }
            lanes.add(
                    new MeasuredLane(
                            Ink.OXYGEN,
                            Texts.of("trend.measure.of.oxygen"),
                            device(steps.getFirst()),
                            device(steps.getLast()),
                            "",
                            device(lowest),
                            device(highest),
                            ""));
        }

        /** A device nobody knows is neither the lowest nor the highest beside one that is known. */
        private static int height(OxygenStep step) {
            OxygenLadder rung = OxygenLadder.of(step.support());
            return rung == null ? OxygenLadder.CANNULA.height() : rung.height();
        }

        private static String device(OxygenStep step) {
            return OxygenLadder.shortName(step.support());
        }

        void vasopressor(Vasopressor drug, List<DoseStep> all) {
            List<DoseStep> steps = held(all, DoseStep::at);
            if (steps.stream().noneMatch(step -> step.infusion().running())) {
                return;
            }
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            DoseUnit unit = null;
            boolean comparable = true;
            for (DoseStep step : steps) {
                DoseRate rate = step.infusion().baseRate();
                if (!step.infusion().running()) {
                    lowest = 0;
                    highest = Math.max(highest, 0);
                } else if (rate == null || (unit != null && unit != rate.unit())) {
                    comparable = false;
                } else {
                    unit = rate.unit();
                    lowest = Math.min(lowest, rate.amount());
                    highest = Math.max(highest, rate.amount());
                }
            }
            lanes.add(
                    new MeasuredLane(
                            Ink.VASOPRESSOR,
                            unit == null || !comparable
                                    ? drug.shortName()
                                    : Texts.of(
                                            "trend.measure.drug",
                                            drug.shortName(),
                                            Wording.unit(unit)),
                            dose(steps.getFirst(), comparable),
                            dose(steps.getLast(), comparable),
                            comparable ? doseDifference(steps) : "",
                            comparable ? Wording.number(lowest) : "?",
                            comparable ? Wording.number(highest) : "?",
                            ""));
        }

        private static String doseDifference(List<DoseStep> steps) {
            return difference(amount(steps.getLast()) - amount(steps.getFirst()), Wording::number);
        }

        private static double amount(DoseStep step) {
            DoseRate rate = step.infusion().baseRate();
            return rate == null || !step.infusion().running() ? 0 : rate.amount();
        }

        /** Doses in several units are told each in its own. */
        private static String dose(DoseStep step, boolean oneUnit) {
            DoseRate rate = step.infusion().baseRate();
            if (!step.infusion().running()) {
                return "0";
            }
            if (rate == null) {
                return "?";
            }
            return oneUnit ? Wording.number(rate.amount()) : Wording.dose(rate);
        }

        /** What held at the first moment, and what was set up to the last. */
        private <T> List<T> held(List<T> steps, Function<T, Instant> at) {
            int first = Math.max(0, Steps.lastAt(steps, at, from));
            int last = Steps.lastAt(steps, at, to);
            return first > last ? List.of() : steps.subList(first, last + 1);
        }
    }
}
