package org.cytovigil.monitor;

import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Stay;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Episode;
import org.jspecify.annotations.Nullable;

/**
 * One stay at one moment, as screens show it; immutable.
 *
 * @param stay the stay
 * @param bed the bed it is in now, or empty
 * @param discharged whether the stay has ended
 * @param picture what is known
 * @param assessments the present assessment by scale
 * @param histories the moments at which grade or reason changed, by scale, oldest first
 * @param episodes the episodes of CRS, oldest first
 * @param rejected the latest facts that are kept and not graded, oldest first
 * @param chart what charts draw
 * @param alarms the alarms that are not normal
 */
public record StaySnapshot(
        Stay stay,
        String bed,
        boolean discharged,
        ClinicalPicture picture,
        Map<ScaleId, Assessment> assessments,
        Map<ScaleId, List<Assessment>> histories,
        List<Episode> episodes,
        List<RejectedFact> rejected,
        ChartData chart,
        List<Alarm> alarms) {

    /** The present assessment on a scale; {@code null} for a scale not graded. */
    public @Nullable Assessment assessment(ScaleId scale) {
        return assessments.get(scale);
    }

    /** The moments of change on a scale; empty for a scale not graded. */
    public List<Assessment> history(ScaleId scale) {
        return histories.getOrDefault(scale, List.of());
    }
}
