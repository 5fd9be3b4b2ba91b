package org.cytovigil.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.RiskFactor;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;

/** The facts of one stay in the form that charts draw. One thread writes. */
final class StaySeries {
    private static final Comparator<TimedFact> BY_TIME = Comparator.comparing(TimedFact::at);

    private final Map<Parameter, Column> columns = new EnumMap<>(Parameter.class);
    private final List<OxygenFact> oxygen = new ArrayList<>();
    private final List<TimedFact> vasopressors = new ArrayList<>();
    private final List<TimedFact> events = new ArrayList<>();
    private final List<TimedFact> risks = new ArrayList<>();
    private @Nullable ChartData shown;

    // Made anew only when a fact of that kind came: a vital sign must not cost the record.
    private @Nullable List<ChartData.OxygenStep> shownOxygen;
    private @Nullable Map<Vasopressor, List<ChartData.DoseStep>> shownVasopressors;
    private @Nullable List<TimedFact> shownEvents;

    /** A device or new settings, and what could be true of them at that time. */
    private record OxygenFact(TimedFact fact, Plausibility plausibility) {}

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
        if (observation instanceof Observation.OxygenSettings) {
            oxygenStep(at, observation, policy);
            return;
        }
        // Implausible values stand in no line and on no axis; the picture tells of them.
        policy.plausibility()
                .gradable(observation)
                .ifPresent(gradable -> take(at, settled(gradable, policy), policy));
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

    private void take(Instant at, Observation observation, SitePolicy policy) {
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
            case Observation.OxygenDevice d -> oxygenStep(at, d, policy);
            case Observation.OxygenSettings s -> oxygenStep(at, s, policy);
            case Observation.VasopressorCharted v -> vasopressor(at, v);
            case Observation.VasopressorList l -> vasopressor(at, l);
            case Observation.FluidBolus b -> event(at, b);
            case Observation.TreatmentGiven t -> event(at, t);
            case Observation.Attributed a -> event(at, a);
            case Observation.DeathDueToCrs d -> event(at, d);
            case Observation.Note n -> event(at, n);
            case Observation.BodyWeight w -> put(Parameter.WEIGHT, at, w.weight().kilograms());
            case Observation.BodyHeight h -> put(Parameter.HEIGHT, at, h.height().centimetres());
            case Observation.RiskFactorCharted r -> insert(risks, new TimedFact(at, r));
            case Observation.HypotensionStated h -> {}
            case Observation.ConstitutionalSymptoms c -> {}
            case Observation.OrganToxicity o -> {}
            case Observation.CoagulopathyTreated c -> {}
            case Observation.IntravenousTherapy i -> {}
            case Observation.LaboratoryResult l -> {
                if (RiskFactor.BASELINES.contains(l.analyte())) {
                    insert(risks, new TimedFact(at, l));
                }
            }
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
            List<ChartData.OxygenStep> devices = shownOxygen == null ? oxygenSteps() : shownOxygen;
            Map<Vasopressor, List<ChartData.DoseStep>> doses =
                    shownVasopressors == null
                            ? VasopressorSteps.of(vasopressors)
                            : shownVasopressors;
            List<TimedFact> happened = shownEvents == null ? List.copyOf(events) : shownEvents;
            shownOxygen = devices;
            shownVasopressors = doses;
            shownEvents = happened;
            shown = new ChartData(series, devices, doses, happened, List.copyOf(risks));
        }
        return shown;
    }

    private List<ChartData.OxygenStep> oxygenSteps() {
        List<ChartData.OxygenStep> made = new ArrayList<>();
        OxygenSupport inUse = null;
        for (OxygenFact charted : oxygen) {
            TimedFact fact = charted.fact();
            if (fact.observation() instanceof Observation.OxygenDevice device) {
                inUse = device.support();
            } else if (fact.observation() instanceof Observation.OxygenSettings settings) {
                OxygenSupport adjusted = charted.plausibility().adjusted(inUse, settings);
                if (inUse == null && adjusted.flow() == null && adjusted.fio2() == null) {
                    continue;
                }
                inUse = adjusted;
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

    private void oxygenStep(Instant at, Observation observation, SitePolicy policy) {
        shownOxygen = null;
        OxygenFact charted = new OxygenFact(new TimedFact(at, observation), policy.plausibility());
        int place = oxygen.size();
        while (place > 0 && BY_TIME.compare(oxygen.get(place - 1).fact(), charted.fact()) > 0) {
            place--;
        }
        oxygen.add(place, charted);
    }

    private void vasopressor(Instant at, Observation observation) {
        shownVasopressors = null;
        insert(vasopressors, new TimedFact(at, observation));
    }

    private void event(Instant at, Observation observation) {
        shownEvents = null;
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
