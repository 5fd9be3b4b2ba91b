package org.cytovigil.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytovigil.clinical.Analyte;
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
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.jspecify.annotations.Nullable;

/** A picture with some facts changed: what the patient would be if ... */
final class PictureDraft {
    private final Instant at;
    private final Patient patient;
    private Reading<BodyTemperature> temperature;
    private Reading<BloodPressure> pressure;
    private Reading<OxygenSaturation> saturation;
    private Reading<OxygenSupport> oxygen;
    private final Reading<HeartRate> heartRate;
    private final Reading<RespiratoryRate> respiratoryRate;
    private Reading<NeurologicalExamination> neurology;
    private RunningVasopressors vasopressors;
    private final boolean hypotensionStated;
    private @Nullable Instant lastBolus;
    private int bolusesCounted;
    private final @Nullable Treatment masking;
    private final List<TreatmentTaken> treatments;
    private Map<AttributionScope, String> attributions;
    private final Map<ScaleId, GradeOverride> overrides;
    private boolean symptoms;
    private Map<Organ, Integer> organToxicity;
    private boolean coagulopathyTreated;
    private boolean intravenousTherapy;
    private final Map<Analyte, LaboratoryValue> laboratory;
    private final boolean rejectedLately;
    private final boolean died;
    private final EpisodeState episode;

    PictureDraft(ClinicalPicture from) {
        at = from.at();
        patient = from.patient();
        temperature = from.temperature();
        pressure = from.pressure();
        saturation = from.saturation();
        oxygen = from.oxygen();
        heartRate = from.heartRate();
        respiratoryRate = from.respiratoryRate();
        neurology = from.neurology();
        vasopressors = from.vasopressors();
        hypotensionStated = from.hypotensionStated();
        lastBolus = from.lastBolus();
        bolusesCounted = from.bolusesCounted();
        masking = from.masking();
        treatments = from.treatments();
        attributions = from.attributions();
        overrides = from.overrides();
        symptoms = from.symptoms();
        organToxicity = from.organToxicity();
        coagulopathyTreated = from.coagulopathyTreated();
        intravenousTherapy = from.intravenousTherapy();
        laboratory = from.laboratory();
        rejectedLately = from.rejectedLately();
        died = from.died();
        episode = from.episode();
    }

    PictureDraft temperature(BodyTemperature value) {
        temperature = new Reading.Measured<>(value, at);
        return this;
    }

    PictureDraft pressure(BloodPressure value) {
        pressure = new Reading.Measured<>(value, at);
        return this;
    }

    PictureDraft oxygen(OxygenSupport value) {
        oxygen = new Reading.Measured<>(value, at);
        return this;
    }

    PictureDraft neurology(NeurologicalExamination value) {
        neurology = new Reading.Measured<>(value, at);
        return this;
    }

    PictureDraft saturation(OxygenSaturation value) {
        saturation = new Reading.Measured<>(value, at);
        return this;
    }

    /** Another vasopressor than vasopressin runs as well; none when all of them do. */
    PictureDraft oneMoreVasopressor() {
        Set<Vasopressor> unused = EnumSet.allOf(Vasopressor.class);
        unused.removeIf(drug -> drug.role() != Vasopressor.Role.VASOPRESSOR);
        vasopressors.drugs().forEach(running -> unused.remove(running.infusion().drug()));
        return unused.isEmpty() ? this : alsoRunning(unused.iterator().next());
    }

    /** One more drug runs from this moment on, at a dose that nobody knows. */
    PictureDraft alsoRunning(Vasopressor drug) {
        List<RunningVasopressor> drugs = new ArrayList<>(vasopressors.drugs());
        drugs.removeIf(running -> running.infusion().drug() == drug);
        VasopressorInfusion infusion = new VasopressorInfusion(drug, null, Salt.BASE);
        drugs.add(new RunningVasopressor(infusion, at, at, at));
        vasopressors =
                new RunningVasopressors(
                        List.copyOf(drugs),
                        vasopressors.highDoseSince(),
                        vasopressors.possiblyHighDoseSince());
        return this;
    }

    /** What runs has been at high dose for as long as anyone can ask for. */
    PictureDraft vasopressorsAtHighDose() {
        Instant longAgo = at.minus(Duration.ofDays(7));
        vasopressors = new RunningVasopressors(vasopressors.drugs(), longAgo, longAgo);
        return this;
    }

    PictureDraft bolus() {
        lastBolus = at;
        bolusesCounted++;
        return this;
    }

    PictureDraft attributions(Map<AttributionScope, String> value) {
        attributions = value;
        return this;
    }

    PictureDraft symptoms() {
        symptoms = true;
        return this;
    }

    PictureDraft organToxicity(Map<Organ, Integer> value) {
        organToxicity = value;
        return this;
    }

    PictureDraft coagulopathyTreated() {
        coagulopathyTreated = true;
        return this;
    }

    PictureDraft intravenousTherapy() {
        intravenousTherapy = true;
        return this;
    }

    ClinicalPicture done() {
        return new ClinicalPicture(
                at,
                patient,
                temperature,
                pressure,
                saturation,
                oxygen,
                heartRate,
                respiratoryRate,
                neurology,
                vasopressors,
                hypotensionStated,
                lastBolus,
                bolusesCounted,
                masking,
                treatments,
                attributions,
                overrides,
                symptoms,
                organToxicity,
                coagulopathyTreated,
                intravenousTherapy,
                laboratory,
                rejectedLately,
                died,
                episode);
    }
}
