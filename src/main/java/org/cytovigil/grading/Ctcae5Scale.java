package org.cytovigil.grading;

import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.Observation.AttributionScope;

/**
 * CTCAE version 5.0, "Cytokine release syndrome": one vasopressor is 3, several are left to
 * judgement.
 */
// [impl->req~grading.others~1]
final class Ctcae5Scale implements GradingScale {
    private static final Finding HYPOTENSION =
            Finding.of(Axis.PRESSURE, 2, "hypotension without a vasopressor");
    private static final Finding ONE_VASOPRESSOR =
            Finding.of(Axis.PRESSURE, 3, "hypotension managed with one vasopressor");
    private static final Finding SEVERAL_VASOPRESSORS =
            Finding.open(
                    Axis.PRESSURE,
                    3,
                    4,
                    "two or more vasopressors, which the text does not name",
                    MissingFact.JUDGEMENT);
    private static final FractionOxygenAxis OXYGEN =
            new FractionOxygenAxis(
                    Finding.open(
                            Axis.OXYGEN,
                            3,
                            4,
                            "CPAP or BiPAP, which the text does not name",
                            MissingFact.JUDGEMENT));

    private static final List<List<String>> NEXT =
            List.of(
                    List.of("fever"),
                    List.of("hypotension", "oxygen below 40 %"),
                    List.of("a vasopressor", "oxygen of 40 % or more"),
                    List.of("invasive ventilation", "life-threatening consequences"));

    @Override
    public ScaleId id() {
        return ScaleId.CTCAE_5;
    }

    @Override
    public Assessment assess(ClinicalPicture picture, SitePolicy policy) {
        return AxisScale.assess(
                id(),
                picture,
                policy,
                (facts, notes) -> findings(facts, policy, notes),
                NEXT,
                false);
    }

    private static List<Finding> findings(
            ClinicalPicture picture, SitePolicy policy, Set<Note> notes) {
        return List.of(
                pressure(picture, policy),
                OXYGEN.assess(picture, notes),
                CommonFindings.fever(picture, policy));
    }

    private static Finding pressure(ClinicalPicture picture, SitePolicy policy) {
        if (picture.attributed(AttributionScope.PRESSURE)) {
            return CommonFindings.OTHER_CAUSE_PRESSURE;
        }
        int count = picture.countedVasopressors(policy);
        if (count >= 1) {
            return count == 1 ? ONE_VASOPRESSOR : SEVERAL_VASOPRESSORS;
        }
        return switch (Hypotension.present(picture, policy, false)) {
            case YES -> HYPOTENSION;
            case NO -> CommonFindings.PRESSURE_NORMAL;
            case UNKNOWN -> DosePressureAxis.UNKNOWN;
        };
    }
}
