package org.cytovigil.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.grading.AlarmPart;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;

/**
 * The settings of alarms that are in force for one stay: the unit's policy, and what is otherwise
 * for this patient laid over it. What is due by other settings since they changed is due when they
 * changed, and not before. Not safe for several threads.
 */
// [impl->req~alarm.patient-settings~1]
final class StaySettings {
    private final Map<AlarmKind, AlarmAdjustment> adjustments = new EnumMap<>(AlarmKind.class);
    private final Map<AlarmKind, Instant> changed = new EnumMap<>(AlarmKind.class);

    /** From now on this holds, in place of whatever was otherwise of that kind. */
    void put(AlarmAdjustment adjustment) {
        adjustments.put(adjustment.kind(), adjustment);
        changed.put(adjustment.kind(), adjustment.at());
    }

    /** From then on the unit's settings hold; tells what held before, or {@code null}. */
    @Nullable AlarmAdjustment end(AlarmKind kind, Instant at) {
        AlarmAdjustment ended = adjustments.remove(kind);
        if (ended != null) {
            changed.put(kind, at);
        }
        return ended;
    }

    /** When what is otherwise for this patient ends by itself; {@code null} when nothing is. */
    @Nullable Instant ends(AlarmKind kind) {
        AlarmAdjustment adjustment = adjustments.get(kind);
        return adjustment == null ? null : adjustment.until();
    }

    /** What is otherwise for this patient. */
    List<AlarmAdjustment> adjustments() {
        return List.copyOf(adjustments.values());
    }

    /** How urgent a level is. */
    AlarmPriority priority(AlarmKind kind, SitePolicy policy, int level) {
        AlarmAdjustment own = adjustments.get(kind);
        return own == null
                ? kind.settings().priority(policy, level)
                : own.change().priority(kind, policy, level);
    }

    /** When a condition that has held since then is raised. */
    Instant raised(AlarmKind kind, SitePolicy policy, Instant since) {
        return due(kind, policy, AlarmPart.DELAY, since, kind.settings().delay(policy));
    }

    /** When a condition that has been gone since then is over. */
    Instant over(AlarmKind kind, SitePolicy policy, Instant since) {
        return due(kind, policy, AlarmPart.CLEAR_AFTER, since, kind.settings().clearAfter(policy));
    }

    /** When a condition that was answered then is raised again; {@code null} for never. */
    @Nullable Instant reminded(AlarmKind kind, SitePolicy policy, Instant answered) {
        Duration usual = kind.settings().remindAfter(policy);
        Duration after = time(kind, policy, AlarmPart.REMIND_AFTER, usual);
        return after.isZero() ? null : notBeforeTheChange(kind, answered.plus(after));
    }

    private Instant due(
            AlarmKind kind, SitePolicy policy, AlarmPart part, Instant since, Duration usual) {
        return notBeforeTheChange(kind, since.plus(time(kind, policy, part, usual)));
    }

    private Duration time(AlarmKind kind, SitePolicy policy, AlarmPart part, Duration usual) {
        AlarmAdjustment own = adjustments.get(kind);
        return own == null ? usual : own.change().time(part, usual, kind, policy);
    }

    private Instant notBeforeTheChange(AlarmKind kind, Instant due) {
        Instant since = changed.get(kind);
        return since != null && since.isAfter(due) ? since : due;
    }
}
