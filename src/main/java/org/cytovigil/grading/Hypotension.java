package org.cytovigil.grading;

import java.util.List;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.grading.ClinicalPicture.Known;
import org.jspecify.annotations.Nullable;

/** Whether a blood pressure is low for this patient, after Clinical basis section 2. */
final class Hypotension {
    private static final double ONE_MONTH_IN_YEARS = 1.0 / 12;

    private Hypotension() {}

    /**
     * Whether the latest pressure is low; {@code UNKNOWN} when there is no fresh one or the part
     * that decides is missing.
     *
     * @param systolicAlone whether only the systolic limit counts for adults (CARTOX)
     */
    static Known lowReading(ClinicalPicture picture, SitePolicy policy, boolean systolicAlone) {
        if (!(picture.pressure() instanceof Reading.Measured<BloodPressure> measured)) {
            return Known.UNKNOWN;
        }
        BloodPressure pressure = measured.value();
        Patient patient = picture.patient();
        if (isChild(patient, policy)) {
            return below(pressure.systolic(), childLimit(patient, policy));
        }
        Known low = below(pressure.systolic(), limit(policy, Settings.ADULT_SYSTOLIC));
        if (low == Known.YES || systolicAlone) {
            return low;
        }
        if (below(pressure.meanOrDerived(), limit(policy, Settings.ADULT_MEAN)) == Known.YES) {
            return Known.YES;
        }
        return relativelyLow(pressure.systolic(), patient.baseline().systolic(), policy)
                ? Known.YES
                : low;
    }

    /** Low for this patient although not for everyone (Brudno 2016). */
    static boolean relativelyLow(
            @Nullable Pressure systolic, @Nullable Pressure usual, SitePolicy policy) {
        return usual != null
                && systolic != null
                && systolic.mmHg() < limit(policy, Settings.RELATIVE_SYSTOLIC)
                && systolic.mmHg() < policy.get(Settings.RELATIVE_PERCENT) / 100 * usual.mmHg();
    }

    /**
     * Whether the patient is hypotensive: a low reading, the clinician's word, or a recent bolus; a
     * running vasopressor is looked at by the scales themselves.
     */
    static Known present(ClinicalPicture picture, SitePolicy policy, boolean systolicAlone) {
        return picture.hypotensionStated() || picture.recentBolus(policy)
                ? Known.YES
                : lowReading(picture, policy, systolicAlone);
    }

    /** The systolic pressure below which this patient is hypotensive, in mmHg. */
    static double systolicLimit(Patient patient, SitePolicy policy) {
        return isChild(patient, policy)
                ? childLimit(patient, policy)
                : limit(policy, Settings.ADULT_SYSTOLIC);
    }

    static boolean isChild(Patient patient, SitePolicy policy) {
        // Without an age the adult limits stand: they call more pressures low than a child's, never
        // fewer.
        Double age = patient.ageYears();
        return age != null && age <= policy.get(Settings.CHILD_UNTIL);
    }

    private static double childLimit(Patient patient, SitePolicy policy) {
        Double age = patient.ageYears();
        if (age == null || age < ONE_MONTH_IN_YEARS) {
            return limit(policy, Settings.NEWBORN_SYSTOLIC);
        }
        return age < 1
                ? limit(policy, Settings.INFANT_SYSTOLIC)
                : limit(policy, Settings.CHILD_SYSTOLIC)
                        + limit(policy, Settings.CHILD_SYSTOLIC_PER_YEAR) * Math.floor(age);
    }

    /** The settings by which a pressure of this patient is held to be low. */
    static List<Setting<?>> limits(Patient patient, SitePolicy policy, boolean systolicAlone) {
        Double age = patient.ageYears();
        if (age != null && isChild(patient, policy)) {
            if (age < ONE_MONTH_IN_YEARS) {
                return List.of(Settings.NEWBORN_SYSTOLIC);
            }
            return age < 1
                    ? List.of(Settings.INFANT_SYSTOLIC)
                    : List.of(Settings.CHILD_SYSTOLIC, Settings.CHILD_SYSTOLIC_PER_YEAR);
        }
        return systolicAlone
                ? List.of(Settings.ADULT_SYSTOLIC)
                : List.of(Settings.ADULT_SYSTOLIC, Settings.ADULT_MEAN);
    }

    private static double limit(SitePolicy policy, Setting<Pressure> setting) {
        return policy.get(setting).mmHg();
    }

    private static Known below(@Nullable Pressure pressure, double limit) {
        if (pressure == null) {
            return Known.UNKNOWN;
        }
        return pressure.mmHg() < limit ? Known.YES : Known.NO;
    }
}
