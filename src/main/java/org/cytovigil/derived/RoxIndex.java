package org.cytovigil.derived;

import org.cytovigil.clinical.Observation.RespiratoryRate;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.Wording;

/** The ROX index: S/F over the respiratory rate. */
final class RoxIndex {
    static final Definition DEFINITION =
            new Definition(
                    "rox",
                    "ROX",
                    "(SpO2 (%) / FiO2) / respiratory rate (/min)",
                    "Roca et al., Am J Respir Crit Care Med 2019;199:1368",
                    "",
                    2);

    /** Below one the quotient would be noise, or infinite. */
    private static final double FEWEST_BREATHS = 1;

    private RoxIndex() {}

    static DerivedValue of(ClinicalPicture picture, SitePolicy policy) {
        Gathering gathering = new Gathering(DEFINITION, picture, policy);
        SaturationRatio.Quotient quotient = SaturationRatio.quotient(gathering);
        Reading.Measured<RespiratoryRate> rate =
                gathering.fresh(
                        "respiratory rate",
                        picture.respiratoryRate(),
                        Settings.RATE_FRESH,
                        r -> Wording.number(r.perMinute()) + " /min");
        if (quotient == null || rate == null) {
            return gathering.none();
        }
        if (rate.value().perMinute() < FEWEST_BREATHS) {
            gathering.lacks(
                    "respiratory rate: %s /min, nothing to divide by"
                            .formatted(Wording.number(rate.value().perMinute())));
            return gathering.none();
        }
        if (quotient.support() instanceof OxygenSupport.HighFlowCannula) {
            gathering.remark("4.88 or more after 2 to 12 h on HFNC: lower risk of intubation");
        }
        double rox = quotient.value() / rate.value().perMinute();
        return quotient.lowerBound()
                ? gathering.amount(rox, Double.POSITIVE_INFINITY)
                : gathering.amount(rox);
    }
}
