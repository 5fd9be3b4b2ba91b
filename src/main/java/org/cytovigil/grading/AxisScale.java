package org.cytovigil.grading;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Puts the findings of a scale without a fever gate together; every scale but ASTCT 2019 is of this
 * kind.
 */
final class AxisScale {
    private AxisScale() {}

    /**
     * The assessment from a scale's own findings.
     *
     * @param findings the scale's table: the findings of a picture, adding notes on the way
     * @param next for each grade from 0 to 3, what would raise it
     * @param timed whether the scale knows the three-hour rule for high doses
     */
    static Assessment assess(
            ScaleId scale,
            ClinicalPicture picture,
            SitePolicy policy,
            BiFunction<ClinicalPicture, Set<Note>, List<Finding>> findings,
            List<List<String>> next,
            boolean timed) {
        Set<Note> notes = CommonFindings.notes(picture, policy);
        List<Finding> found = decide(picture, notes, findings);
        GradeRange range = CommonFindings.worst(found);
        GradeRange wouldBe = wouldBe(picture, range, findings);
        return new Assessment(
                scale,
                picture,
                policy.version(),
                range,
                found,
                wouldBe,
                notes,
                range.lowest() >= 4 ? List.of() : next.get(range.lowest()),
                timed ? DoseLevel.dueAt(picture, policy) : null);
    }

    private static List<Finding> decide(
            ClinicalPicture picture,
            Set<Note> notes,
            BiFunction<ClinicalPicture, Set<Note>, List<Finding>> findings) {
        if (picture.died()) {
            return List.of(CommonFindings.DEATH);
        }
        return picture.attributedWhole()
                ? List.of(CommonFindings.OTHER_CAUSE)
                : findings.apply(picture, notes);
    }

    private static @Nullable GradeRange wouldBe(
            ClinicalPicture picture,
            GradeRange range,
            BiFunction<ClinicalPicture, Set<Note>, List<Finding>> findings) {
        if (picture.attributions().isEmpty() || picture.died()) {
            return null;
        }
        Set<Note> unused = java.util.EnumSet.noneOf(Note.class);
        GradeRange without =
                CommonFindings.worst(findings.apply(picture.withoutAttributions(), unused));
        return without.equals(range) ? null : without;
    }
}
