package org.cytovigil.alarm;

import org.cytovigil.grading.GradeOverride;
import org.jspecify.annotations.Nullable;

/** A grade that a clinician had set and that the computed one has overtaken. */
// [impl->req~alarm.override-overtaken~1]
final class OverrideRule implements AlarmRule {
    private @Nullable GradeOverride stood;
    private @Nullable GradeOverride overtaken;

    @Override
    public AlarmKind kind() {
        return AlarmKind.OVERRIDE_OVERTAKEN;
    }

    @Override
    public Level look(Moment moment) {
        GradeOverride stands = moment.unit().override();
        int computed = moment.unit().range().lowest();
        if (stands != null) {
            overtaken = null;
        } else if (stood != null && computed > stood.grade()) {
            overtaken = stood;
        } else if (overtaken != null && moment.unit().range().highest() <= overtaken.grade()) {
            overtaken = null;
        }
        stood = stands;
        if (overtaken == null) {
            return Level.NONE;
        }
        // For want of a fact nobody can tell whether it is still above.
        return computed <= overtaken.grade()
                ? Level.UNKNOWN
                : Level.of(
                        1,
                        "computed grade %d is above the %d that %s had set"
                                .formatted(computed, overtaken.grade(), overtaken.by()));
    }
}
