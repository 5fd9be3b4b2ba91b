package org.cytovigil.alarm;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * One alarm for each upward step of the grade. A fall never alarms; the same grade alarms again
 * only after a lower one has lasted. Holds the state of one stay; not safe for several threads.
 */
// [impl->req~alarm.grade-rise~1]
public final class GradeRiseRule {
    /**
     * The grade from which a rise is of high, and from which it is of medium priority (criteria
     * section 6.1).
     */
    private static final int HIGH_FROM = 3;

    private static final int MEDIUM_FROM = 2;

    private final AlarmPolicy policy;
    private final ZoneId zone;
    private int alarmed;
    private @Nullable ScaleId alarmedOn;
    private int current;
    private @Nullable ScaleId currentOn;
    private @Nullable Instant belowSince;

    /**
     * @param zone for clock times in the cause
     */
    public GradeRiseRule(AlarmPolicy policy, ZoneId zone) {
        this.policy = policy;
        this.zone = zone;
    }

    /**
     * Looks at the grade of a moment; moments come in order.
     *
     * @return the condition when the grade rose above what was alarmed before
     */
    public Optional<Condition> look(Assessment assessment) {
        Instant at = assessment.at();
        settle(at);
        int grade = assessment.range().lowest();
        int before = alarmed;
        current = grade;
        currentOn = assessment.scale();
        if (grade > alarmed) {
            String cause = cause(assessment, before);
            alarmed = grade;
            alarmedOn = assessment.scale();
            belowSince = null;
            return Optional.of(new Condition(priority(grade), grade, cause, at));
        }
        // A grade that may still be as high, for want of a fact, is no fall: stale data end no
        // alarm.
        if (assessment.range().highest() >= alarmed) {
            belowSince = null;
        } else if (belowSince == null) {
            belowSince = at;
        }
        return Optional.empty();
    }

    /**
     * Lets a lower grade that has lasted become the one from which the next rise counts.
     *
     * @return since when the alarmed condition is over, if this call found it to be so; the same
     *     however late the call
     */
    public Optional<Instant> settle(Instant now) {
        if (belowSince == null) {
            return Optional.empty();
        }
        Instant over = belowSince.plus(policy.rearmAfter());
        if (over.isAfter(now)) {
            return Optional.empty();
        }
        alarmed = current;
        alarmedOn = currentOn;
        belowSince = null;
        return Optional.of(over);
    }

    private String cause(Assessment assessment, int before) {
        Explanation explanation = Explanation.withClockTimes(assessment, zone);
        String fact = explanation.decidingFact();
        String scale = assessment.scale().title();
        // The unit may have changed its scale since: "ASTCT 2019 2 → Lee 2014 3".
        String rise =
                alarmedOn == null || alarmedOn == assessment.scale()
                        ? "%s %d → %s".formatted(scale, before, assessment.range())
                        : "%s %d → %s %s"
                                .formatted(alarmedOn.title(), before, scale, assessment.range());
        return "%s · %s".formatted(rise, fact.isEmpty() ? explanation.criterion() : fact);
    }

    private static AlarmPriority priority(int grade) {
        if (grade >= HIGH_FROM) {
            return AlarmPriority.HIGH;
        }
        return grade >= MEDIUM_FROM ? AlarmPriority.MEDIUM : AlarmPriority.LOW;
    }
}
