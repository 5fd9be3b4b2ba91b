package org.cytovigil.grading;

import java.util.List;
import java.util.Set;

/**
 * Lee et al. 2014 (Blood 124:188): by the vasopressors' dose and number, the oxygen fraction,
 * ventilation, and organ toxicity. Fever is not asked for.
 */
// [impl->req~grading.lee~1]
final class Lee2014Scale implements GradingScale {
    private static final DosePressureAxis PRESSURE = new DosePressureAxis(false);

    /** The lowest toxicity grade the table names. */
    private static final int LOWEST_TOXICITY = 2;

    static final List<List<String>> NEXT =
            List.of(
                    List.of("fever or constitutional symptoms"),
                    List.of("hypotension", "oxygen below 40 %", "grade 2 organ toxicity"),
                    List.of(
                            "a high-dose vasopressor for 3 h, or a second vasopressor",
                            "oxygen of 40 % or more",
                            "grade 3 organ toxicity"),
                    List.of("invasive ventilation", "grade 4 organ toxicity"));

    @Override
    public ScaleId id() {
        return ScaleId.LEE_2014;
    }

    @Override
    public Assessment assess(ClinicalPicture picture, SitePolicy policy) {
        FractionOxygenAxis oxygen = new FractionOxygenAxis(positivePressure(policy));
        return AxisScale.assess(
                id(),
                picture,
                policy,
                (facts, notes) -> findings(facts, policy, oxygen, notes),
                NEXT,
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
                picture.symptoms()
                        ? CommonFindings.SYMPTOMS
                        : CommonFindings.fever(picture, policy));
    }

    static Finding positivePressure(SitePolicy policy) {
        return Finding.of(
                Axis.OXYGEN, policy.positivePressureMaskGrade(), "CPAP or BiPAP (site setting)");
    }
}
