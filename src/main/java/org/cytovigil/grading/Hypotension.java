package org.cytovigil.grading;

import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.grading.ClinicalPicture.Known;
import org.jspecify.annotations.Nullable;

/** Whether a blood pressure is low for this patient, after policy section 2. */
final class Hypotension {
    /** Adults: systolic below 90 mmHg (CARTOX, Neelapu 2018). */
    private static final double ADULT_SYSTOLIC = 90;

    /** Adults: mean below 65 mmHg (usual target of resuscitation). */
    private static final double ADULT_MEAN = 65;

    /** Adults: systolic below 100 mmHg and below 80 % of the patient's own (Brudno 2016). */
    private static final double RELATIVE_SYSTOLIC = 100;

    private static final double RELATIVE_FRACTION = 0.8;

    /** Children of 1 to 10 years: systolic below 70 mmHg plus 2 for each completed year (PALS). */
    private static final double CHILD_SYSTOLIC = 70;

    private static final double CHILD_SYSTOLIC_PER_YEAR = 2;

    /** Infants of 1 to 12 months (PALS). */
    private static final double INFANT_SYSTOLIC = 70;

    /** Newborns (PALS). */
    private static final double NEWBORN_SYSTOLIC = 60;

    private static final double OLDEST_CHILD_YEARS = 10;
    private static final double ONE_MONTH_IN_YEARS = 1.0 / 12;

    private Hypotension() {}

    /**
     * Whether the latest pressure is low; {@code UNKNOWN} when there is no fresh one or the part
     * that decides is missing.
     *
     * @param systolicAlone whether only the systolic limit counts for adults (CARTOX)
     */
    static Known lowReading(ClinicalPicture picture, boolean systolicAlone) {
        if (!(picture.pressure() instanceof Reading.Measured<BloodPressure> measured)) {
            return Known.UNKNOWN;
        }
        BloodPressure pressure = measured.value();
        Patient patient = picture.patient();
        if (isChild(patient)) {
            return below(pressure.systolic(), childLimit(patient));
        }
        Known low = below(pressure.systolic(), ADULT_SYSTOLIC);
        if (low == Known.YES || systolicAlone) {
            return low;
        }
        if (below(pressure.meanOrDerived(), ADULT_MEAN) == Known.YES) {
            return Known.YES;
        }
        Pressure usual = patient.baseline().systolic();
        Pressure systolic = pressure.systolic();
        boolean relative =
                usual != null
                        && systolic != null
                        && systolic.mmHg() < RELATIVE_SYSTOLIC
                        && systolic.mmHg() < RELATIVE_FRACTION * usual.mmHg();
        return relative ? Known.YES : low;
    }

    /**
     * Whether the patient is hypotensive: a low reading, the clinician's word, or a recent bolus; a
     * running vasopressor is looked at by the scales themselves.
     */
    static Known present(ClinicalPicture picture, SitePolicy policy, boolean systolicAlone) {
        return picture.hypotensionStated() || picture.recentBolus(policy)
                ? Known.YES
                : lowReading(picture, systolicAlone);
    }

    /** The systolic pressure below which this patient is hypotensive, for the reasons shown. */
    static double systolicLimit(Patient patient) {
        return isChild(patient) ? childLimit(patient) : ADULT_SYSTOLIC;
    }

    static boolean isChild(Patient patient) {
        // Without an age the adult limits stand: they call more pressures low than a child's, never
        // fewer.
        Double age = patient.ageYears();
        return age != null && age <= OLDEST_CHILD_YEARS;
    }

    private static double childLimit(Patient patient) {
        Double age = patient.ageYears();
        if (age == null || age < ONE_MONTH_IN_YEARS) {
            return NEWBORN_SYSTOLIC;
        }
        return age < 1
                ? INFANT_SYSTOLIC
                : CHILD_SYSTOLIC + CHILD_SYSTOLIC_PER_YEAR * Math.floor(age);
    }

    private static Known below(@Nullable Pressure pressure, double limit) {
        if (pressure == null) {
            return Known.UNKNOWN;
        }
        return pressure.mmHg() < limit ? Known.YES : Known.NO;
    }
}
