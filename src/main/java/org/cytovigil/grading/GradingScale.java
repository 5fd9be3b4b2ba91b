package org.cytovigil.grading;

import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.ScaleId;
import org.jspecify.annotations.Nullable;

/** A published scale: a pure function of the picture and the site's policy. */
public sealed interface GradingScale
        permits Astct2019Scale,
                Lee2014Scale,
                ReviewScale,
                Ctcae5Scale,
                PennScale,
                CartoxScale,
                IcansScale {
    ScaleId id();

    /** The publication that the scale comes from. */
    String source();

    /**
     * Every row of the scale, axis by axis, the worst first; a row whose range depends on the other
     * axes stands with its widest.
     */
    List<Finding> table(SitePolicy policy);

    /**
     * The rows that apply to a picture, one for each axis looked at. Never throws for a picture
     * that the fold made: what is not known becomes a range.
     */
    List<Finding> findings(ClinicalPicture picture, SitePolicy policy);

    /**
     * The grade without a clinician's attributions and, on ASTCT outside an episode, with fever.
     *
     * @return {@code null} when neither plays a part
     */
    default @Nullable GradeRange wouldBe(ClinicalPicture picture, SitePolicy policy) {
        return picture.attributions().isEmpty() || picture.died()
                ? null
                : CommonFindings.worst(findings(picture.withoutAttributions(), policy));
    }

    /** What must be known beside the grade. */
    default Set<Note> notes(ClinicalPicture picture, SitePolicy policy) {
        return CommonFindings.notes(picture, policy);
    }

    /** Whether high doses of vasopressors count on this scale, and so the hours they ran. */
    default boolean goesByDose() {
        return false;
    }

    /** Whether low pressure means the systolic limit alone. */
    default boolean systolicAlone() {
        return false;
    }

    /** Grades a picture. */
    default Assessment assess(ClinicalPicture picture, SitePolicy policy) {
        List<Finding> findings = findings(picture, policy);
        return new Assessment(id(), picture, policy, CommonFindings.worst(findings), findings);
    }
}
