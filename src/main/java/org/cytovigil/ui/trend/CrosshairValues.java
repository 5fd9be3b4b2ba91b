package org.cytovigil.ui.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradeOverride;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.ChartData.DoseStep;
import org.cytovigil.monitor.ChartData.OxygenStep;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.monitor.TimedFact;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;

/** What stood at one moment of a chart, each value with the time at which it was measured. */
final class CrosshairValues {
    /** A name of a device or a sender longer than this would widen the box too far. */
    private static final int LONGEST_SOURCE = 28;

    private static final long MINUTE = 60_000;

    private final ChartScene scene;
    private final FactSources sources;
    private final long time;
    private final List<Row> rows = new ArrayList<>();

    /**
     * One value.
     *
     * @param at when it was measured or set, in the stay's days and hours, how old it was then, and
     *     who says so
     */
    record Row(Ink ink, String value, String at) {}

    private CrosshairValues(ChartScene scene, FactSources sources, long time) {
        this.scene = scene;
        this.sources = sources;
        this.time = time;
    }

    /**
     * The values at or before a moment, those too old for it left out.
     *
     * @param sources who says what is charted
     * @param near events within so many milliseconds of the moment are named as well
     */
    static List<Row> at(ChartScene scene, FactSources sources, long time, long near) {
        if (time > scene.nowMillis()) {
            return List.of();
        }
        CrosshairValues values = new CrosshairValues(scene, sources, time);
        values.grade(scene.grades());
        values.grade(scene.second());
        values.measured(
                Parameter.TEMPERATURE,
                Ink.TEMPERATURE,
                scene.policy().get(Settings.TEMPERATURE_FRESH),
                celsius -> Wording.tenths(celsius) + " °C");
        values.pressure();
        values.oxygen();
        values.measured(
                Parameter.SATURATION,
                Ink.OXYGEN,
                scene.policy().get(Settings.SATURATION_FRESH),
                percent -> Texts.of("bedside.value.saturation", Wording.number(percent)));
        scene.data().vasopressors().forEach(values::vasopressor);
        values.events(near);
        return values.rows;
    }

    private void grade(GradeSteps grades) {
        int i = Steps.lastAt(grades.changes(), Assessment::at, time);
        if (i >= 0) {
            Assessment assessment = grades.changes().get(i);
            GradeOverride set = assessment.override();
            String computed = grades.title() + " " + assessment.range();
            add(
                    Ink.TEXT,
                    set == null
                            ? computed
                            : Texts.of(
                                    "bedside.value.set", computed, Integer.toString(set.grade())),
                    assessment.at());
        }
    }

    private void measured(
            Parameter parameter, Ink ink, Duration freshFor, DoubleFunction<String> words) {
        Series series = scene.data().of(parameter);
        int i = series.lastAt(time);
        if (i >= 0 && time - series.time(i) <= freshFor.toMillis()) {
            add(
                    ink,
                    words.apply(series.value(i)),
                    Instant.ofEpochMilli(series.time(i)),
                    kind(parameter));
        }
    }

    private void pressure() {
        Series systolic = scene.data().of(Parameter.SYSTOLIC);
        Series diastolic = scene.data().of(Parameter.DIASTOLIC);
        Series mean = scene.data().of(Parameter.MEAN);
        long newest = Long.MIN_VALUE;
        for (Series part : List.of(systolic, diastolic, mean)) {
            int i = part.lastAt(time);
            newest = i >= 0 ? Math.max(newest, part.time(i)) : newest;
        }
        if (newest == Long.MIN_VALUE
                || time - newest > scene.policy().get(Settings.PRESSURE_FRESH).toMillis()) {
            return;
        }
        String text =
                Texts.of(
                        "bedside.value.pressure",
                        part(systolic, newest),
                        part(diastolic, newest),
                        part(mean, newest));
        add(Ink.PRESSURE, text, Instant.ofEpochMilli(newest), kind(Parameter.SYSTOLIC));
    }

    private static String part(Series series, long at) {
        int i = series.lastAt(at);
        return i >= 0 && series.time(i) == at ? Long.toString(Math.round(series.value(i))) : "?";
    }

    private void oxygen() {
        List<OxygenStep> steps = scene.data().oxygen();
        int i = Steps.lastAt(steps, OxygenStep::at, time);
        if (i >= 0) {
            OxygenStep step = steps.get(i);
            String text =
                    OxygenLadder.shortName(step.support())
                            + " "
                            + ReadoutWriter.settings(step.support());
            boolean sure =
                    time - step.at().toEpochMilli()
                            <= scene.policy().get(Settings.OXYGEN_FRESH).toMillis();
            add(
                    Ink.OXYGEN,
                    sure ? text.strip() : Texts.of("bedside.value.unsure", text.strip()),
                    step.at(),
                    Texts.of("bedside.fact.oxygen"));
        }
    }

    private void vasopressor(Vasopressor drug, List<DoseStep> steps) {
        int i = Steps.lastAt(steps, DoseStep::at, time);
        if (i < 0 || !steps.get(i).infusion().running()) {
            return;
        }
        VasopressorInfusion infusion = steps.get(i).infusion();
        boolean sure =
                time - steps.get(i).at().toEpochMilli()
                        <= scene.policy().get(Settings.INFUSION_CONFIRMED).toMillis();
        String text = Wording.infusion(infusion);
        add(
                Ink.VASOPRESSOR,
                sure ? text : Texts.of("bedside.value.unsure", text),
                steps.get(i).at(),
                Texts.of("bedside.fact.vasopressor"));
    }

    private void events(long near) {
        List<TimedFact> events = scene.data().events();
        int i = Steps.lastAt(events, TimedFact::at, Math.min(time + near, scene.nowMillis()));
        while (i >= 0 && events.get(i).at().toEpochMilli() >= time - near) {
            TimedFact event = events.get(i);
            add(
                    Ink.TEXT,
                    EventWords.brief(event.observation()),
                    event.at(),
                    FactNames.of(event.observation()));
            i--;
        }
    }

    /** What facts of a parameter are called. */
    private static String kind(Parameter parameter) {
        return Texts.of(
                "bedside.fact."
                        + switch (parameter) {
                            case TEMPERATURE -> "temperature";
                            case SYSTOLIC, DIASTOLIC, MEAN -> "pressure";
                            case SATURATION -> "saturation";
                            case HEART_RATE -> "heart-rate";
                            case RESPIRATORY_RATE -> "respiratory-rate";
                            case WEIGHT -> "weight";
                        });
    }

    private void add(Ink ink, String value, Instant at) {
        add(ink, value, at, "");
    }

    private void add(Ink ink, String value, Instant at, String kind) {
        String when = scene.time().moment(at);
        long old = time - at.toEpochMilli();
        if (old >= MINUTE) {
            when = Texts.of("trend.crosshair.age", when, Wording.duration(Duration.ofMillis(old)));
        }
        String source = kind.isEmpty() ? "" : sources.of(at.toEpochMilli(), kind);
        if (source.length() > LONGEST_SOURCE) {
            source = source.substring(0, LONGEST_SOURCE - 1) + "…";
        }
        rows.add(
                new Row(
                        ink,
                        value,
                        source.isEmpty() ? when : Texts.of("trend.crosshair.by", when, source)));
    }
}
