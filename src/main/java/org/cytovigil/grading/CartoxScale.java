package org.cytovigil.grading;

import java.util.List;
import java.util.Set;

/**
 * CARTOX (Neelapu 2018, Nat Rev Clin Oncol 15:47): as Lee 2014, with low pressure meaning systolic
 * below 90 mmHg.
 */
// [impl->req~grading.others~1]
final class CartoxScale implements GradingScale {
    private static final DosePressureAxis PRESSURE = new DosePressureAxis(true);

    /** CARTOX counts grade 1 organ toxicity as grade 1. */
    private static final int LOWEST_TOXICITY = 1;

    @Override
    public ScaleId id() {
        return ScaleId.CARTOX;
    }

    @Override
    public Assessment assess(ClinicalPicture picture, SitePolicy policy) {
        FractionOxygenAxis oxygen = new FractionOxygenAxis(Lee2014Scale.positivePressure(policy));
        return AxisScale.assess(
                id(),
                picture,
                policy,
                (facts, notes) -> findings(facts, policy, oxygen, notes),
                Lee2014Scale.NEXT,
                true);
    }

    private static List<Finding> findings(
            ClinicalPicture picture,
            SitePolicy policy,
            FractionOxygenAxis oxygen,
            Set<Note> notes) {
        return List.of(
                PRESSURE.assess(picture, policy),
                oxygen.assess(picture, notes),
                OrganFindings.byToxicity(picture, LOWEST_TOXICITY),
                CommonFindings.fever(picture, policy));
    }
}
