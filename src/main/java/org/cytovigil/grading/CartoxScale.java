package org.cytovigil.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.ScaleId;

/**
 * CARTOX (Neelapu 2018, Nat Rev Clin Oncol 15:47): as Lee 2014, with low pressure meaning the
 * systolic limit alone.
 */
// [impl->req~grading.others~1]
final class CartoxScale implements GradingScale {
    /** CARTOX counts grade 1 organ toxicity as grade 1. */
    private static final int LOWEST_TOXICITY = 1;

    @Override
    public ScaleId id() {
        return ScaleId.CARTOX;
    }

    @Override
    public String source() {
        return "Neelapu et al., Nat Rev Clin Oncol 2018;15:47 (CARTOX)";
    }

    @Override
    public List<Finding> table(SitePolicy policy) {
        List<Finding> table = new ArrayList<>();
        table.add(CommonFindings.DEATH);
        table.add(CommonFindings.OTHER_CAUSE);
        table.addAll(DosePressureAxis.TABLE);
        table.addAll(FractionOxygenAxis.table(FractionOxygenAxis.positivePressure(policy)));
        table.addAll(OrganFindings.table(LOWEST_TOXICITY));
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
                        DosePressureAxis.assess(picture, policy, true),
                        FractionOxygenAxis.assess(
                                picture, policy, FractionOxygenAxis.positivePressure(policy)),
                        OrganFindings.byToxicity(picture, LOWEST_TOXICITY),
                        CommonFindings.fever(picture, policy));
    }

    @Override
    public Set<Note> notes(ClinicalPicture picture, SitePolicy policy) {
        return FractionOxygenAxis.notes(picture, policy);
    }

    @Override
    public boolean goesByDose() {
        return true;
    }

    @Override
    public boolean systolicAlone() {
        return true;
    }
}
