package org.cytovigil.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.cytovigil.alarm.AlarmLine.Adjusting;
import org.cytovigil.alarm.AlarmLine.Adjusting.Step;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;

/**
 * The states and the log of the alarms of one stay, or of the unit, with the timer of each kind.
 * Not safe for several threads.
 */
final class AlarmBook {
    private final Map<AlarmKind, LevelTimer> timers = new EnumMap<>(AlarmKind.class);
    private final Map<AlarmKind, AlarmState> states = new EnumMap<>(AlarmKind.class);
    private final StaySettings settings = new StaySettings();
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
            timers.put(kind, new LevelTimer(kind, settings));
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
        Instant ends = settings.ends(kind);
        if (ends != null && !ends.isAfter(at)) {
            settle(kind, ends, policy, (of, event, when) -> out.accept(when, event));
        }
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
        return LevelTimer.earlier(
                LevelTimer.earlier(timer(kind).due(policy), ofState(kind, policy)),
                settings.ends(kind));
    }

    /** When a state ends by itself; {@code null} for one that does not. */
    private @Nullable Instant ofState(AlarmKind kind, SitePolicy policy) {
        AlarmState state = state(kind);
        if (state instanceof AlarmState.Shelved shelved) {
            return shelved.shelf().until();
        }
        return state instanceof AlarmState.Acknowledged acknowledged
                ? settings.reminded(kind, policy, acknowledged.answer().at())
                : null;
    }

    private void settle(AlarmKind kind, Instant at, SitePolicy policy, Sink out) {
        timer(kind).settle(at, policy, (when, event) -> out.happened(kind, event, when));
        Instant due = ofState(kind, policy);
        if (due != null && !due.isAfter(at)) {
            boolean shelved = state(kind) instanceof AlarmState.Shelved;
            apply(kind, shelved ? new AlarmEvent.Unshelved() : new AlarmEvent.Reminded(), due);
        }
        Instant ends = settings.ends(kind);
        if (ends != null && !ends.isAfter(at)) {
            end(kind, Step.OVER, "", ends, policy);
        }
    }

    /**
     * Settings of a kind are others for this patient from then on. Time has been let pass up to
     * then.
     */
    void adjust(AlarmAdjustment adjustment, SitePolicy policy) {
        settings.put(adjustment);
        write(adjustment.at(), new Adjusting(adjustment, Step.BEGUN, adjustment.by()));
        prioritise(adjustment.kind(), adjustment.at(), policy);
    }

    /** Somebody ends what is otherwise for this patient; nothing happens when nothing is. */
    void withdraw(AlarmKind kind, String by, Instant at, SitePolicy policy) {
        end(kind, Step.WITHDRAWN, by, at, policy);
    }

    private void end(AlarmKind kind, Step step, String by, Instant at, SitePolicy policy) {
        AlarmAdjustment ended = settings.end(kind, at);
        if (ended != null) {
            write(at, new Adjusting(ended, step, by.isEmpty() ? ended.by() : by));
            prioritise(kind, at, policy);
        }
    }

    /**
     * What stands is as urgent as the settings now say. What becomes more urgent comes out from
     * where no such alarm may be: from inside another one, and from the shelf when it is high.
     */
    private void prioritise(AlarmKind kind, Instant at, SitePolicy policy) {
        AlarmState before = state(kind);
        Condition condition = before.condition();
        if (condition == null) {
            return;
        }
        AlarmPriority priority = settings.priority(kind, policy, condition.level());
        Condition now = condition.of(priority);
        boolean graver = priority.compareTo(condition.priority()) < 0;
        if (graver && before instanceof AlarmState.Suppressed) {
            apply(kind, new AlarmEvent.Cleared(at), at);
            apply(kind, new AlarmEvent.Raised(now), at);
            return;
        }
        states.put(kind, before.about(now));
        if (graver && before instanceof AlarmState.Shelved) {
            apply(kind, new AlarmEvent.Raised(now), at);
        }
    }

    /** What was raised inside an alarm is told in its words from then on; said again it is not. */
    void tellAlso(AlarmKind kind, String cause) {
        AlarmState state = state(kind);
        Condition condition = state.condition();
        if (condition != null && !condition.also().contains(cause)) {
            List<String> also = new ArrayList<>(condition.also());
            also.add(cause);
            states.put(kind, state.about(condition.telling(also)));
        }
    }

    /** What is otherwise for this patient. */
    List<AlarmAdjustment> adjustments() {
        return settings.adjustments();
    }

    /** Lets something happen to an alarm. */
    void apply(AlarmKind kind, AlarmEvent event, Instant at) {
        AlarmState before = state(kind);
        AlarmState after = AlarmStateMachine.next(before, event);
        if (!after.equals(before)) {
            states.put(kind, after);
            Answer answer =
                    event instanceof AlarmEvent.Acknowledged answered ? answered.answer() : null;
            write(new AlarmLine(at, kind, before, after, answer, null));
        }
    }

    private void write(Instant at, Adjusting adjusting) {
        write(AlarmLine.of(at, state(adjusting.what().kind()), adjusting));
    }

    private void write(AlarmLine line) {
        List<AlarmLine> longer = new ArrayList<>(log);
        longer.add(line);
        log = Collections.unmodifiableList(longer);
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
