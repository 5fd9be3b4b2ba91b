package org.cytovigil.ui.board;

import java.util.function.Predicate;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.Texts;

/**
 * Which beds the board shows. A grade that is not known for certain counts as the highest it may
 * be: a filter must not hide who may be worse than it asks for.
 */
public enum BoardFilter {
    ALL(stay -> true),
    UNANSWERED(stay -> stay.alarms().stream().anyMatch(alarm -> !alarm.answered())),
    OVERDUE(stay -> stay.alarms().stream().anyMatch(BoardFilter::isOverdue)),
    GRADE_1(stay -> mayBe(stay, 1)),
    GRADE_2(stay -> mayBe(stay, 2)),
    GRADE_3(stay -> mayBe(stay, 3));

    @SuppressWarnings("ImmutableEnumChecker") // predicates hold nothing that changes
    private final Predicate<StaySnapshot> shown;

    BoardFilter(Predicate<StaySnapshot> shown) {
        this.shown = shown;
    }

    boolean shows(StaySnapshot stay) {
        return shown.test(stay);
    }

    /** The next one; after the last the first. */
    BoardFilter next() {
        return switch (this) {
            case ALL -> UNANSWERED;
            case UNANSWERED -> OVERDUE;
            case OVERDUE -> GRADE_1;
            case GRADE_1 -> GRADE_2;
            case GRADE_2 -> GRADE_3;
            case GRADE_3 -> ALL;
        };
    }

    /** In words, for its button. */
    String words() {
        return Texts.of("board.filter." + name());
    }

    private static boolean isOverdue(Alarm alarm) {
        return alarm.key().kind() == AlarmKind.ASSESSMENT_OVERDUE;
    }

    /** The worse of the computed grade and the one a clinician set; with neither it may be any. */
    private static boolean mayBe(StaySnapshot stay, int grade) {
        Assessment assessment = stay.assessment(stay.scale());
        if (assessment == null) {
            return true;
        }
        GradeRange acted = assessment.standing();
        return Math.max(acted.highest(), assessment.range().highest()) >= grade;
    }
}
