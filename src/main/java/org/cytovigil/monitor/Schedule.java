package org.cytovigil.monitor;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.DueCheck;
import org.cytovigil.grading.MonitoringPlan;
import org.cytovigil.grading.PutOffCheck;
import org.jspecify.annotations.Nullable;

/**
 * What is due of one stay at one moment, by the site's schedule; immutable. It alarms nothing: the
 * alarm on overdue vital signs goes by the same {@link MonitoringPlan}.
 *
 * @param at the moment
 * @param checks what is asked for, that which is due first first; empty of a stay that has ended,
 *     of one who has died, and before the first assessment
 */
public record Schedule(Instant at, List<DueCheck> checks) {
    private static final Comparator<DueCheck> NEXT_FIRST =
            Comparator.comparing(DueCheck::due).thenComparing(DueCheck::check);

    public Schedule {
        checks = List.copyOf(checks);
    }

    /** Nothing is asked for. */
    public static Schedule none(Instant at) {
        return new Schedule(at, List.of());
    }

    /**
     * What is due of a stay that lasts.
     *
     * @param unit the present assessment on the unit's scale; {@code null} before the first
     * @param icans the present assessment of neurotoxicity, or {@code null}
     * @param infusion what was infused and when; {@code null} while none is charted
     * @param begin from then on facts are waited for
     * @param putOff what was put off so far
     */
    static Schedule of(
            Instant at,
            @Nullable Assessment unit,
            @Nullable Assessment icans,
            @Nullable Infusion infusion,
            Instant begin,
            List<PutOffCheck> putOff) {
        if (unit == null) {
            return none(at);
        }
        ScaleId scale = unit.scale();
        MonitoringPlan plan = new MonitoringPlan(unit, begin, putOff);
        return new Schedule(
                at, plan.all(scale, icans, infusion).stream().sorted(NEXT_FIRST).toList());
    }

    /** What is later than a round may be, the longest waiting first. */
    public List<DueCheck> overdue() {
        return checks.stream().filter(check -> check.isOverdue(at)).toList();
    }

    /** The vital sign that is due first; empty when none is asked for. */
    public Optional<DueCheck> nextVital() {
        return checks.stream().filter(due -> due.check().isVital()).findFirst();
    }
}
