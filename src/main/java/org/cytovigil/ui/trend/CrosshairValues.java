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
    /** Of this age on it is said. */
    private static final Duration NAMED_AGE = Duration.ofMinutes(1);

    private final ChartScene scene;
    private final long time;
    private final List<Row> rows = new ArrayList<>();

    /**
     * One value.
     *
     * @param at when it was measured or set, in the stay's days and hours, and how old it was then
     */
    record Row(Ink ink, String value, String at) {}

    private CrosshairValues(ChartScene scene, long time) {
        this.scene = scene;
        this.time = time;
    }

    /**
     * The values at or before a moment, those too old for it left out.
     *
     * @param near events within so many milliseconds of the moment are named as well
     */
    static List<Row> at(ChartScene scene, long time, long near) {
        if (time > scene.nowMillis()) {
            return List.of();
        }
        CrosshairValues values = new CrosshairValues(scene, time);
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
        values.alarms(near);
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
            add(ink, words.apply(series.value(i)), Instant.ofEpochMilli(series.time(i)));
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
        add(Ink.PRESSURE, text, Instant.ofEpochMilli(newest));
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
                    step.at());
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
                steps.get(i).at());
    }

    private void events(long near) {
        List<TimedFact> events = scene.data().events();
        int i = Steps.lastAt(events, TimedFact::at, Math.min(time + near, scene.nowMillis()));
        while (i >= 0 && events.get(i).at().toEpochMilli() >= time - near) {
            TimedFact event = events.get(i);
            add(Ink.TEXT, EventWords.brief(event.observation()), event.at());
            i--;
        }
    }

    /** The alarms that were raised nearby. */
    private void alarms(long near) {
        for (AlarmFlag flag : scene.flags()) {
            if (Math.abs(flag.millis() - time) <= near && flag.millis() <= scene.nowMillis()) {
                add(Ink.TEXT, flag.words(), Instant.ofEpochMilli(flag.millis()));
            }
        }
    }

    private void add(Ink ink, String value, Instant at) {
        rows.add(new Row(ink, value, when(at)));
    }

    private String when(Instant at) {
        String moment = scene.time().moment(at);
        Duration old = Duration.ofMillis(time - at.toEpochMilli());
        return old.compareTo(NAMED_AGE) < 0
                ? moment
                : Texts.of("trend.crosshair.age", moment, Wording.duration(old));
    }
}
