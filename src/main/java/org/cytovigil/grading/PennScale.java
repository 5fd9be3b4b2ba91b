package org.cytovigil.grading;

import java.util.List;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.grading.ClinicalPicture.Known;

/**
 * Penn (Porter 2018, J Hematol Oncol 11:35): any oxygen and any vasopressor is 3, high doses and
 * ventilation are 4.
 */
// [impl->req~grading.others~1]
final class PennScale implements GradingScale {
    /** "Multiple" fluid boluses. */
    private static final int MULTIPLE = 2;

    private static final Finding LOW_DOSE =
            Finding.of(
                    Axis.PRESSURE,
                    3,
                    "hypotension treated with multiple fluid boluses or low-dose vasopressors");
    private static final Finding HIGH_DOSE =
            Finding.of(Axis.PRESSURE, 4, "hypotension requiring high-dose vasopressors");
    private static final Finding NOT_YET_SETTLED =
            Finding.open(
                    Axis.PRESSURE,
                    2,
                    3,
                    "hypotension, at most one bolus so far",
                    MissingFact.ANSWER_TO_FLUIDS);
    private static final Finding PRESSURE_UNKNOWN =
            Finding.open(Axis.PRESSURE, 0, 3, "blood pressure not known", MissingFact.PRESSURE);
    private static final Finding OXYGEN =
            Finding.of(
                    Axis.OXYGEN,
                    3,
                    "hypoxia requiring supplemental oxygen (CPAP and BiPAP included)");
    private static final Finding VENTILATOR =
            Finding.of(Axis.OXYGEN, 4, "hypoxia requiring mechanical ventilation");
    private static final Finding UNTREATED_HYPOXIA =
            Finding.open(
                    Axis.OXYGEN,
                    3,
                    4,
                    "SpO2 below 90 % on room air, not yet treated",
                    MissingFact.ANSWER_TO_HYPOXIA);
    private static final Finding ORGANS_NONE =
            Finding.of(Axis.ORGANS, 0, "no organ dysfunction that counts");
    private static final Finding ORGANS_2 =
            Finding.of(
                    Axis.ORGANS,
                    2,
                    "grade 2 creatinine, grade 3 transaminases, or intravenous therapy for symptoms");
    private static final Finding ORGANS_3 =
            Finding.of(
                    Axis.ORGANS,
                    3,
                    "grade 3 creatinine, grade 4 transaminases, or coagulopathy treated with plasma");

    private static final List<List<String>> NEXT =
            List.of(
                    List.of("fever"),
                    List.of(
                            "hypotension",
                            "intravenous therapy for symptoms",
                            "grade 2 creatinine"),
                    List.of("a second fluid bolus or a vasopressor", "any supplemental oxygen"),
                    List.of("high-dose vasopressors for 3 h", "mechanical ventilation"));

    @Override
    public ScaleId id() {
        return ScaleId.PENN;
    }

    @Override
    public Assessment assess(ClinicalPicture picture, SitePolicy policy) {
        return AxisScale.assess(
                id(), picture, policy, (facts, notes) -> findings(facts, policy), NEXT, true);
    }

    private static List<Finding> findings(ClinicalPicture picture, SitePolicy policy) {
        return List.of(
                pressure(picture, policy),
                oxygen(picture),
                organs(picture),
                CommonFindings.fever(picture, policy));
    }

    private static Finding pressure(ClinicalPicture picture, SitePolicy policy) {
        if (picture.attributed(AttributionScope.PRESSURE)) {
            return CommonFindings.OTHER_CAUSE_PRESSURE;
        }
        if (picture.countedVasopressors(policy) >= 1) {
            return switch (DoseLevel.of(picture, policy)) {
                case LOW -> LOW_DOSE;
                case HIGH -> HIGH_DOSE;
                case UNKNOWN ->
                        Finding.open(
                                Axis.PRESSURE,
                                3,
                                4,
                                "a vasopressor of unknown dose",
                                DoseLevel.missing(picture));
            };
        }
        if (picture.bolusesCounted() >= MULTIPLE) {
            return LOW_DOSE;
        }
        Known hypotension = Hypotension.present(picture, policy, false);
        return switch (hypotension) {
            case YES -> NOT_YET_SETTLED;
            case NO -> CommonFindings.PRESSURE_NORMAL;
            case UNKNOWN -> PRESSURE_UNKNOWN;
        };
    }

    private static Finding oxygen(ClinicalPicture picture) {
        Finding known = CommonFindings.oxygenBeforeDevice(picture, UNTREATED_HYPOXIA);
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
