package org.cytovigil.ui.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradeOverride;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.ChartData.DoseStep;
import org.cytovigil.monitor.ChartData.Examined;
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
     * @param by who or what says so; empty when nobody knows
     */
    record Row(Ink ink, String value, String at, String by) {}

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
        values.rates();
        values.laboratory();
        values.neurology();
        values.marks(near);
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
                    assessment.at(),
                    set == null ? "" : set.by());
        }
    }

    private void measured(
            Parameter parameter, Ink ink, Duration freshFor, DoubleFunction<String> words) {
        measured(scene.data().of(parameter), ink, freshFor, words);
    }

    private void measured(Series series, Ink ink, Duration freshFor, DoubleFunction<String> words) {
        int i = series.lastAt(time);
        if (i >= 0 && time - series.time(i) <= freshFor.toMillis()) {
            add(
                    ink,
                    words.apply(series.value(i)),
                    Instant.ofEpochMilli(series.time(i)),
                    series.teller(i));
        }
    }

    private void pressure() {
        Series systolic = scene.data().of(Parameter.SYSTOLIC);
        Series diastolic = scene.data().of(Parameter.DIASTOLIC);
        Series mean = scene.data().of(Parameter.MEAN);
        long newest = Long.MIN_VALUE;
        String by = "";
        for (Series part : List.of(systolic, diastolic, mean)) {
            int i = part.lastAt(time);
            if (i >= 0 && part.time(i) > newest) {
                newest = part.time(i);
                by = part.teller(i);
            }
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
        add(Ink.PRESSURE, measuredBy(text, newest), Instant.ofEpochMilli(newest), by);
    }

    /** With "cuff" or "arterial line", where that is known. */
    private String measuredBy(String text, long at) {
        for (PressureSource source : PressureSource.values()) {
            Series series = scene.data().of(source);
            int i = series.lastAt(at);
            if (source != PressureSource.UNSTATED && i >= 0 && series.time(i) == at) {
                return text + ", " + Texts.of("trend.source." + source.name());
            }
        }
        return text;
    }

    private void rates() {
        Duration fresh = scene.policy().get(Settings.RATE_FRESH);
        measured(
                Parameter.HEART_RATE,
                Ink.RATE,
                fresh,
                rate -> Texts.of("trend.value.heart", Wording.number(rate)));
        measured(
                Parameter.RESPIRATORY_RATE,
                Ink.RATE,
                fresh,
                rate -> Texts.of("trend.value.breath", Wording.number(rate)));
    }

    private void laboratory() {
        Duration fresh = scene.policy().get(Settings.LABORATORY_FRESH);
        for (Analyte analyte : LaboratoryLane.SHOWN) {
            measured(
                    scene.data().of(analyte),
                    Ink.LABORATORY,
                    fresh,
                    value ->
                            Texts.of(
                                    "trend.laboratory.value",
                                    analyte.label(),
                                    LaboratoryReadout.number(value),
                                    LaboratoryReadout.unit(analyte)));
        }
    }

    private void neurology() {
        List<Examined> all = scene.data().examinations();
        int i = Steps.lastAt(all, Examined::at, time);
        long fresh = scene.policy().get(Settings.NEUROLOGY_FRESH).toMillis();
        if (i >= 0 && time - all.get(i).at().toEpochMilli() <= fresh) {
            Examined last = all.get(i);
            add(Ink.NEUROLOGY, NeurologyScore.words(last.examination()), last.at(), last.by());
        }
        GradeSteps grades = scene.neurotoxicity();
        if (Steps.lastAt(grades.changes(), Assessment::at, time) >= 0 && !all.isEmpty()) {
            grade(grades);
        }
    }

    /** What is to be known of values nearby that are marked. */
    private void marks(long near) {
        for (Mark mark : scene.marks()) {
            if (Math.abs(mark.millis() - time) <= near) {
                add(Ink.MUTED, mark.words(), Instant.ofEpochMilli(mark.millis()), "");
            }
        }
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
                    step.by());
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
                steps.get(i).by());
    }

    private void events(long near) {
        List<TimedFact> events = scene.data().events();
        int i = Steps.lastAt(events, TimedFact::at, Math.min(time + near, scene.nowMillis()));
        while (i >= 0 && events.get(i).at().toEpochMilli() >= time - near) {
            TimedFact event = events.get(i);
            add(Ink.TEXT, EventWords.brief(event.observation()), event.at(), "");
            i--;
        }
    }

    /** The alarms that were raised nearby. */
    private void alarms(long near) {
        for (AlarmFlag flag : scene.flags()) {
            if (Math.abs(flag.millis() - time) <= near && flag.millis() <= scene.nowMillis()) {
                add(Ink.TEXT, flag.words(), Instant.ofEpochMilli(flag.millis()), "");
            }
        }
    }

    private void add(Ink ink, String value, Instant at, String by) {
        rows.add(new Row(ink, value, when(at), by));
    }

    private String when(Instant at) {
        String moment = scene.time().moment(at);
        Duration old = Duration.ofMillis(time - at.toEpochMilli());
        return old.compareTo(NAMED_AGE) < 0
                ? moment
                : Texts.of("trend.crosshair.age", moment, Wording.duration(old));
    }
}
