package org.cytovigil.grading;

import java.time.Instant;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.ScaleId;

/** A course charted by a test, hour by hour after the infusion. */
final class Charted {
    static final SitePolicy POLICY = SitePolicy.DEFAULT;

    private final PictureFold fold;

    private Charted(Patient patient) {
        fold = new PictureFold(patient, POLICY);
    }

    static Charted adult() {
        return new Charted(Facts.adult());
    }

    static Charted of(Patient patient) {
        return new Charted(patient);
    }

    /** One charted set. */
    Charted at(double hours, Observation... set) {
        return at(Facts.hour(hours), set);
    }

    Charted at(Instant time, Observation... set) {
        for (Observation observation : set) {
            fold.add(time, observation);
        }
        return this;
    }

    ClinicalPicture picture(double hours) {
        return fold.picture(Facts.hour(hours));
    }

    ClinicalPicture picture(Instant time) {
        return fold.picture(time);
    }

    Assessment assess(ScaleId scale, double hours) {
        return GradingScales.of(scale).assess(picture(hours), POLICY);
    }

    /** "2", or "2-3" for a range. */
    String grade(ScaleId scale, double hours) {
        return text(assess(scale, hours).range());
    }

    static String text(GradeRange range) {
        return range.determined()
                ? Integer.toString(range.lowest())
                : range.lowest() + "-" + range.highest();
    }
}
