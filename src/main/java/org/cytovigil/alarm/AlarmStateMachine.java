package org.cytovigil.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.cytovigil.alarm.AlarmEvent.Acknowledged;
import org.cytovigil.alarm.AlarmEvent.Cleared;
import org.cytovigil.alarm.AlarmEvent.PutBack;
import org.cytovigil.alarm.AlarmEvent.Raised;
import org.cytovigil.alarm.AlarmEvent.RaisedInside;
import org.cytovigil.alarm.AlarmEvent.Reminded;
import org.cytovigil.alarm.AlarmEvent.TakenOut;
import org.cytovigil.alarm.AlarmEvent.Unshelved;
import org.cytovigil.alarm.AlarmState.Normal;
import org.cytovigil.alarm.AlarmState.OutOfService;
import org.cytovigil.alarm.AlarmState.ReturnedUnacknowledged;
import org.cytovigil.alarm.AlarmState.Shelved;
import org.cytovigil.alarm.AlarmState.Suppressed;
import org.cytovigil.alarm.AlarmState.Unacknowledged;
import org.cytovigil.grading.AlarmPriority;
import org.jspecify.annotations.Nullable;

/**
 * The alarm state machine: one table of state and event. What stands in no row changes nothing. The
 * page Alarms prints this table.
 */
// [impl->req~alarm.states~1]
public final class AlarmStateMachine {
    private static final AlarmState NORMAL = new Normal();

    /** The table, state by state. */
    public static final List<Row<?, ?>> TABLE =
            List.of(
                    row(
                            Normal.class,
                            Raised.class,
                            "unacknowledged",
                            (state, raised) -> new Unacknowledged(raised.condition())),
                    row(
                            Normal.class,
                            RaisedInside.class,
                            "suppressed",
                            (state, raised) -> new Suppressed(raised.condition(), raised.inside())),
                    row(
                            Normal.class,
                            AlarmEvent.Shelved.class,
                            "shelved",
                            (state, shelved) ->
                                    new Shelved(null, shelved.level(), shelved.shelf())),
                    row(
                            Normal.class,
                            TakenOut.class,
                            "out of service",
                            (state, taken) -> new OutOfService(null, taken.by(), taken.reason())),
                    row(
                            Unacknowledged.class,
                            Raised.class,
                            "at a higher level: unacknowledged, anew",
                            (state, raised) -> anewIfHigher(state, raised.condition())),
                    row(
                            Unacknowledged.class,
                            RaisedInside.class,
                            "at a higher level: unacknowledged, anew",
                            (state, raised) -> anewIfHigher(state, raised.condition())),
                    row(
                            Unacknowledged.class,
                            Cleared.class,
                            "latched: returned unacknowledged; else normal",
                            (state, cleared) ->
                                    state.condition().latches()
                                            ? new ReturnedUnacknowledged(
                                                    state.condition(), cleared.at())
                                            : NORMAL),
                    row(
                            Unacknowledged.class,
                            Acknowledged.class,
                            "at the level seen: acknowledged",
                            (state, answered) ->
                                    answered.level() >= state.condition().level()
                                            ? new AlarmState.Acknowledged(
                                                    state.condition(), answered.answer())
                                            : state),
                    row(
                            Unacknowledged.class,
                            AlarmEvent.Shelved.class,
                            "below high priority, at the level seen: shelved",
                            (state, shelved) -> shelvedIfSeen(state, state.condition(), shelved)),
                    row(
                            Unacknowledged.class,
                            TakenOut.class,
                            "out of service",
                            (state, taken) ->
                                    new OutOfService(
                                            state.condition(), taken.by(), taken.reason())),
                    row(
                            AlarmState.Acknowledged.class,
                            Raised.class,
                            "at a higher level: unacknowledged, anew",
                            (state, raised) -> anewIfHigher(state, raised.condition())),
                    row(
                            AlarmState.Acknowledged.class,
                            RaisedInside.class,
                            "at a higher level: suppressed",
                            (state, raised) -> insideIfHigher(state, raised)),
                    row(
                            AlarmState.Acknowledged.class,
                            Cleared.class,
                            "normal",
                            (state, cleared) -> NORMAL),
                    row(
                            AlarmState.Acknowledged.class,
                            Reminded.class,
                            "unacknowledged",
                            (state, reminded) -> new Unacknowledged(state.condition())),
                    row(
                            AlarmState.Acknowledged.class,
                            AlarmEvent.Shelved.class,
                            "below high priority, at the level seen: shelved",
                            (state, shelved) -> shelvedIfSeen(state, state.condition(), shelved)),
                    row(
                            AlarmState.Acknowledged.class,
                            TakenOut.class,
                            "out of service",
                            (state, taken) ->
                                    new OutOfService(
                                            state.condition(), taken.by(), taken.reason())),
                    row(
                            ReturnedUnacknowledged.class,
                            Raised.class,
                            "unacknowledged, at the graver level of the two",
                            (state, raised) ->
                                    new Unacknowledged(
                                            graver(state.condition(), raised.condition()))),
                    row(
                            ReturnedUnacknowledged.class,
                            RaisedInside.class,
                            "unacknowledged, at the graver level of the two",
                            (state, raised) ->
                                    new Unacknowledged(
                                            graver(state.condition(), raised.condition()))),
                    row(
                            ReturnedUnacknowledged.class,
                            Acknowledged.class,
                            "at the level seen: normal",
                            (state, answered) ->
                                    answered.level() >= state.condition().level() ? NORMAL : state),
                    row(
                            ReturnedUnacknowledged.class,
                            TakenOut.class,
                            "out of service",
                            (state, taken) -> new OutOfService(null, taken.by(), taken.reason())),
                    row(
                            Shelved.class,
                            Raised.class,
                            "at a higher level or of high priority: unacknowledged; else shelved, the condition kept",
                            (state, raised) -> raisedOnShelf(state, raised.condition())),
                    row(
                            Shelved.class,
                            RaisedInside.class,
                            "at a higher level or of high priority: unacknowledged; else shelved, the condition kept",
                            (state, raised) -> raisedOnShelf(state, raised.condition())),
                    row(
                            Shelved.class,
                            Cleared.class,
                            "shelved, without condition",
                            (state, cleared) -> new Shelved(null, state.level(), state.shelf())),
                    row(
                            Shelved.class,
                            AlarmEvent.Shelved.class,
                            "shelved, for the new time and reason",
                            (state, shelved) ->
                                    new Shelved(state.condition(), state.level(), shelved.shelf())),
                    row(
                            Shelved.class,
                            Unshelved.class,
                            "unacknowledged if the condition holds; else normal",
                            (state, unshelved) -> standingAgain(state.condition())),
                    row(
                            Shelved.class,
                            TakenOut.class,
                            "out of service",
                            (state, taken) ->
                                    new OutOfService(
                                            state.condition(), taken.by(), taken.reason())),
                    row(
                            Suppressed.class,
                            Raised.class,
                            "at a higher level: unacknowledged, anew",
                            (state, raised) -> anewIfHigher(state, raised.condition())),
                    row(
                            Suppressed.class,
                            RaisedInside.class,
                            "at a higher level: suppressed, at that level",
                            (state, raised) -> insideIfHigher(state, raised)),
                    row(Suppressed.class, Cleared.class, "normal", (state, cleared) -> NORMAL),
                    row(
                            Suppressed.class,
                            TakenOut.class,
                            "out of service",
                            (state, taken) ->
                                    new OutOfService(
                                            state.condition(), taken.by(), taken.reason())),
                    row(
                            OutOfService.class,
                            Raised.class,
                            "out of service, the condition kept",
                            (state, raised) ->
                                    new OutOfService(
                                            raised.condition(), state.by(), state.reason())),
                    row(
                            OutOfService.class,
                            RaisedInside.class,
                            "out of service, the condition kept",
                            (state, raised) ->
                                    new OutOfService(
                                            raised.condition(), state.by(), state.reason())),
                    row(
                            OutOfService.class,
                            Cleared.class,
                            "out of service, without condition",
                            (state, cleared) -> new OutOfService(null, state.by(), state.reason())),
                    row(
                            OutOfService.class,
                            PutBack.class,
                            "unacknowledged if the condition holds; else normal",
                            (state, putBack) -> standingAgain(state.condition())));

    /**
     * One cell of the table that changes something.
     *
     * @param becomes the next state, in words
     * @param next makes it
     */
    public record Row<S extends AlarmState, E extends AlarmEvent>(
            Class<S> state, Class<E> event, String becomes, BiFunction<S, E, AlarmState> next) {

        private @Nullable AlarmState after(AlarmState from, AlarmEvent happened) {
            return state.isInstance(from) && event.isInstance(happened)
                    ? next.apply(state.cast(from), event.cast(happened))
                    : null;
        }

        /** The row as the page prints it, for instance "normal | raised | unacknowledged". */
        public List<String> words() {
            List<String> words = new ArrayList<>(List.of(words(state), words(event)));
            words.add(becomes);
            return words;
        }

        private static String words(Class<?> type) {
            return type.getSimpleName()
                    .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                    .toLowerCase(Locale.ROOT);
        }
    }

    private AlarmStateMachine() {}

    /** The state of an alarm that was never raised. */
    public static AlarmState normal() {
        return NORMAL;
    }

    /** The state after an event; the same one when the event changes nothing. */
    public static AlarmState next(AlarmState state, AlarmEvent event) {
        for (Row<?, ?> row : TABLE) {
            AlarmState after = row.after(state, event);
            if (after != null) {
                return after;
            }
        }
        return state;
    }

    private static <S extends AlarmState, E extends AlarmEvent> Row<S, E> row(
            Class<S> state, Class<E> event, String becomes, BiFunction<S, E, AlarmState> next) {
        return new Row<>(state, event, becomes, next);
    }

    private static AlarmState anewIfHigher(AlarmState state, Condition raised) {
        Condition before = state.condition();
        return before == null || raised.level() > before.level()
                ? new Unacknowledged(raised)
                : state;
    }

    /** The alarm that tells it is heard, and asks for the answer. */
    private static AlarmState insideIfHigher(AlarmState state, RaisedInside raised) {
        Condition before = state.condition();
        return before == null || raised.condition().level() > before.level()
                ? new Suppressed(raised.condition(), raised.inside())
                : state;
    }

    private static Condition graver(Condition before, Condition raised) {
        return raised.level() >= before.level() ? raised : before;
    }

    private static AlarmState shelvedIfSeen(
            AlarmState state, Condition condition, AlarmEvent.Shelved shelved) {
        return shelved.level() >= condition.level() && condition.priority() != AlarmPriority.HIGH
                ? new Shelved(condition, condition.level(), shelved.shelf())
                : state;
    }

    private static AlarmState raisedOnShelf(Shelved state, Condition raised) {
        if (raised.level() > state.level() || raised.priority() == AlarmPriority.HIGH) {
            return new Unacknowledged(raised);
        }
        Condition before = state.condition();
        return before == null || raised.level() > before.level()
                ? new Shelved(raised, state.level(), state.shelf())
                : state;
    }

    private static AlarmState standingAgain(@Nullable Condition condition) {
        return condition == null ? NORMAL : new Unacknowledged(condition);
    }
}
