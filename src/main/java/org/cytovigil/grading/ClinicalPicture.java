package org.cytovigil.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
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
 * @param vasopressors what runs, inotropes included, in the order of {@link Vasopressor}
 * @param highDoseSince since when vasopressors are certainly at high dose without a break, or
 *     {@code null}
 * @param possiblyHighDoseSince since when they may be, for want of a dose or a weight, or {@code
 *     null}
 * @param hypotensionStated whether the clinician says so in the latest charted set
 * @param lastBolus when the last fluid bolus was charted, or {@code null}
 * @param bolusesCounted how many boluses were charted within the policy's span
 * @param masking the last drug that masks fever in this stay, or {@code null}
 * @param attributions what a clinician attributes to another cause at present, with the cause
 * @param symptoms whether constitutional symptoms are charted
 * @param organToxicity CTCAE grade by organ
 * @param coagulopathyTreated whether plasma products are given
 * @param intravenousTherapy whether symptoms are treated intravenously
 * @param neurology the last neurological examination, or {@code null}
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
        List<RunningVasopressor> vasopressors,
        @Nullable Instant highDoseSince,
        @Nullable Instant possiblyHighDoseSince,
        boolean hypotensionStated,
        @Nullable Instant lastBolus,
        int bolusesCounted,
        @Nullable Treatment masking,
        Map<AttributionScope, String> attributions,
        boolean symptoms,
        Map<Organ, Integer> organToxicity,
        boolean coagulopathyTreated,
        boolean intravenousTherapy,
        @Nullable NeurologicalExamination neurology,
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
                ? measured.value().value().compareTo(policy.feverFrom()) >= 0 ? Known.YES : Known.NO
                : Known.UNKNOWN;
    }

    /** Whether a clinician attributes the whole picture to another cause. */
    public boolean attributedWhole() {
        return attributions.containsKey(AttributionScope.WHOLE);
    }

    /** Whether a clinician attributes this axis, or everything, to another cause. */
    public boolean attributed(AttributionScope axis) {
        return attributedWhole() || attributions.containsKey(axis);
    }

    /** The same facts as if no clinician had attributed any of them. */
    public ClinicalPicture withoutAttributions() {
        return new ClinicalPicture(
                at,
                patient,
                temperature,
                pressure,
                saturation,
                oxygen,
                vasopressors,
                highDoseSince,
                possiblyHighDoseSince,
                hypotensionStated,
                lastBolus,
                bolusesCounted,
                masking,
                Map.of(),
                symptoms,
                organToxicity,
                coagulopathyTreated,
                intravenousTherapy,
                neurology,
                died,
                episode);
    }

    /** How many running drugs count as vasopressors, vasopressin included. */
    public int countedVasopressors(SitePolicy policy) {
        int count = 0;
        for (RunningVasopressor running : vasopressors) {
            if (counts(running.infusion().drug(), policy)) {
                count++;
            }
        }
        return count;
    }

    /** How many running drugs count as vasopressors other than vasopressin. */
    public int countedVasopressorsButVasopressin(SitePolicy policy) {
        int count = 0;
        for (RunningVasopressor running : vasopressors) {
            Vasopressor drug = running.infusion().drug();
            if (drug.role() != Vasopressor.Role.VASOPRESSIN && counts(drug, policy)) {
                count++;
            }
        }
        return count;
    }

    /** Whether a bolus was charted so recently that it stands for hypotension. */
    public boolean recentBolus(SitePolicy policy) {
        return lastBolus != null
                && Duration.between(lastBolus, at).compareTo(policy.bolusCountsFor()) <= 0;
    }

    static boolean counts(Vasopressor drug, SitePolicy policy) {
        return drug.role() != Vasopressor.Role.INOTROPE || policy.inotropesCount();
    }
}
