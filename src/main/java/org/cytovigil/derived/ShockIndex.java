package org.cytovigil.derived;

import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.HeartRate;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.Wording;

/** Heart rate over systolic pressure. */
final class ShockIndex {
    private static final double ADULT_FROM_YEARS = 18;

    static final Definition DEFINITION =
            new Definition(
                    "shock-index",
                    "Shock index",
                    "heart rate (/min) / systolic pressure (mmHg)",
                    "Allgöwer and Burri, Dtsch Med Wochenschr 1967;92:1947",
                    "",
                    2);

    private ShockIndex() {}

    static DerivedValue of(ClinicalPicture picture, SitePolicy policy) {
        Gathering gathering = new Gathering(DEFINITION, picture, policy);
        Reading.Measured<HeartRate> rate =
                gathering.fresh(
                        "heart rate",
                        picture.heartRate(),
                        Settings.RATE_FRESH,
                        r -> Wording.number(r.perMinute()) + " /min");
        Reading.Measured<BloodPressure> pressure =
                gathering.fresh(
                        "pressure", picture.pressure(), Settings.PRESSURE_FRESH, Wording::pressure);
        Pressure systolic = pressure == null ? null : pressure.value().systolic();
        if (pressure != null && systolic == null) {
            gathering.lacks("systolic pressure: not charted with the latest pressure");
        }
        Double age = picture.patient().ageYears();
        if (age != null && age < ADULT_FROM_YEARS) {
            gathering.remark("a child: the cut-offs of adults do not hold");
        }
        if (rate == null || systolic == null) {
            return gathering.none();
        }
        if (systolic.mmHg() <= 0) {
            gathering.lacks("systolic pressure: 0 mmHg, nothing to divide by");
            return gathering.none();
        }
        return gathering.amount(rate.value().perMinute() / systolic.mmHg());
    }
}
