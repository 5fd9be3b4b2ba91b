package org.cytovigil.grading;

import java.util.List;

/** A published scale: a pure function of the picture and the site's policy. */
public interface GradingScale {
    /** All scales built in, in the order of {@link ScaleId}. */
    List<GradingScale> ALL =
            List.of(
                    new Astct2019Scale(),
                    new Lee2014Scale(),
                    new ReviewScale(),
                    new Ctcae5Scale(),
                    new PennScale(),
                    new CartoxScale(),
                    new IcansScale());

    /** The scale of that name. */
    static GradingScale of(ScaleId id) {
        for (GradingScale scale : ALL) {
            if (scale.id() == id) {
                return scale;
            }
        }
        throw new IllegalArgumentException("no scale built in for " + id);
    }

    ScaleId id();

    /**
     * Grades a picture. Never throws for a picture that the fold made: what is not known becomes a
     * range.
     */
    Assessment assess(ClinicalPicture picture, SitePolicy policy);
}
