package org.cytovigil.derived;

import java.util.OptionalDouble;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.Wording;

/**
 * The endothelial activation and stress index, and its modified form with CRP in place of
 * creatinine.
 *
 * <p>The modified form was published with CRP in mg/dL; CRP is kept in mg/L, and taking the one for
 * the other makes the index ten times too high.
 */
// [impl->req~derived.units~1]
final class Easix {
    static final Definition DEFINITION =
            new Definition(
                    "easix",
                    "EASIX",
                    "LDH (U/L) x creatinine (mg/dL) / platelets (10*9/L)",
                    "Luft et al., Lancet Haematol 2017;4:e414",
                    "",
                    2);
    static final Definition MODIFIED =
            new Definition(
                    "m-easix",
                    "m-EASIX",
                    "LDH (U/L) x CRP (mg/dL) / platelets (10*9/L)",
                    "Pennisi et al., Blood Adv 2021;5:3397",
                    "",
                    2);

    private static final double MG_PER_L_IN_A_MG_PER_DL = 10;

    /** Below one, analysers report 0 or "below 1": the quotient would be noise, or infinite. */
    private static final double FEWEST_PLATELETS = 1;

    private Easix() {}

    static DerivedValue of(ClinicalPicture picture, SitePolicy policy) {
        Gathering gathering = new Gathering(DEFINITION, picture, policy);
        OptionalDouble ldh = gathering.laboratory(Analyte.LDH);
        OptionalDouble creatinine = gathering.laboratory(Analyte.CREATININE);
        return quotient(gathering, ldh, creatinine);
    }

    static DerivedValue modified(ClinicalPicture picture, SitePolicy policy) {
        Gathering gathering = new Gathering(MODIFIED, picture, policy);
        OptionalDouble ldh = gathering.laboratory(Analyte.LDH);
        OptionalDouble crp = gathering.laboratory(Analyte.CRP);
        if (crp.isPresent()) {
            crp = OptionalDouble.of(crp.getAsDouble() / MG_PER_L_IN_A_MG_PER_DL);
            gathering.remark("CRP counts as %s mg/dL".formatted(Wording.number(crp.getAsDouble())));
        }
        return quotient(gathering, ldh, crp);
    }

    private static DerivedValue quotient(
            Gathering gathering, OptionalDouble ldh, OptionalDouble factor) {
        OptionalDouble platelets = gathering.laboratory(Analyte.PLATELETS);
        if (platelets.isPresent() && platelets.getAsDouble() < FEWEST_PLATELETS) {
            gathering.lacks(
                    "platelets: %s are too few to divide by"
                            .formatted(Wording.number(platelets.getAsDouble())));
            return gathering.none();
        }
        return ldh.isEmpty() || factor.isEmpty() || platelets.isEmpty()
                ? gathering.none()
                : gathering.amount(
                        ldh.getAsDouble() * factor.getAsDouble() / platelets.getAsDouble());
    }
}
