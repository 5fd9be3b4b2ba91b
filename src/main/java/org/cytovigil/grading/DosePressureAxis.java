package org.cytovigil.grading;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Observation.AttributionScope;

/**
 * The pressure axis of Lee 2014 and CARTOX: fluids or a low dose of one vasopressor is 2, a high
 * dose or several are 3.
 */
final class DosePressureAxis {
    private static final String LEE = "Lee 2014, grades 2 and 3";

    private static final Finding MULTIPLE =
            Finding.of(Axis.PRESSURE, 3, "hypotension requiring multiple vasopressors", LEE);
    private static final Finding HIGH_DOSE =
            Finding.of(
                    Axis.PRESSURE,
                    3,
                    "hypotension requiring a high-dose vasopressor for 3 h or more",
                    "Lee 2014, table 4",
                    Settings.HIGH_DOSE_AFTER);
    private static final Finding LOW_DOSE =
            Finding.of(Axis.PRESSURE, 2, "hypotension on low dose of one vasopressor", LEE);
    private static final Finding DOSE_UNKNOWN =
            Finding.open(
                    Axis.PRESSURE,
                    2,
                    3,
                    "a vasopressor of unknown dose",
                    MissingFact.VASOPRESSOR_DOSE,
                    Finding.POLICY_3);
    private static final Finding WEIGHT_UNKNOWN =
            Finding.open(
                    Axis.PRESSURE,
                    2,
                    3,
                    "a vasopressor of unknown dose",
                    MissingFact.WEIGHT,
                    Finding.POLICY_3);
    private static final Finding RESPONDS =
            Finding.of(Axis.PRESSURE, 2, "hypotension responsive to fluids", LEE);
    private static final Finding UNTREATED =
            Finding.open(
                    Axis.PRESSURE,
                    2,
                    3,
                    "low pressure, no fluids within 6 h",
                    MissingFact.ANSWER_TO_FLUIDS,
                    Finding.POLICY_3,
                    Settings.BOLUS_COUNTS);
    static final Finding UNKNOWN =
            Finding.open(
                    Axis.PRESSURE,
                    0,
                    2,
                    "blood pressure not known",
                    MissingFact.PRESSURE,
                    Finding.POLICY_3);

    static final List<Finding> UNKNOWN_DOSES = List.of(DOSE_UNKNOWN, WEIGHT_UNKNOWN);
    static final List<Finding> WITHOUT_VASOPRESSOR =
            List.of(
                    RESPONDS,
                    UNTREATED,
                    UNKNOWN,
                    CommonFindings.PRESSURE_NORMAL,
                    CommonFindings.OTHER_CAUSE_PRESSURE);
    static final List<Finding> TABLE = table();

    private DosePressureAxis() {}

    private static List<Finding> table() {
        List<Finding> table = new ArrayList<>(List.of(MULTIPLE, HIGH_DOSE, LOW_DOSE));
        table.addAll(UNKNOWN_DOSES);
        table.addAll(WITHOUT_VASOPRESSOR);
        return List.copyOf(table);
    }

    /**
     * @param systolicAlone whether low pressure means the systolic limit alone (CARTOX)
     */
    static Finding assess(ClinicalPicture picture, SitePolicy policy, boolean systolicAlone) {
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
        return DoseLevel.wantsWeight(picture) ? WEIGHT_UNKNOWN : DOSE_UNKNOWN;
    }

    /** Hypotension with nothing running: 2 once fluids were given or the clinician calls it. */
    static Finding withoutVasopressor(
            ClinicalPicture picture, SitePolicy policy, boolean systolicAlone) {
        if (picture.hypotensionStated() || picture.recentBolus(policy)) {
            return RESPONDS;
        }
        return switch (Hypotension.lowReading(picture, policy, systolicAlone)) {
            case YES -> UNTREATED;
            case NO -> CommonFindings.PRESSURE_NORMAL;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
