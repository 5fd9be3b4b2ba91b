package org.cytovigil.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.ScaleId;

/**
 * Lee et al. 2014 (Blood 124:188): by the vasopressors' dose and number, the oxygen fraction,
 * ventilation, and organ toxicity. Fever is not asked for.
 */
// [impl->req~grading.lee~1]
final class Lee2014Scale implements GradingScale {
    /** The lowest toxicity grade the table names. */
    private static final int LOWEST_TOXICITY = 2;

    @Override
    public ScaleId id() {
        return ScaleId.LEE_2014;
    }

    @Override
    public String source() {
        return "Lee et al., Blood 2014;124:188";
    }

    @Override
    public List<Finding> table(SitePolicy policy) {
        List<Finding> table = new ArrayList<>();
        table.add(CommonFindings.DEATH);
        table.add(CommonFindings.OTHER_CAUSE);
        table.addAll(DosePressureAxis.TABLE);
        table.addAll(FractionOxygenAxis.table(FractionOxygenAxis.positivePressure(policy)));
        table.addAll(OrganFindings.table(LOWEST_TOXICITY));
        table.add(CommonFindings.SYMPTOMS);
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
                        DosePressureAxis.assess(picture, policy, false),
                        FractionOxygenAxis.assess(
                                picture, policy, FractionOxygenAxis.positivePressure(policy)),
                        OrganFindings.byToxicity(picture, LOWEST_TOXICITY),
                        CommonFindings.feverOrSymptoms(picture, policy));
    }

    @Override
    public Set<Note> notes(ClinicalPicture picture, SitePolicy policy) {
        return FractionOxygenAxis.notes(picture, policy);
    }

    @Override
    public boolean goesByDose() {
        return true;
    }
}
