package org.cytovigil.ui.trend;

import java.util.List;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.ui.theme.Texts;

/**
 * The grades on one scale over time.
 *
 * @param changes the moments at which grade or reason changed, oldest first
 */
record GradeSteps(ScaleId scale, List<Assessment> changes) {
    /** The scale's name where there is little room: "ASTCT". */
    String title() {
        return Texts.of("bedside.ribbon." + scale.id());
    }

    /** Whether both show the same. */
    @SuppressWarnings("ReferenceEquality") // snapshots share what has not changed: no deep compare
    boolean same(GradeSteps other) {
        return scale == other.scale && changes == other.changes;
    }
}
