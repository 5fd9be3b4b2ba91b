package org.cytovigil.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Vasopressor;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one patient at one moment; all that a scale may look at.
 *
 * @param at the moment
 * @param patient the patient, with the latest charted weight
 * @param temperature the temperature
 * @param pressure the blood pressure
 * @param saturation the oxygen saturation
 * @param oxygen the oxygen device
 * @param heartRate the heart rate; no scale looks at it
 * @param respiratoryRate the respiratory rate; no scale looks at it
 * @param neurology the neurological examination
 * @param vasopressors the vasoactive drugs that run
 * @param hypotensionStated whether the clinician says so in the latest charted set
 * @param lastBolus when the last fluid bolus was charted, or {@code null}
 * @param bolusesCounted how many boluses were charted within the policy's span
 * @param masking the last drug that masks fever in this stay, or {@code null}
 * @param treatments all drugs given in this stay, oldest first
 * @param attributions what a clinician attributes to another cause at present, with the cause
 * @param overrides the grades that clinicians set, by scale
 * @param symptoms whether constitutional symptoms are charted
 * @param organToxicity CTCAE grade by organ
 * @param coagulopathyTreated whether plasma products are given
 * @param intravenousTherapy whether symptoms are treated intravenously
 * @param laboratory the latest result by analyte; no scale looks at it
 * @param rejectedLately whether what was charted last for temperature, pressure, saturation,
 *     oxygen, a bolus or an organ cannot be true, so that what was known before still counts
 * @param died whether death due to CRS was charted
 * @param episode the episode of CRS
 */
public record ClinicalPicture(
        Instant at,
        Patient patient,
        Reading<BodyTemperature> temperature,
        Reading<BloodPressure> pressure,
        Reading<OxygenSaturation> saturation,
        Reading<OxygenSupport> oxygen,
        Reading<HeartRate> heartRate,
        Reading<RespiratoryRate> respiratoryRate,
        Reading<NeurologicalExamination> neurology,
        RunningVasopressors vasopressors,
        boolean hypotensionStated,
        @Nullable Instant lastBolus,
        int bolusesCounted,
        @Nullable Treatment masking,
        List<TreatmentTaken> treatments,
        Map<AttributionScope, String> attributions,
        Map<ScaleId, GradeOverride> overrides,
        boolean symptoms,
        Map<Organ, Integer> organToxicity,
        boolean coagulopathyTreated,
        boolean intravenousTherapy,
        Map<Analyte, LaboratoryValue> laboratory,
        boolean rejectedLately,
        boolean died,
        EpisodeState episode) {

    /** Known to be so, known not to be so, or not known. */
    public enum Known {
        YES,
        NO,
        UNKNOWN
    }

    /** Whether the patient has fever now. */
    public Known fever(SitePolicy policy) {
        return temperature instanceof Reading.Measured<BodyTemperature> measured
                ? measured.value().value().compareTo(policy.get(Settings.FEVER_FROM)) >= 0
                        ? Known.YES
                        : Known.NO
                : Known.UNKNOWN;
    }

    /** Whether a clinician attributes the whole picture to another cause. */
    public boolean attributedWhole() {
        return attributions.containsKey(AttributionScope.WHOLE);
    }

    /** Whether a clinician attributes this axis, or everything, to another cause. */
    public boolean attributed(AttributionScope axis) {
        return !attributions.isEmpty() && (attributedWhole() || attributions.containsKey(axis));
    }

    /** The same facts as if no clinician had attributed any of them. */
    public ClinicalPicture withoutAttributions() {
        return attributions.isEmpty() ? this : new PictureDraft(this).attributions(Map.of()).done();
    }

    /** How many running drugs count as vasopressors, vasopressin included. */
    public int countedVasopressors(SitePolicy policy) {
        int count = 0;
        for (RunningVasopressor running : vasopressors.drugs()) {
            if (counts(running.infusion().drug(), policy)) {
                count++;
            }
        }
        return count;
    }

    /** How many running drugs count as vasopressors other than vasopressin. */
    public int countedVasopressorsButVasopressin(SitePolicy policy) {
        int count = 0;
        for (RunningVasopressor running : vasopressors.drugs()) {
            Vasopressor drug = running.infusion().drug();
            if (drug.role() != Vasopressor.Role.VASOPRESSIN && counts(drug, policy)) {
                count++;
            }
        }
        return count;
    }

    /** Whether the latest blood pressure is low for this patient. */
    public Known lowPressure(SitePolicy policy) {
        return Hypotension.lowReading(this, policy, false);
    }

    /** Whether a bolus was charted so recently that it stands for hypotension. */
    public boolean recentBolus(SitePolicy policy) {
        return lastBolus != null
                && Duration.between(lastBolus, at).compareTo(policy.get(Settings.BOLUS_COUNTS))
                        <= 0;
    }

    /** Whether a drug counts as a vasopressor; vasopressin does. */
    public static boolean counts(Vasopressor drug, SitePolicy policy) {
        return drug.role() != Vasopressor.Role.INOTROPE || policy.get(Settings.INOTROPES_COUNT);
    }
}
