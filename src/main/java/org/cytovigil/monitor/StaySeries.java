package org.cytovigil.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Salt;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;

/** The facts of one stay in the form that charts draw. One thread writes. */
final class StaySeries {
    private static final Comparator<TimedFact> BY_TIME = Comparator.comparing(TimedFact::at);

    private final Map<Parameter, Column> columns = new EnumMap<>(Parameter.class);
    private final List<TimedFact> steps = new ArrayList<>();
    private final List<TimedFact> events = new ArrayList<>();
    private @Nullable ChartData shown;

    StaySeries() {
        for (Parameter parameter : Parameter.values()) {
            columns.put(parameter, new Column());
        }
    }

    /**
     * @param policy the one that holds at that time: it says what cannot be, and what an unlabelled
     *     mass means
     */
    void add(Instant at, Observation observation, SitePolicy policy) {
        shown = null;
        // Implausible values stand in no line and on no axis; the picture tells of them.
        policy.plausibility()
                .gradable(observation)
                .ifPresent(gradable -> take(at, settled(gradable, policy)));
    }

    private static Observation settled(Observation observation, SitePolicy policy) {
        Salt custom = policy.get(Settings.NOREPINEPHRINE_MASS);
        return switch (observation) {
            case Observation.VasopressorCharted v ->
                    new Observation.VasopressorCharted(v.infusion().settled(custom));
            case Observation.VasopressorList l ->
                    new Observation.VasopressorList(
                            l.infusions().stream().map(i -> i.settled(custom)).toList());
            default -> observation;
        };
    }

    private void take(Instant at, Observation observation) {
        switch (observation) {
            case Observation.BodyTemperature t ->
                    put(Parameter.TEMPERATURE, at, t.value().celsius());
            case Observation.BloodPressure p -> {
                put(Parameter.SYSTOLIC, at, p.systolic());
                put(Parameter.DIASTOLIC, at, p.diastolic());
                put(Parameter.MEAN, at, p.meanOrDerived());
            }
            case Observation.OxygenSaturation s -> put(Parameter.SATURATION, at, s.percent());
            case Observation.HeartRate h -> put(Parameter.HEART_RATE, at, h.perMinute());
            case Observation.RespiratoryRate r ->
                    put(Parameter.RESPIRATORY_RATE, at, r.perMinute());
            case Observation.OxygenDevice d -> step(at, d);
            case Observation.OxygenSettings s -> step(at, s);
            case Observation.VasopressorCharted v -> step(at, v);
            case Observation.VasopressorList l -> step(at, l);
            case Observation.FluidBolus b -> event(at, b);
            case Observation.TreatmentGiven t -> event(at, t);
            case Observation.Attributed a -> event(at, a);
            case Observation.DeathDueToCrs d -> event(at, d);
            case Observation.BodyWeight w -> {}
            case Observation.HypotensionStated h -> {}
            case Observation.ConstitutionalSymptoms c -> {}
            case Observation.OrganToxicity o -> {}
            case Observation.CoagulopathyTreated c -> {}
            case Observation.IntravenousTherapy i -> {}
            case Observation.LaboratoryResult l -> {}
            case Observation.NeurologicalExamination n -> {}
            case Observation.GradeOverridden g -> event(at, g);
            case Observation.EpisodeOpened e -> {}
        }
    }

    /** Everything so far; never changes afterwards. */
    ChartData data() {
        if (shown == null) {
            Map<Parameter, Series> series = new EnumMap<>(Parameter.class);
            columns.forEach((parameter, column) -> series.put(parameter, column.series()));
            shown =
                    new ChartData(
                            series, oxygenSteps(), VasopressorSteps.of(steps), List.copyOf(events));
        }
        return shown;
    }

    private List<ChartData.OxygenStep> oxygenSteps() {
        List<ChartData.OxygenStep> made = new ArrayList<>();
        OxygenSupport inUse = null;
        for (TimedFact fact : steps) {
            if (fact.observation() instanceof Observation.OxygenDevice device) {
                inUse = device.support();
            } else if (fact.observation() instanceof Observation.OxygenSettings settings
                    && inUse != null) {
                inUse = inUse.adjusted(settings.flow(), settings.fio2());
            } else if (fact.observation() instanceof Observation.OxygenSettings settings
                    && (settings.flow() != null || settings.fio2() != null)) {
                // As the picture has it: settings without a device are those of a device nobody
                // named.
                inUse =
                        new OxygenSupport.Unrecognised(
                                "no device named", settings.flow(), settings.fio2());
            } else {
                continue;
            }
            made.add(new ChartData.OxygenStep(fact.at(), inUse));
        }
        return List.copyOf(made);
    }

    private void put(Parameter parameter, Instant at, @Nullable Pressure pressure) {
        if (pressure != null) {
            put(parameter, at, pressure.mmHg());
        }
    }

    private void put(Parameter parameter, Instant at, double value) {
        Column column = columns.get(parameter);
        if (column != null) {
            column.add(at.toEpochMilli(), value);
        }
    }

    private void step(Instant at, Observation observation) {
        insert(steps, new TimedFact(at, observation));
    }

    private void event(Instant at, Observation observation) {
        insert(events, new TimedFact(at, observation));
    }

    private static void insert(List<TimedFact> list, TimedFact fact) {
        int place = list.size();
        while (place > 0 && BY_TIME.compare(list.get(place - 1), fact) > 0) {
            place--;
        }
        list.add(place, fact);
    }
}
