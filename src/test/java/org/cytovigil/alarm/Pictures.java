package org.cytovigil.alarm;

import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradingScales;
import org.cytovigil.grading.PictureFold;
import org.cytovigil.grading.SitePolicy;

/** ASTCT assessments of a given grade or of given facts. */
final class Pictures {
    private Pictures() {}

    static Assessment of(Instant charted, Instant now, Observation... facts) {
        return on(ScaleId.ASTCT_2019, charted, now, facts);
    }

    static Assessment on(ScaleId scale, Instant charted, Instant now, Observation... facts) {
        PictureFold fold = new PictureFold(Facts.adult(), SitePolicy.DEFAULT);
        for (Observation fact : facts) {
            fold.add(charted, fact);
        }
        return GradingScales.of(scale).assess(fold.picture(now), SitePolicy.DEFAULT);
    }

    /** An assessment of exactly that grade, 0 to 4, with everything known. */
    static Assessment graded(int grade, Instant now) {
        Observation drugs =
                switch (grade) {
                    case 3 -> Facts.list(Facts.unknownDose(Vasopressor.NOREPINEPHRINE));
                    case 4 ->
                            Facts.list(
                                    Facts.unknownDose(Vasopressor.NOREPINEPHRINE),
                                    Facts.infusion(
                                            Vasopressor.EPINEPHRINE, 1, DoseUnit.UG_PER_MIN));
                    default -> Facts.list();
                };
        List<Observation> facts =
                List.of(
                        grade == 0 ? Facts.NO_FEVER : Facts.FEVER,
                        grade == 2 ? Facts.pressure(80, 50) : Facts.NORMAL_PRESSURE,
                        Facts.ROOM_AIR,
                        drugs);
        return of(now, now, facts.toArray(Observation[]::new));
    }
}
