package org.cytovigil.alarm;

import java.time.Instant;
import java.util.Map;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;

/**
 * One moment of a stay as rules look at it.
 *
 * @param unit the assessment on the unit's scale
 * @param all the assessments of the same picture, by scale
 */
public record Moment(Assessment unit, Map<ScaleId, Assessment> all) {
    public Instant at() {
        return unit.at();
    }

    ClinicalPicture picture() {
        return unit.picture();
    }

    SitePolicy policy() {
        return unit.policy();
    }

    /** On the scale shown beside the unit's; {@code null} when that is not graded. */
    @Nullable Assessment second() {
        return all.get(policy().secondScale());
    }

    /** On the scale of neurotoxicity; {@code null} when that is not graded. */
    @Nullable Assessment neurotoxicity() {
        return all.get(ScaleId.ICANS);
    }
}
