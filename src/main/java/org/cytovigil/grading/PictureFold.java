package org.cytovigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.HeartRate;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.Observation.RespiratoryRate;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Folds the facts of one stay, in the order of their times, into what is known at a moment. Adding
 * a fact in order and asking for the picture cost the same however long the record is. Times are
 * told apart by the millisecond. Not safe for several threads.
 */
// [impl->req~picture.freshness~1]
public final class PictureFold {
    /**
     * Kinds of which a value that cannot be true leaves the one before standing, which must be
     * said.
     */
    private static final Set<Class<? extends Observation>> NOTED_WHEN_REJECTED =
            Set.of(
                    BodyTemperature.class,
                    BloodPressure.class,
                    OxygenSaturation.class,
                    Observation.OxygenDevice.class,
                    Observation.FluidBolus.class,
                    Observation.OrganToxicity.class);

    private SitePolicy policy;
    private FreshFor freshFor;
    private Patient patient;
    private final Latest<BodyTemperature> temperature;
    private final PressureFold pressure;
    private final Latest<OxygenSaturation> saturation;
    private final Latest<OxygenSupport> oxygen;
    private final Latest<HeartRate> heartRate;
    private final Latest<RespiratoryRate> respiratoryRate;
    private final Latest<NeurologicalExamination> neurology;
    private final VasopressorFold vasopressors;
    private final FluidBoluses boluses;
    private List<TreatmentTaken> treatments = List.of();
    private Map<AttributionScope, String> attributions = Map.of();
    private Map<ScaleId, GradeOverride> overrides = Map.of();
    private Map<Organ, Integer> organToxicity = Map.of();
    private Map<Analyte, LaboratoryValue> laboratory = Map.of();
    private @Nullable Instant hypotensionStatedAt;
    private @Nullable Treatment masking;
    private boolean symptoms;
    private boolean coagulopathyTreated;
    private boolean intravenousTherapy;
    private boolean died;

    // The kinds of which the latest fact could not be true.
    private Set<Class<? extends Observation>> rejected = Set.of();

    // The charted set under way: the episode is decided once for it, when someone asks.
    private @Nullable Instant setAt;
    private boolean episodeOpenedInSet;
    private boolean settled = true;
    private EpisodeState episodeBeforeSet = EpisodeState.NONE;
    private EpisodeState episode = EpisodeState.NONE;
    private @Nullable ClinicalPicture ofSet;

    /** How long values stand for the present, in milliseconds. */
    private record FreshFor(
            long temperature,
            long pressure,
            long saturation,
            long oxygen,
            long rate,
            long neurology) {
        static FreshFor of(SitePolicy policy) {
            return new FreshFor(
                    policy.get(Settings.TEMPERATURE_FRESH).toMillis(),
                    policy.get(Settings.PRESSURE_FRESH).toMillis(),
                    policy.get(Settings.SATURATION_FRESH).toMillis(),
                    policy.get(Settings.OXYGEN_FRESH).toMillis(),
                    policy.get(Settings.RATE_FRESH).toMillis(),
                    policy.get(Settings.NEUROLOGY_FRESH).toMillis());
        }
    }

    /** A fold that has seen nothing yet. */
    public PictureFold(Patient patient, SitePolicy policy) {
        this.patient = policy.plausibility().gradable(patient);
        this.policy = policy;
        this.freshFor = FreshFor.of(policy);
        this.temperature = new Latest<>();
        this.pressure = new PressureFold();
        this.saturation = new Latest<>();
        this.oxygen = new Latest<>();
        this.heartRate = new Latest<>();
        this.respiratoryRate = new Latest<>();
        this.neurology = new Latest<>();
        this.vasopressors = new VasopressorFold(policy);
        this.boluses = new FluidBoluses();
    }

    /** A copy that goes its own way from here. */
    public PictureFold(PictureFold other) {
        policy = other.policy;
        freshFor = other.freshFor;
        patient = other.patient;
        temperature = new Latest<>(other.temperature);
        pressure = new PressureFold(other.pressure);
        saturation = new Latest<>(other.saturation);
        oxygen = new Latest<>(other.oxygen);
        heartRate = new Latest<>(other.heartRate);
        respiratoryRate = new Latest<>(other.respiratoryRate);
        neurology = new Latest<>(other.neurology);
        vasopressors = new VasopressorFold(other.vasopressors);
        boluses = new FluidBoluses(other.boluses);
        treatments = other.treatments;
        attributions = other.attributions;
        overrides = other.overrides;
        organToxicity = other.organToxicity;
        laboratory = other.laboratory;
        hypotensionStatedAt = other.hypotensionStatedAt;
        masking = other.masking;
        symptoms = other.symptoms;
        coagulopathyTreated = other.coagulopathyTreated;
        intravenousTherapy = other.intravenousTherapy;
        died = other.died;
        rejected = other.rejected;
        setAt = other.setAt;
        episodeOpenedInSet = other.episodeOpenedInSet;
        settled = other.settled;
        episodeBeforeSet = other.episodeBeforeSet;
        episode = other.episode;
        ofSet = other.ofSet;
    }

    /**
     * Adds a fact. Facts with the same time form one charted set, whatever their order; of two that
     * contradict each other the one added last stands.
     *
     * @param at when it was so; not before any fact added earlier
     * @throws IllegalArgumentException when {@code at} is earlier than a fact already added
     */
    public void add(Instant at, Observation observation) {
        if (observation.standsAside()) {
            // It opens no charted set either: that would end what was charted for the set before.
            return;
        }
        if (!at.equals(setAt)) {
            begin(at);
        }
        settled = false;
        ofSet = null;
        Optional<String> fault = policy.plausibility().fault(observation);
        noteRejection(observation, fault.isPresent());
        if (fault.isEmpty()) {
            take(at, observation);
        } else {
            reject(at, observation, fault.get());
            if (observation instanceof Observation.OxygenSettings settings) {
                takeSettings(at, settings);
            } else {
                policy.plausibility().gradable(observation).ifPresent(part -> take(at, part));
            }
        }
    }

    private void begin(Instant at) {
        if (setAt != null && at.isBefore(setAt)) {
            throw new IllegalArgumentException("a fact of " + at + " after one of " + setAt);
        }
        settle();
        setAt = at;
        episodeBeforeSet = episode;
        episodeOpenedInSet = false;
    }

    /** Decides the episode with the set as far as it is known, once for each state of it. */
    private void settle() {
        if (settled || setAt == null) {
            return;
        }
        ClinicalPicture before = picture(setAt, episodeBeforeSet);
        episode = Episodes.after(before, policy, episodeOpenedInSet);
        ofSet = episode.equals(episodeBeforeSet) ? before : picture(setAt, episode);
        settled = true;
    }

    /**
     * Goes by another policy from a moment on; what was folded before stays as it was judged then.
     *
     * @param at not before the latest fact
     */
    public void adopt(Instant at, SitePolicy next) {
        settle();
        policy = next;
        freshFor = FreshFor.of(next);
        ofSet = null;
        vasopressors.adopt(at, next, patient.weight());
    }

    /** The policy that this fold goes by at present. */
    public SitePolicy policy() {
        return policy;
    }

    /**
     * What is known at a moment.
     *
     * @param at the moment, not before the latest fact
     */
    public ClinicalPicture picture(Instant at) {
        settle();
        return ofSet != null && at.equals(setAt) ? ofSet : picture(at, episode);
    }

    /** Ends the grade that a clinician set on a scale: the computed one rose above it. */
    void endOverride(ScaleId scale) {
        overrides = without(overrides, scale);
        ofSet = null;
    }

    /**
     * The first moment after {@code after} at which the picture changes by time alone: something
     * turns stale, or a high dose has run long enough.
     *
     * @return {@code null} when nothing will change without a new fact
     */
    public @Nullable Instant nextChange(Instant after) {
        long from = after.toEpochMilli();
        long next = Long.MAX_VALUE;
        next = earlier(next, temperature.staleFrom(freshFor.temperature), from);
        next = earlier(next, pressure.staleFrom(freshFor.pressure), from);
        next = earlier(next, saturation.staleFrom(freshFor.saturation), from);
        next = earlier(next, oxygen.staleFrom(freshFor.oxygen), from);
        next = earlier(next, neurology.staleFrom(freshFor.neurology), from);
        next = boluses.nextChange(next, from, policy);
        next = vasopressors.nextChange(next, from);
        return next == Long.MAX_VALUE ? null : Instant.ofEpochMilli(next);
    }

    static long earlier(long best, long candidate, long after) {
        return candidate > after ? Math.min(candidate, best) : best;
    }

    private ClinicalPicture picture(Instant at, EpisodeState episodeState) {
        long now = at.toEpochMilli();
        return new ClinicalPicture(
                at,
                patient,
                temperature.reading(now, freshFor.temperature),
                pressure.reading(now, freshFor.pressure),
                saturation.reading(now, freshFor.saturation),
                oxygen.reading(now, freshFor.oxygen),
                heartRate.reading(now, freshFor.rate),
                respiratoryRate.reading(now, freshFor.rate),
                neurology.reading(now, freshFor.neurology),
                vasopressors.running(),
                hypotensionStatedAt != null && hypotensionStatedAt.equals(setAt),
                boluses.last(),
                boluses.counted(now, policy),
                masking,
                treatments,
                attributions,
                overrides,
                symptoms,
                organToxicity,
                coagulopathyTreated,
                intravenousTherapy,
                laboratory,
                !rejected.isEmpty(),
                died,
                episodeState);
    }

    private void take(Instant at, Observation observation) {
        switch (observation) {
            case BodyTemperature t -> temperature.set(t, at);
            case BloodPressure p -> pressure.take(at, p);
            case OxygenSaturation s -> saturation.set(s, at);
            case HeartRate h -> heartRate.set(h, at);
            case RespiratoryRate r -> respiratoryRate.set(r, at);
            case Observation.LaboratoryResult l ->
                    laboratory = with(laboratory, l.analyte(), new LaboratoryValue(l.value(), at));
            case Observation.BodyWeight w -> takeWeight(at, w.weight());
            case Observation.OxygenDevice d -> oxygen.set(d.support(), at);
            case Observation.OxygenSettings s -> takeSettings(at, s);
            case Observation.VasopressorCharted v ->
                    vasopressors.add(at, v.infusion(), patient.weight());
            case Observation.VasopressorList l ->
                    vasopressors.replace(at, l.infusions(), patient.weight());
            case Observation.HypotensionStated h -> hypotensionStatedAt = at;
            case Observation.FluidBolus b -> boluses.take(at, b.millilitres(), policy);
            case Observation.TreatmentGiven t -> takeTreatment(at, t.treatment());
            case Observation.ConstitutionalSymptoms c -> symptoms = c.present();
            case Observation.OrganToxicity o ->
                    organToxicity = with(organToxicity, o.organ(), o.ctcaeGrade());
            case Observation.CoagulopathyTreated c -> coagulopathyTreated = c.treated();
            case Observation.IntravenousTherapy i -> intravenousTherapy = i.given();
            case Observation.Attributed a ->
                    attributions =
                            a.withdrawn()
                                    ? without(attributions, a.scope())
                                    : with(attributions, a.scope(), a.cause());
            case NeurologicalExamination n -> takeExamination(at, n);
            case Observation.GradeOverridden g -> takeOverride(at, g);
            case Observation.EpisodeOpened e -> episodeOpenedInSet = true;
            case Observation.BodyHeight h -> {}
            case Observation.RiskFactorCharted r -> {}
            case Observation.Note n -> {}
            case Observation.DeathDueToCrs d -> died = true;
        }
    }

    // The maps and lists of a picture never change, so that pictures share them: a fact of these
    // kinds is rare and copies them.

    private static <K extends Enum<K>, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        EnumMap<K, V> changed = new EnumMap<>(key.getDeclaringClass());
        changed.putAll(map);
        changed.put(key, value);
        return Collections.unmodifiableMap(changed);
    }

    private static <K extends Enum<K>, V> Map<K, V> without(Map<K, V> map, K key) {
        if (!map.containsKey(key)) {
            return map;
        }
        EnumMap<K, V> changed = new EnumMap<>(map);
        changed.remove(key);
        return Collections.unmodifiableMap(changed);
    }

    private void takeTreatment(Instant at, Treatment treatment) {
        TreatmentTaken taken = new TreatmentTaken(at, treatment);
        // Told twice with the same time it was given once.
        if (treatments.contains(taken)) {
            return;
        }
        List<TreatmentTaken> longer = new ArrayList<>(treatments.size() + 1);
        longer.addAll(treatments);
        longer.add(taken);
        treatments = List.copyOf(longer);
        if (treatment.masksFever()) {
            masking = treatment;
        }
    }

    private void takeOverride(Instant at, Observation.GradeOverridden set) {
        Integer grade = set.grade();
        overrides =
                grade == null
                        ? without(overrides, set.scale())
                        : with(
                                overrides,
                                set.scale(),
                                new GradeOverride(grade, set.reason(), set.by(), at));
    }

    private void takeWeight(Instant at, Weight weight) {
        patient =
                new Patient(
                        patient.name(),
                        patient.recordNumber(),
                        patient.ageYears(),
                        weight,
                        patient.baseline());
        vasopressors.weigh(at, weight);
    }

    /** Calls the patient by another name and number; a weight charted since stays. */
    void name(Patient known) {
        patient = patient.named(known.name(), known.recordNumber());
    }

    private void takeSettings(Instant at, Observation.OxygenSettings settings) {
        OxygenSupport inUse = oxygen.value();
        OxygenSupport adjusted = policy.plausibility().adjusted(inUse, settings);
        if (inUse != null || adjusted.flow() != null || adjusted.fio2() != null) {
            oxygen.set(adjusted, at);
        }
    }

    private void takeExamination(Instant at, NeurologicalExamination examination) {
        NeurologicalExamination same = neurology.isAt(at) ? neurology.value() : null;
        neurology.set(same == null ? examination : Examinations.worse(same, examination), at);
    }

    private void noteRejection(Observation observation, boolean isRejected) {
        Class<? extends Observation> kind = observation.getClass();
        if (NOTED_WHEN_REJECTED.contains(kind) && rejected.contains(kind) != isRejected) {
            Set<Class<? extends Observation>> changed = new HashSet<>(rejected);
            if (isRejected) {
                changed.add(kind);
            } else {
                changed.remove(kind);
            }
            rejected = Set.copyOf(changed);
        }
    }

    private void reject(Instant at, Observation observation, String reason) {
        switch (observation) {
            case BodyTemperature t -> temperature.reject(reason, at);
            case BloodPressure p -> pressure.reject(reason, at);
            case OxygenSaturation s -> saturation.reject(reason, at);
            case HeartRate h -> heartRate.reject(reason, at);
            case RespiratoryRate r -> respiratoryRate.reject(reason, at);
            case NeurologicalExamination n -> neurology.reject(reason, at);
            case Observation.OxygenSettings s -> oxygen.reject(reason, at);
            default -> {
                // A dose that cannot be leaves the drug running at an unknown dose, a setting that
                // cannot be leaves the device; nothing else has a reading to show the reason in.
            }
        }
    }
}
