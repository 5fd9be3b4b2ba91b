package org.cytovigil.grading;

import org.cytovigil.clinical.Observation.AttributionScope;

/**
 * The pressure axis of Lee 2014 and CARTOX: fluids or a low dose of one vasopressor is 2, a high
 * dose or several are 3.
 *
 * @param systolicAlone whether low pressure means the systolic limit alone (CARTOX)
 */
record DosePressureAxis(boolean systolicAlone) {
    static final Finding RESPONDS =
            Finding.of(
                    Axis.PRESSURE,
                    2,
                    "hypotension responsive to fluids or low dose of one vasopressor");
    private static final Finding LOW_DOSE =
            Finding.of(Axis.PRESSURE, 2, "hypotension on low dose of one vasopressor");
    private static final Finding HIGH_DOSE =
            Finding.of(
                    Axis.PRESSURE,
                    3,
                    "hypotension requiring a high-dose vasopressor for 3 h or more");
    private static final Finding MULTIPLE =
            Finding.of(Axis.PRESSURE, 3, "hypotension requiring multiple vasopressors");
    static final Finding UNTREATED =
            Finding.open(
                    Axis.PRESSURE,
                    2,
                    3,
                    "low pressure, nothing tried yet",
                    MissingFact.ANSWER_TO_FLUIDS);
    static final Finding UNKNOWN =
            Finding.open(Axis.PRESSURE, 0, 2, "blood pressure not known", MissingFact.PRESSURE);

    Finding assess(ClinicalPicture picture, SitePolicy policy) {
        if (picture.attributed(AttributionScope.PRESSURE)) {
            return CommonFindings.OTHER_CAUSE_PRESSURE;
        }
        int count = picture.countedVasopressors(policy);
        if (count >= 2) {
            return MULTIPLE;
        }
        if (count == 1) {
            return switch (DoseLevel.of(picture, policy)) {
                case LOW -> LOW_DOSE;
                case HIGH -> HIGH_DOSE;
                case UNKNOWN -> unknownDose(picture);
            };
        }
        return withoutVasopressor(picture, policy, systolicAlone);
    }

    static Finding unknownDose(ClinicalPicture picture) {
        return Finding.open(
                Axis.PRESSURE, 2, 3, "a vasopressor of unknown dose", DoseLevel.missing(picture));
    }

    /** Hypotension with nothing running: 2 once fluids were given or the clinician calls it. */
    static Finding withoutVasopressor(
            ClinicalPicture picture, SitePolicy policy, boolean systolicAlone) {
        if (picture.hypotensionStated() || picture.recentBolus(policy)) {
            return RESPONDS;
        }
        return switch (Hypotension.lowReading(picture, systolicAlone)) {
            case YES -> UNTREATED;
            case NO -> CommonFindings.PRESSURE_NORMAL;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
