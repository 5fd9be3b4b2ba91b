package org.cytovigil.ui.trend;

import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.monitor.ChartData;
import org.cytovigil.ui.theme.StayTime;
import org.jspecify.annotations.Nullable;

/**
 * All that the lanes draw; immutable. Facts later than {@code now} may be in it (a replay knows its
 * future) and are never drawn.
 *
 * @param time from when days or hours are counted
 * @param now the present
 * @param data the facts
 * @param marks what is to be known about single values
 * @param flags the moments at which alarms were raised
 * @param grades the grades on the unit's scale
 * @param second the grades on the scale beside it
 * @param neurotoxicity the grades of neurotoxicity
 * @param weight the latest weight, or {@code null} when unknown
 * @param readouts the present values beside the lanes
 * @param policy says how long values stand for the present
 */
record ChartScene(
        StayTime time,
        Instant now,
        ChartData data,
        List<Mark> marks,
        List<AlarmFlag> flags,
        GradeSteps grades,
        GradeSteps second,
        GradeSteps neurotoxicity,
        @Nullable Weight weight,
        Readouts readouts,
        SitePolicy policy) {

    long nowMillis() {
        return now.toEpochMilli();
    }

    /** Day 0, or the admission. */
    long zeroMillis() {
        return time.zero().toEpochMilli();
    }

    /** Whether a chart of this scene shows the same as one of the other, but for the present. */
    @SuppressWarnings("ReferenceEquality") // snapshots share what has not changed: no deep compare
    boolean sameFacts(ChartScene other) {
        return data == other.data
                && marks.equals(other.marks)
                && flags.equals(other.flags)
                && grades.same(other.grades)
                && second.same(other.second)
                && neurotoxicity.same(other.neurotoxicity)
                && time.equals(other.time)
                && readouts.equals(other.readouts)
                && java.util.Objects.equals(weight, other.weight);
    }
}
