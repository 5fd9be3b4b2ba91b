package org.cytovigil.alarm;

import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The states and the log of the alarms of one stay, or of the unit, with the timer of each kind.
 * Not safe for several threads.
 */
final class AlarmBook {
    private final Map<AlarmKind, LevelTimer> timers = new EnumMap<>(AlarmKind.class);
    private final Map<AlarmKind, AlarmState> states = new EnumMap<>(AlarmKind.class);
    private List<AlarmLine> log = List.of();

    /** Told what happens to which alarm, and when. */
    @FunctionalInterface
    interface Sink {
        void happened(AlarmKind kind, AlarmEvent event, Instant at);
    }

    /**
     * @param kinds those that are kept in it
     */
    AlarmBook(Set<AlarmKind> kinds) {
        for (AlarmKind kind : kinds) {
            timers.put(kind, new LevelTimer(kind));
            states.put(kind, AlarmStateMachine.normal());
        }
    }

    /** Looks at the level of a moment; {@code out} is told what that brings. */
    void look(
            AlarmKind kind,
            Instant at,
            Level level,
            SitePolicy policy,
            BiConsumer<Instant, AlarmEvent> out) {
        timer(kind).look(at, level, policy, out);
    }

    /** Looks at the level of a moment, and applies what that brings. */
    void look(AlarmKind kind, Instant at, Level level, SitePolicy policy) {
        look(kind, at, level, policy, (when, event) -> apply(kind, event, when));
    }

    /**
     * Lets time pass: ends what was put off, and raises again what has lasted too long. What comes
     * first in time happens first, however late it is asked for.
     *
     * @param out told of what the timers bring
     */
    void settle(Instant now, SitePolicy policy, Sink out) {
        for (AlarmKind next = next(now, policy); next != null; next = next(now, policy)) {
            settle(next, Objects.requireNonNull(due(next, policy)), policy, out);
        }
    }

    /** The alarm to which time brings something first; {@code null} when to none up to now. */
    private @Nullable AlarmKind next(Instant now, SitePolicy policy) {
        AlarmKind next = null;
        Instant first = null;
        for (AlarmKind kind : timers.keySet()) {
            Instant due = due(kind, policy);
            if (due != null && !due.isAfter(now) && (first == null || due.isBefore(first))) {
                next = kind;
                first = due;
            }
        }
        return next;
    }

    private @Nullable Instant due(AlarmKind kind, SitePolicy policy) {
        return LevelTimer.earlier(timer(kind).due(policy), ofState(kind, policy));
    }

    /** When a state ends by itself; {@code null} for one that does not. */
    private @Nullable Instant ofState(AlarmKind kind, SitePolicy policy) {
        AlarmState state = state(kind);
        if (state instanceof AlarmState.Shelved shelved) {
            return shelved.shelf().until();
        }
        Duration after = kind.settings().remindAfter(policy);
        return state instanceof AlarmState.Acknowledged acknowledged && !after.isZero()
                ? acknowledged.answer().at().plus(after)
                : null;
    }

    private void settle(AlarmKind kind, Instant at, SitePolicy policy, Sink out) {
        timer(kind).settle(at, policy, (when, event) -> out.happened(kind, event, when));
        Instant due = ofState(kind, policy);
        if (due != null && !due.isAfter(at)) {
            boolean shelved = state(kind) instanceof AlarmState.Shelved;
            apply(kind, shelved ? new AlarmEvent.Unshelved() : new AlarmEvent.Reminded(), due);
        }
    }

    /** Lets something happen to an alarm. */
    void apply(AlarmKind kind, AlarmEvent event, Instant at) {
        AlarmState before = state(kind);
        AlarmState after = AlarmStateMachine.next(before, event);
        if (!after.equals(before)) {
            states.put(kind, after);
            List<AlarmLine> longer = new ArrayList<>(log);
            Answer answer =
                    event instanceof AlarmEvent.Acknowledged answered ? answered.answer() : null;
            longer.add(new AlarmLine(at, kind, before, after, answer));
            log = Collections.unmodifiableList(longer);
        }
    }

    private LevelTimer timer(AlarmKind kind) {
        return Objects.requireNonNull(timers.get(kind), kind::name);
    }

    /** The state of an alarm; normal when it was never raised. */
    AlarmState state(AlarmKind kind) {
        return states.getOrDefault(kind, AlarmStateMachine.normal());
    }

    /**
     * What became of the alarms so far, in the order in which it was learned. The list never
     * changes: alarms are few, and screens ask for it far more often than it grows.
     */
    List<AlarmLine> log() {
        return log;
    }
}
