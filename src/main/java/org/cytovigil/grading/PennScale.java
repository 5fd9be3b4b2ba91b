package org.cytovigil.grading;

import java.util.List;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.ScaleId;

/**
 * Penn (Porter 2018, J Hematol Oncol 11:35): any oxygen and any vasopressor is 3, high doses and
 * ventilation are 4.
 */
// [impl->req~grading.others~1]
final class PennScale implements GradingScale {
    private static final String TABLE = "Porter 2018, Penn scale";

    private static final Finding HIGH_DOSE =
            Finding.of(
                    Axis.PRESSURE,
                    4,
                    "hypotension requiring high-dose vasopressors",
                    TABLE,
                    Settings.HIGH_DOSE_AFTER);
    private static final Finding LOW_DOSE =
            Finding.of(Axis.PRESSURE, 3, "hypotension treated with low-dose vasopressors", TABLE);
    private static final Finding BOLUSES =
            Finding.of(
                    Axis.PRESSURE,
                    3,
                    "hypotension treated with multiple fluid boluses",
                    TABLE,
                    Settings.PENN_BOLUSES,
                    Settings.PENN_BOLUSES_WITHIN);
    private static final Finding DOSE_UNKNOWN =
            Finding.open(
                    Axis.PRESSURE,
                    3,
                    4,
                    "a vasopressor of unknown dose",
                    MissingFact.VASOPRESSOR_DOSE,
                    Finding.POLICY_3);
    private static final Finding WEIGHT_UNKNOWN =
            Finding.open(
                    Axis.PRESSURE,
                    3,
                    4,
                    "a vasopressor of unknown dose",
                    MissingFact.WEIGHT,
                    Finding.POLICY_3);
    private static final Finding NOT_YET_SETTLED =
            Finding.open(
                    Axis.PRESSURE,
                    2,
                    3,
                    "hypotension, fewer than 2 boluses within 24 h",
                    MissingFact.ANSWER_TO_FLUIDS,
                    Finding.POLICY_3,
                    Settings.PENN_BOLUSES,
                    Settings.PENN_BOLUSES_WITHIN);
    private static final Finding PRESSURE_UNKNOWN =
            Finding.open(
                    Axis.PRESSURE,
                    0,
                    3,
                    "blood pressure not known",
                    MissingFact.PRESSURE,
                    Finding.POLICY_3);
    private static final Finding VENTILATOR =
            Finding.of(Axis.OXYGEN, 4, "hypoxia requiring mechanical ventilation", TABLE);
    private static final Finding OXYGEN =
            Finding.of(
                    Axis.OXYGEN,
                    3,
                    "hypoxia requiring supplemental oxygen (CPAP and BiPAP included)",
                    TABLE);
    private static final Finding UNTREATED_HYPOXIA =
            Finding.open(
                    Axis.OXYGEN,
                    3,
                    4,
                    "low SpO2 on room air, not yet treated",
                    MissingFact.ANSWER_TO_HYPOXIA,
                    Finding.POLICY_3,
                    Settings.HYPOXIA_BELOW);
    private static final Finding ORGANS_3 =
            Finding.of(
                    Axis.ORGANS,
                    3,
                    "grade 3 creatinine, grade 4 transaminases, or coagulopathy treated with plasma",
                    TABLE);
    private static final Finding ORGANS_2 =
            Finding.of(
                    Axis.ORGANS,
                    2,
                    "grade 2 creatinine, grade 3 transaminases, or intravenous therapy for symptoms",
                    TABLE);
    private static final Finding ORGANS_NONE =
            Finding.of(Axis.ORGANS, 0, "no organ dysfunction that counts", TABLE);

    @Override
    public ScaleId id() {
        return ScaleId.PENN;
    }

    @Override
    public String source() {
        return "Porter et al., J Hematol Oncol 2018;11:35";
    }

    @Override
    public List<Finding> table(SitePolicy policy) {
        return List.of(
                CommonFindings.DEATH,
                CommonFindings.OTHER_CAUSE,
                HIGH_DOSE,
                LOW_DOSE,
                BOLUSES,
                DOSE_UNKNOWN,
                WEIGHT_UNKNOWN,
                NOT_YET_SETTLED,
                PRESSURE_UNKNOWN,
                CommonFindings.PRESSURE_NORMAL,
                CommonFindings.OTHER_CAUSE_PRESSURE,
                VENTILATOR,
                OXYGEN,
                UNTREATED_HYPOXIA,
                CommonFindings.OXYGEN_UNKNOWN,
                CommonFindings.ROOM_AIR,
                CommonFindings.HOME_OXYGEN,
                CommonFindings.OTHER_CAUSE_OXYGEN,
                ORGANS_3,
                ORGANS_2,
                ORGANS_NONE,
                CommonFindings.FEVER,
                CommonFindings.FEVER_UNKNOWN,
                CommonFindings.NO_FEVER);
    }

    @Override
    public List<Finding> findings(ClinicalPicture picture, SitePolicy policy) {
        List<Finding> before = AxisFindings.beforeAxes(picture);
        return before != null
                ? before
                : List.of(
                        pressure(picture, policy),
                        oxygen(picture, policy),
                        organs(picture),
                        CommonFindings.fever(picture, policy));
    }

    @Override
    public boolean goesByDose() {
        return true;
    }

    private static Finding pressure(ClinicalPicture picture, SitePolicy policy) {
        if (picture.attributed(AttributionScope.PRESSURE)) {
            return CommonFindings.OTHER_CAUSE_PRESSURE;
        }
        if (picture.countedVasopressors(policy) >= 1) {
            return switch (DoseLevel.of(picture, policy)) {
                case LOW -> LOW_DOSE;
                case HIGH -> HIGH_DOSE;
                case UNKNOWN -> DoseLevel.wantsWeight(picture) ? WEIGHT_UNKNOWN : DOSE_UNKNOWN;
            };
        }
        if (picture.bolusesCounted() >= policy.get(Settings.PENN_BOLUSES)) {
            return BOLUSES;
        }
        return switch (Hypotension.present(picture, policy, false)) {
            case YES -> NOT_YET_SETTLED;
            case NO -> CommonFindings.PRESSURE_NORMAL;
            case UNKNOWN -> PRESSURE_UNKNOWN;
        };
    }

    private static Finding oxygen(ClinicalPicture picture, SitePolicy policy) {
        Finding known = CommonFindings.oxygenBeforeDevice(picture, policy, UNTREATED_HYPOXIA);
        if (known != null) {
            return known;
        }
        return CommonFindings.device(picture) instanceof OxygenSupport.Ventilator
                ? VENTILATOR
                : OXYGEN;
    }

    private static Finding organs(ClinicalPicture picture) {
        int renal = picture.organToxicity().getOrDefault(Organ.RENAL, 0);
        int transaminases = picture.organToxicity().getOrDefault(Organ.TRANSAMINASES, 0);
        if (renal >= 3 || transaminases >= 4 || picture.coagulopathyTreated()) {
            return ORGANS_3;
        }
        boolean moderate = renal >= 2 || transaminases >= 3 || picture.intravenousTherapy();
        return moderate ? ORGANS_2 : ORGANS_NONE;
    }
}
