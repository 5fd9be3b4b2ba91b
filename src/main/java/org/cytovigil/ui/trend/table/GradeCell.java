package org.cytovigil.ui.trend.table;

import org.cytovigil.grading.GradeRange;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The highest grade of an interval on one scale, as the range that the facts allowed then.
 *
 * @param range the grade to act on; {@code null} when nothing was graded yet
 * @param computed the computed grade where a clinician set another, else {@code null}
 */
record GradeCell(@Nullable GradeRange range, @Nullable GradeRange computed) {
    /** Nothing was graded yet. */
    static final GradeCell NONE = new GradeCell(null, null);

    /** Whether a clinician set it. */
    boolean set() {
        return computed != null;
    }

    /** The grade in words. */
    String words() {
        if (range == null) {
            return Texts.of("trend.table.plain-unknown");
        }
        return computed == null
                ? range.toString()
                : Texts.of("trend.table.grade-set", range, computed);
    }
}
