package org.cytovigil.alarm;

import java.time.ZoneId;
import org.cytovigil.grading.Assessment;

/** The grade of neurotoxicity (ICANS). */
// [impl->req~alarm.neurotoxicity~1]
final class NeurotoxicityRule implements AlarmRule {
    private final ZoneId zone;

    NeurotoxicityRule(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.ICANS_RISE;
    }

    @Override
    public Level look(Moment moment) {
        Assessment neurotoxicity = moment.neurotoxicity();
        return neurotoxicity == null ? Level.UNKNOWN : GradeRiseRule.level(neurotoxicity, zone);
    }
}
