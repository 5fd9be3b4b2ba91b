package org.cytovigil.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.PressureSource;
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
    private final Map<Parameter, Column> columns = new EnumMap<>(Parameter.class);
    private final Map<Analyte, Column> laboratory = new EnumMap<>(Analyte.class);
    private final Map<PressureSource, Column> pressures = new EnumMap<>(PressureSource.class);
    private final Tellers tellers = new Tellers();
    private final List<OxygenFact> oxygen = new ArrayList<>();
    private final List<VasopressorSteps.Told> vasopressors = new ArrayList<>();
    private final List<ChartData.Examined> examinations = new ArrayList<>();
    private final List<TimedFact> events = new ArrayList<>();
    private final List<TimedFact> risks = new ArrayList<>();
    private @Nullable ChartData shown;

    // Made anew only when a fact of that kind came: a vital sign must not cost the record.
    private @Nullable List<ChartData.OxygenStep> shownOxygen;
    private @Nullable Map<Vasopressor, List<ChartData.DoseStep>> shownVasopressors;
    private @Nullable List<TimedFact> shownEvents;

    /** A device or new settings, and what could be true of them at that time. */
    private record OxygenFact(TimedFact fact, Plausibility plausibility, String by) {}

    StaySeries() {
        for (Parameter parameter : Parameter.values()) {
            columns.put(parameter, new Column());
        }
    }

    /**
     * @param by who or what says so, or empty
     * @param policy the one that holds at that time: it says what cannot be, and what an unlabelled
     *     mass means
     */
    void add(Instant at, Observation observation, String by, SitePolicy policy) {
        shown = null;
        if (observation instanceof Observation.OxygenSettings) {
            oxygenStep(at, observation, by, policy);
            return;
        }
        // Implausible values stand in no line and on no axis; the picture tells of them.
        policy.plausibility()
                .gradable(observation)
                .ifPresent(gradable -> take(at, settled(gradable, policy), by, policy));
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

    private void take(Instant at, Observation observation, String by, SitePolicy policy) {
        short teller = tellers.number(by);
        switch (observation) {
            case Observation.BodyTemperature t ->
                    put(Parameter.TEMPERATURE, at, t.value().celsius(), teller);
            case Observation.BloodPressure p -> pressure(at, p, teller);
            case Observation.OxygenSaturation s ->
                    put(Parameter.SATURATION, at, s.percent(), teller);
            case Observation.HeartRate h -> put(Parameter.HEART_RATE, at, h.perMinute(), teller);
            case Observation.RespiratoryRate r ->
                    put(Parameter.RESPIRATORY_RATE, at, r.perMinute(), teller);
            case Observation.OxygenDevice d -> oxygenStep(at, d, by, policy);
            case Observation.OxygenSettings s -> oxygenStep(at, s, by, policy);
            case Observation.VasopressorCharted v -> vasopressor(at, v, by);
            case Observation.VasopressorList l -> vasopressor(at, l, by);
            case Observation.FluidBolus b -> event(at, b);
            case Observation.TreatmentGiven t -> event(at, t);
            case Observation.Attributed a -> event(at, a);
            case Observation.DeathDueToCrs d -> event(at, d);
            case Observation.Note n -> event(at, n);
            case Observation.BodyWeight w ->
                    put(Parameter.WEIGHT, at, w.weight().kilograms(), teller);
            case Observation.BodyHeight h ->
                    put(Parameter.HEIGHT, at, h.height().centimetres(), teller);
            case Observation.RiskFactorCharted r ->
                    insert(risks, new TimedFact(at, r), TimedFact::at);
            case Observation.HypotensionStated h -> {}
            case Observation.ConstitutionalSymptoms c -> {}
            case Observation.OrganToxicity o -> {}
            case Observation.CoagulopathyTreated c -> {}
            case Observation.IntravenousTherapy i -> {}
            case Observation.LaboratoryResult l -> {
                if (RiskFactor.BASELINES.contains(l.analyte())) {
                    insert(risks, new TimedFact(at, l), TimedFact::at);
                }
                laboratory
                        .computeIfAbsent(l.analyte(), analyte -> new Column())
                        .add(at.toEpochMilli(), l.value(), teller);
            }
            case Observation.NeurologicalExamination n ->
                    insert(examinations, new ChartData.Examined(at, n, by), ChartData.Examined::at);
            case Observation.GradeOverridden g -> event(at, g);
            case Observation.EpisodeOpened e -> {}
        }
    }

    /** Everything so far; never changes afterwards. */
    ChartData data() {
        if (shown == null) {
            List<ChartData.OxygenStep> devices = shownOxygen == null ? oxygenSteps() : shownOxygen;
            Map<Vasopressor, List<ChartData.DoseStep>> doses =
                    shownVasopressors == null
                            ? VasopressorSteps.of(vasopressors)
                            : shownVasopressors;
            List<TimedFact> happened = shownEvents == null ? List.copyOf(events) : shownEvents;
            shownOxygen = devices;
            shownVasopressors = doses;
            shownEvents = happened;
            shown =
                    new ChartData(
                            seriesOf(columns, Parameter.class),
                            seriesOf(laboratory, Analyte.class),
                            seriesOf(pressures, PressureSource.class),
                            devices,
                            doses,
                            List.copyOf(examinations),
                            happened,
                            List.copyOf(risks));
        }
        return shown;
    }

    private <K extends Enum<K>> Map<K, Series> seriesOf(Map<K, Column> kept, Class<K> kind) {
        Map<K, Series> series = new EnumMap<>(kind);
        kept.forEach((key, column) -> series.put(key, column.series(tellers.names())));
        return series;
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
            made.add(new ChartData.OxygenStep(fact.at(), inUse, charted.by()));
        }
        return List.copyOf(made);
    }

    private void pressure(Instant at, Observation.BloodPressure charted, short teller) {
        Pressure mean = charted.meanOrDerived();
        put(Parameter.SYSTOLIC, at, charted.systolic(), teller);
        put(Parameter.DIASTOLIC, at, charted.diastolic(), teller);
        put(Parameter.MEAN, at, mean, teller);
        Pressure part = charted.systolic() == null ? charted.diastolic() : charted.systolic();
        Pressure any = mean == null ? part : mean;
        if (any != null) {
            pressures
                    .computeIfAbsent(charted.source(), source -> new Column())
                    .add(at.toEpochMilli(), any.mmHg(), teller);
        }
    }

    private void put(Parameter parameter, Instant at, @Nullable Pressure pressure, short teller) {
        if (pressure != null) {
            put(parameter, at, pressure.mmHg(), teller);
        }
    }

    private void put(Parameter parameter, Instant at, double value, short teller) {
        Column column = columns.get(parameter);
        if (column != null) {
            column.add(at.toEpochMilli(), value, teller);
        }
    }

    private void oxygenStep(Instant at, Observation observation, String by, SitePolicy policy) {
        shownOxygen = null;
        insert(
                oxygen,
                new OxygenFact(new TimedFact(at, observation), policy.plausibility(), by),
                step -> step.fact().at());
    }

    private void vasopressor(Instant at, Observation observation, String by) {
        shownVasopressors = null;
        insert(
                vasopressors,
                new VasopressorSteps.Told(new TimedFact(at, observation), by),
                told -> told.fact().at());
    }

    private void event(Instant at, Observation observation) {
        shownEvents = null;
        insert(events, new TimedFact(at, observation), TimedFact::at);
    }

    private static <T> void insert(List<T> list, T fact, Function<T, Instant> at) {
        int place = list.size();
        while (place > 0 && at.apply(list.get(place - 1)).isAfter(at.apply(fact))) {
            place--;
        }
        list.add(place, fact);
    }
}
