package org.cytovigil.alarm;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cytovigil.grading.AlarmPart;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.AlarmSettings;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Other settings of a kind of alarm than those of the unit. It is laid over the policy that holds:
 * a part that the policy does not permit does not count, and the unit's does. Nothing that the unit
 * gives high priority becomes less urgent, comes later or is told more seldom by it.
 *
 * @param values by part, each as the policy file has it, for instance "10 min"
 */
// [impl->req~alarm.patient-settings~1]
public record AlarmChange(Map<AlarmPart, String> values) {
    /** The values are copied. */
    public AlarmChange {
        Map<AlarmPart, String> copy = new EnumMap<>(AlarmPart.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    /** Why parts are not permitted, in words; empty when all of them are. */
    public Map<AlarmPart, String> refusals(AlarmKind kind, SitePolicy unit) {
        Map<AlarmPart, String> refusals = new EnumMap<>(AlarmPart.class);
        for (AlarmPart part : values.keySet()) {
            refusal(part, kind, unit).ifPresent(reason -> refusals.put(part, reason));
        }
        return refusals;
    }

    private Optional<String> refusal(AlarmPart part, AlarmKind kind, SitePolicy unit) {
        Setting<?> setting = kind.settings().setting(part);
        if (setting == null) {
            return Optional.of("this kind of alarm has no such setting");
        }
        try {
            Object own = setting.type().read(Objects.requireNonNull(values.get(part)));
            return quieter(part, own, kind.settings(), unit);
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Why a value would hide what the unit gives high priority; empty when it would not. */
    private static Optional<String> quieter(
            AlarmPart part, Object own, AlarmSettings settings, SitePolicy unit) {
        if (!settings.canBeHigh(unit)) {
            return Optional.empty();
        }
        return switch (part) {
            case PRIORITY ->
                    own == AlarmPriority.HIGH
                            ? Optional.empty()
                            : Optional.of("the unit gives it high priority, and it stays high");
            case HIGH_FROM -> notAbove(own, settings, unit);
            case DELAY -> notLonger(own, settings.delay(unit));
            case CLEAR_AFTER -> notLonger(own, settings.clearAfter(unit));
            case REMIND_AFTER -> {
                Duration usual = settings.remindAfter(unit);
                if (usual.isZero()) {
                    yield Optional.empty();
                }
                yield own.equals(Duration.ZERO)
                        ? Optional.of("what can be of high priority is never reminded of less")
                        : notLonger(own, usual);
            }
            case MEDIUM_FROM, GUIDANCE -> Optional.empty();
        };
    }

    private static Optional<String> notAbove(Object own, AlarmSettings settings, SitePolicy unit) {
        int grade = (Integer) own;
        // One step below it may still be high by the unit, so each grade up to it is looked at.
        for (int level = 1; level < grade; level++) {
            if (settings.priority(unit, level) == AlarmPriority.HIGH) {
                return Optional.of(
                        "the unit gives high priority from grade " + level + " on, and no later");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> notLonger(Object own, Duration usual) {
        return ((Duration) own).compareTo(usual) > 0
                ? Optional.of(
                        "it can be of high priority: at most the unit's "
                                + usual.toMinutes()
                                + " min")
                : Optional.empty();
    }

    /** How urgent it is; what the unit gives high priority stays high. */
    AlarmPriority priority(AlarmKind kind, SitePolicy unit, int level) {
        AlarmPriority usual = kind.settings().priority(unit, level);
        if (usual == AlarmPriority.HIGH) {
            return usual;
        }
        AlarmPriority own = taken(AlarmPart.PRIORITY, AlarmPriority.class, kind, unit);
        if (own != null) {
            return own;
        }
        Integer highFrom = taken(AlarmPart.HIGH_FROM, Integer.class, kind, unit);
        if (highFrom != null && level >= highFrom) {
            return AlarmPriority.HIGH;
        }
        Integer mediumFrom = taken(AlarmPart.MEDIUM_FROM, Integer.class, kind, unit);
        if (mediumFrom == null) {
            return usual;
        }
        return level >= mediumFrom ? AlarmPriority.MEDIUM : AlarmPriority.LOW;
    }

    /** A time of it; the unit's when this does not say one that is permitted. */
    Duration time(AlarmPart part, Duration usual, AlarmKind kind, SitePolicy unit) {
        Duration own = taken(part, Duration.class, kind, unit);
        return own == null ? usual : own;
    }

    /** What to do. */
    public String guidance(AlarmKind kind, SitePolicy unit) {
        String own = taken(AlarmPart.GUIDANCE, String.class, kind, unit);
        return own == null ? kind.settings().guidance(unit) : own;
    }

    private <T> @Nullable T taken(AlarmPart part, Class<T> type, AlarmKind kind, SitePolicy unit) {
        String text = values.get(part);
        Setting<?> setting = kind.settings().setting(part);
        return text == null || setting == null || refusal(part, kind, unit).isPresent()
                ? null
                : type.cast(setting.type().read(text));
    }
}
