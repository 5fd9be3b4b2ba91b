package org.cytovigil.alarm;

import java.time.ZoneId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.Explanation;

/** The grade on the unit's scale: a rise names the scale, both grades and the deciding fact. */
// [impl->req~alarm.grade-rise~1]
final class GradeRiseRule implements AlarmRule {
    private final ZoneId zone;

    /**
     * @param zone for clock times in the cause
     */
    GradeRiseRule(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.GRADE_RISE;
    }

    @Override
    public Level look(Moment moment) {
        return level(moment.unit(), zone);
    }

    /** The level that an assessment's range is. */
    static Level level(Assessment assessment, ZoneId zone) {
        return new Level(
                assessment.range().lowest(),
                assessment.range().highest(),
                assessment.scale().title(),
                before -> cause(assessment, before, zone));
    }

    private static String cause(Assessment assessment, Level.Before before, ZoneId zone) {
        Explanation explanation = Explanation.withClockTimes(assessment, zone);
        String fact = explanation.decidingFact();
        String scale = assessment.scale().title();
        // The unit may have changed its scale since: "ASTCT 2019 2 → Lee 2014 3".
        boolean same = before.subject().isEmpty() || before.subject().equals(scale);
        String rise =
                same
                        ? "%s %d → %s".formatted(scale, before.level(), assessment.range())
                        : "%s %d → %s %s"
                                .formatted(
                                        before.subject(),
                                        before.level(),
                                        scale,
                                        assessment.range());
        return "%s · %s".formatted(rise, fact.isEmpty() ? explanation.criterion() : fact);
    }
}
