package org.cytovigil.grading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes before the axes on every scale without a fever gate, which are all but ASTCT 2019:
 * death, and attribution of the whole picture.
 */
final class AxisFindings {
    private static final List<Finding> DEATH = List.of(CommonFindings.DEATH);
    private static final List<Finding> OTHER_CAUSE = List.of(CommonFindings.OTHER_CAUSE);

    private AxisFindings() {}

    /**
     * The findings of a picture that needs no axis.
     *
     * @return {@code null} when the axes decide
     */
    static @Nullable List<Finding> beforeAxes(ClinicalPicture picture) {
        if (picture.died()) {
            return DEATH;
        }
        return picture.attributedWhole() ? OTHER_CAUSE : null;
    }
}
