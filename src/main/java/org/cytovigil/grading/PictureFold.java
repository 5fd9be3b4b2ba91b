package org.cytovigil.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Folds the facts of one stay, in the order of their times, into what is known at a moment. Adding
 * a fact in order and asking for the picture cost the same however long the record is. Not safe for
 * several threads.
 */
// [impl->req~picture.freshness~1]
public final class PictureFold {
    // A value is fresh up to and including its limit; one millisecond, the ledger's resolution,
    // later it is stale.
    private static final Duration JUST_AFTER = Duration.ofMillis(1);

    private final SitePolicy policy;
    private Patient patient;
    private Latest<BodyTemperature> temperature = new Latest<>();
    private Latest<BloodPressure> pressure = new Latest<>();
    private Latest<OxygenSaturation> saturation = new Latest<>();
    private Latest<OxygenSupport> oxygen = new Latest<>();
    private final VasopressorFold vasopressors;
    private final Deque<Instant> boluses = new ArrayDeque<>();
    private final Map<AttributionScope, String> attributions =
            new EnumMap<>(AttributionScope.class);
    private final Map<Organ, Integer> organToxicity = new EnumMap<>(Organ.class);
    private @Nullable Instant hypotensionStatedAt;
    private @Nullable Treatment masking;
    private Observation.@Nullable NeurologicalExamination neurology;
    private boolean symptoms;
    private boolean coagulopathyTreated;
    private boolean intravenousTherapy;
    private boolean died;
    private @Nullable Instant setAt;
    private EpisodeState episodeBeforeSet = EpisodeState.NONE;
    private EpisodeState episode = EpisodeState.NONE;
    private boolean episodeOpenedInSet;

    /** The latest plausible value of one parameter, and the latest that was not. */
    private static final class Latest<T> {
        private @Nullable T value;
        private @Nullable Instant at;
        private @Nullable String rejectedReason;
        private @Nullable Instant rejectedAt;

        Latest() {}

        Latest(Latest<T> other) {
            value = other.value;
            at = other.at;
            rejectedReason = other.rejectedReason;
            rejectedAt = other.rejectedAt;
        }

        void set(T newValue, Instant newAt) {
            value = newValue;
            at = newAt;
        }

        Reading<T> reading(Instant now, Duration freshFor) {
            if (value != null && at != null) {
                return Duration.between(at, now).compareTo(freshFor) <= 0
                        ? new Reading.Measured<>(value, at)
                        : new Reading.Stale<>(value, at);
            }
            return rejectedReason != null && rejectedAt != null
                    ? new Reading.Implausible<>(rejectedReason, rejectedAt)
                    : new Reading.Missing<>();
        }
    }

    /** A fold that has seen nothing yet. */
    public PictureFold(Patient patient, SitePolicy policy) {
        this.patient = patient;
        this.policy = policy;
        this.vasopressors = new VasopressorFold(policy);
    }

    /** A copy that goes its own way from here. */
    public PictureFold(PictureFold other) {
        policy = other.policy;
        patient = other.patient;
        temperature = new Latest<>(other.temperature);
        pressure = new Latest<>(other.pressure);
        saturation = new Latest<>(other.saturation);
        oxygen = new Latest<>(other.oxygen);
        vasopressors = new VasopressorFold(other.vasopressors);
        boluses.addAll(other.boluses);
        attributions.putAll(other.attributions);
        organToxicity.putAll(other.organToxicity);
        hypotensionStatedAt = other.hypotensionStatedAt;
        masking = other.masking;
        neurology = other.neurology;
        symptoms = other.symptoms;
        coagulopathyTreated = other.coagulopathyTreated;
        intravenousTherapy = other.intravenousTherapy;
        died = other.died;
        setAt = other.setAt;
        episodeBeforeSet = other.episodeBeforeSet;
        episode = other.episode;
        episodeOpenedInSet = other.episodeOpenedInSet;
    }

    /**
     * Adds a fact. Facts with the same time form one charted set, whatever their order; of two that
     * contradict each other the one added last stands.
     *
     * @param at when it was so; not before any fact added earlier
     * @throws IllegalArgumentException when {@code at} is earlier than a fact already added
     */
    public void add(Instant at, Observation observation) {
        if (setAt != null && at.isBefore(setAt)) {
            throw new IllegalArgumentException("a fact of " + at + " after one of " + setAt);
        }
        if (!at.equals(setAt)) {
            setAt = at;
            episodeBeforeSet = episode;
            episodeOpenedInSet = false;
        }
        Plausibility.fault(observation).ifPresent(fault -> reject(at, observation, fault));
        Plausibility.gradable(observation).ifPresent(gradable -> take(at, gradable));
        episode = Episodes.after(picture(at, episodeBeforeSet), policy, episodeOpenedInSet);
    }

    /**
     * What is known at a moment.
     *
     * @param at the moment, not before the latest fact
     */
    public ClinicalPicture picture(Instant at) {
        return picture(at, episode);
    }

    /**
     * The first moment after {@code after} at which the picture changes by time alone: something
     * turns stale, or a high dose has run long enough.
     *
     * @return {@code null} when nothing will change without a new fact
     */
    public @Nullable Instant nextChange(Instant after) {
        Instant next = null;
        next = earlier(next, end(temperature.at, policy.temperatureFreshFor()), after);
        next = earlier(next, end(pressure.at, policy.pressureFreshFor()), after);
        next = earlier(next, end(saturation.at, policy.saturationFreshFor()), after);
        next = earlier(next, end(oxygen.at, policy.oxygenFreshFor()), after);
        for (Instant bolus : boluses) {
            next = earlier(next, end(bolus, policy.bolusCountsFor()), after);
            next = earlier(next, end(bolus, policy.bolusesCountedFor()), after);
        }
        for (Instant due : vasopressors.changes()) {
            next = earlier(next, due, after);
        }
        return next;
    }

    private ClinicalPicture picture(Instant at, EpisodeState episodeState) {
        return new ClinicalPicture(
                at,
                patient,
                temperature.reading(at, policy.temperatureFreshFor()),
                pressure.reading(at, policy.pressureFreshFor()),
                saturation.reading(at, policy.saturationFreshFor()),
                oxygen.reading(at, policy.oxygenFreshFor()),
                vasopressors.running(),
                vasopressors.highDoseSince(),
                vasopressors.possiblyHighDoseSince(),
                hypotensionStatedAt != null && hypotensionStatedAt.equals(setAt),
                boluses.peekLast(),
                bolusesCounted(at),
                masking,
                attributions.isEmpty() ? Map.of() : Map.copyOf(attributions),
                symptoms,
                organToxicity.isEmpty() ? Map.of() : Map.copyOf(organToxicity),
                coagulopathyTreated,
                intravenousTherapy,
                neurology,
                died,
                episodeState);
    }

    private int bolusesCounted(Instant at) {
        int count = 0;
        for (Instant bolus : boluses) {
            if (Duration.between(bolus, at).compareTo(policy.bolusesCountedFor()) <= 0) {
                count++;
            }
        }
        return count;
    }

    private void take(Instant at, Observation observation) {
        switch (observation) {
            case BodyTemperature t -> temperature.set(t, at);
            case BloodPressure p -> takePressure(at, p);
            case OxygenSaturation s -> saturation.set(s, at);
            case Observation.HeartRate h -> {}
            case Observation.RespiratoryRate r -> {}
            case Observation.LaboratoryResult l -> {}
            case Observation.BodyWeight w -> takeWeight(at, w.weight());
            case Observation.OxygenDevice d -> oxygen.set(d.support(), at);
            case Observation.OxygenSettings s -> takeSettings(at, s);
            case Observation.VasopressorCharted v ->
                    vasopressors.add(at, v.infusion(), patient.weight());
            case Observation.VasopressorList l ->
                    vasopressors.replace(at, l.infusions(), patient.weight());
            case Observation.HypotensionStated h -> hypotensionStatedAt = at;
            case Observation.FluidBolus b -> takeBolus(at, b.millilitres());
            case Observation.TreatmentGiven t -> {
                if (t.treatment().masksFever()) {
                    masking = t.treatment();
                }
            }
            case Observation.ConstitutionalSymptoms c -> symptoms = c.present();
            case Observation.OrganToxicity o -> organToxicity.put(o.organ(), o.ctcaeGrade());
            case Observation.CoagulopathyTreated c -> coagulopathyTreated = c.treated();
            case Observation.IntravenousTherapy i -> intravenousTherapy = i.given();
            case Observation.Attributed a -> {
                if (a.withdrawn()) {
                    attributions.remove(a.scope());
                } else {
                    attributions.put(a.scope(), a.cause());
                }
            }
            case Observation.NeurologicalExamination n -> neurology = n;
            case Observation.EpisodeOpened e -> episodeOpenedInSet = true;
            case Observation.DeathDueToCrs d -> died = true;
        }
    }

    private void takePressure(Instant at, BloodPressure charted) {
        BloodPressure present = pressure.value;
        if (present == null || !at.equals(pressure.at)) {
            pressure.set(charted, at);
            return;
        }
        // Cuff and line charted at the same moment: the line stands, being the continuous
        // measurement.
        boolean presentIsLine = present.source() == PressureSource.ARTERIAL_LINE;
        boolean chartedIsLine = charted.source() == PressureSource.ARTERIAL_LINE;
        if (presentIsLine == chartedIsLine) {
            pressure.set(joined(present, charted), at);
        } else if (chartedIsLine) {
            pressure.set(charted, at);
        }
    }

    /** Parts of one measurement that came one by one; of two values for a part the lower stands. */
    private static BloodPressure joined(BloodPressure one, BloodPressure other) {
        return new BloodPressure(
                lower(one.systolic(), other.systolic()),
                lower(one.diastolic(), other.diastolic()),
                lower(one.mean(), other.mean()),
                one.source() == other.source() ? one.source() : PressureSource.UNSTATED);
    }

    private static @Nullable Pressure lower(@Nullable Pressure one, @Nullable Pressure other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.mmHg() <= other.mmHg() ? one : other;
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

    private void takeSettings(Instant at, Observation.OxygenSettings settings) {
        OxygenSupport inUse = oxygen.value;
        if (inUse == null) {
            if (settings.flow() != null || settings.fio2() != null) {
                oxygen.set(
                        new OxygenSupport.Unrecognised(
                                "no device named", settings.flow(), settings.fio2()),
                        at);
            }
            return;
        }
        oxygen.set(inUse.adjusted(settings.flow(), settings.fio2()), at);
    }

    private void takeBolus(Instant at, double millilitres) {
        // Told twice with the same time it is one bolus: a repeated message must not make it
        // "multiple".
        if (millilitres <= 0 || at.equals(boluses.peekLast())) {
            return;
        }
        boluses.addLast(at);
        // Those that no rule can count any more are let go, so that a long stay costs no more than
        // a short one.
        while (Duration.between(boluses.getFirst(), at).compareTo(policy.bolusesCountedFor()) > 0) {
            boluses.removeFirst();
        }
    }

    private void reject(Instant at, Observation observation, String reason) {
        Latest<?> latest =
                switch (observation) {
                    case BodyTemperature t -> temperature;
                    case BloodPressure p -> pressure;
                    case OxygenSaturation s -> saturation;
                    case Observation.OxygenDevice d -> oxygen;
                    case Observation.OxygenSettings s -> oxygen;
                    default -> null;
                };
        if (latest != null) {
            latest.rejectedReason = reason;
            latest.rejectedAt = at;
        }
    }

    private static @Nullable Instant end(@Nullable Instant at, Duration freshFor) {
        return at == null ? null : at.plus(freshFor).plus(JUST_AFTER);
    }

    private static @Nullable Instant earlier(
            @Nullable Instant best, @Nullable Instant candidate, Instant after) {
        if (candidate == null || !candidate.isAfter(after)) {
            return best;
        }
        return best == null || candidate.isBefore(best) ? candidate : best;
    }
}
