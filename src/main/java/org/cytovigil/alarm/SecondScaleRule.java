package org.cytovigil.alarm;

import java.time.ZoneId;
import org.cytovigil.grading.Assessment;

/** The grade on the scale shown beside the unit's. */
// [impl->req~alarm.second-scale~1]
final class SecondScaleRule implements AlarmRule {
    private final ZoneId zone;

    SecondScaleRule(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.SECOND_SCALE_RISE;
    }

    @Override
    public Level look(Moment moment) {
        Assessment second = moment.second();
        return second == null ? Level.UNKNOWN : GradeRiseRule.level(second, zone);
    }
}
