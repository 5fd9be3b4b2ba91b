package org.cytovigil.alarm;

import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.grading.Reading;
import org.jspecify.annotations.Nullable;

/** An ICE score two points or more below that of the examination before. */
// [impl->req~alarm.neurotoxicity~1]
final class IceDropRule implements AlarmRule {
    private static final int DROP = 2;

    private Reading.@Nullable Measured<NeurologicalExamination> latest;
    private @Nullable Integer before;
    private @Nullable Integer score;

    @Override
    public AlarmKind kind() {
        return AlarmKind.ICE_DROP;
    }

    @Override
    public Level look(Moment moment) {
        if (moment.picture().neurology()
                instanceof Reading.Measured<NeurologicalExamination> measured) {
            take(measured);
        }
        return before != null && score != null && before - score >= DROP
                ? Level.of(before - score, "ICE %d → %d of 10".formatted(before, score))
                : Level.NONE;
    }

    private void take(Reading.Measured<NeurologicalExamination> measured) {
        IceScore ice = measured.value().ice();
        // Tasks that were not charted may be right: only a whole score can be compared.
        if (ice == null || ice.least() != ice.most()) {
            return;
        }
        // The same examination may be told in parts; only another one makes the last one the one
        // before.
        if (latest == null || !latest.at().equals(measured.at())) {
            before = score;
        }
        latest = measured;
        score = ice.least();
    }
}
