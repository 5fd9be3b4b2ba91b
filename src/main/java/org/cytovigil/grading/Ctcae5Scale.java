package org.cytovigil.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.ScaleId;

/**
 * CTCAE version 5.0, "Cytokine release syndrome": one vasopressor is 3, several are left to
 * judgement.
 */
// [impl->req~grading.others~1]
final class Ctcae5Scale implements GradingScale {
    private static final String TERM = "CTCAE 5.0, \"Cytokine release syndrome\"";

    private static final Finding SEVERAL_VASOPRESSORS =
            Finding.open(
                    Axis.PRESSURE,
                    3,
                    4,
                    "two or more vasopressors, which the text does not name",
                    MissingFact.JUDGEMENT,
                    TERM);
    private static final Finding ONE_VASOPRESSOR =
            Finding.of(Axis.PRESSURE, 3, "hypotension managed with one vasopressor", TERM);
    private static final Finding HYPOTENSION =
            Finding.of(Axis.PRESSURE, 2, "hypotension without a vasopressor", TERM);
    private static final Finding POSITIVE_PRESSURE =
            Finding.open(
                    Axis.OXYGEN,
                    3,
                    4,
                    "CPAP or BiPAP, which the text does not name",
                    MissingFact.JUDGEMENT,
                    TERM);

    @Override
    public ScaleId id() {
        return ScaleId.CTCAE_5;
    }

    @Override
    public String source() {
        return "Common Terminology Criteria for Adverse Events (CTCAE), version 5.0";
    }

    @Override
    public List<Finding> table(SitePolicy policy) {
        List<Finding> table = new ArrayList<>();
        table.add(CommonFindings.DEATH);
        table.add(CommonFindings.OTHER_CAUSE);
        table.add(SEVERAL_VASOPRESSORS);
        table.add(ONE_VASOPRESSOR);
        table.add(HYPOTENSION);
        table.add(DosePressureAxis.UNKNOWN);
        table.add(CommonFindings.PRESSURE_NORMAL);
        table.add(CommonFindings.OTHER_CAUSE_PRESSURE);
        table.addAll(FractionOxygenAxis.table(POSITIVE_PRESSURE));
        table.add(CommonFindings.FEVER);
        table.add(CommonFindings.FEVER_UNKNOWN);
        table.add(CommonFindings.NO_FEVER);
        return List.copyOf(table);
    }

    @Override
    public List<Finding> findings(ClinicalPicture picture, SitePolicy policy) {
        List<Finding> before = AxisFindings.beforeAxes(picture);
        return before != null
                ? before
                : List.of(
                        pressure(picture, policy),
                        FractionOxygenAxis.assess(picture, policy, POSITIVE_PRESSURE),
                        CommonFindings.fever(picture, policy));
    }

    @Override
    public Set<Note> notes(ClinicalPicture picture, SitePolicy policy) {
        return FractionOxygenAxis.notes(picture, policy);
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
