package org.cytovigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cytovigil.clinical.Facts;
import org.cytovigil.grading.AlarmPriority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of states and events, cell by cell. */
// [utest->req~alarm.states~1]
class AlarmStateMachineTest {
    private static final Instant NOW = Facts.hour(2);
    private static final Answer ANSWER = new Answer("nurse", NOW, "observed");
    private static final Shelf SHELF = new Shelf("nurse", "being turned", Facts.hour(3));

    private static final List<String> EVENTS =
            List.of(
                    "raised 1",
                    "raised 2",
                    "raised 3",
                    "raised 4",
                    "inside 1",
                    "inside 2",
                    "inside 3",
                    "inside 4",
                    "cleared",
                    "answered 1",
                    "answered 2",
                    "answered 3",
                    "answered 4",
                    "reminded",
                    "shelved 1",
                    "shelved 2",
                    "shelved 3",
                    "shelved 4",
                    "unshelved",
                    "taken out",
                    "put back");

    /** Of high priority from level 3, latched from level 2 on, as grades are. */
    private static Condition condition(int level) {
        AlarmPriority priority = level >= 3 ? AlarmPriority.HIGH : AlarmPriority.MEDIUM;
        return new Condition(
                AlarmKind.GRADE_RISE, priority, level, "grade " + level, Facts.hour(1));
    }

    /** "un 3", "ack 3", "ret 3", "shelf 2 1": the state, the level it is about, and the shelf's. */
    private static AlarmState state(String text) {
        String[] words = text.split(" ", -1);
        if (words[0].equals("normal")) {
            return AlarmStateMachine.normal();
        }
        int level = Integer.parseInt(words[1]);
        Condition condition = level == 0 ? null : condition(level);
        return switch (words[0]) {
            case "un" -> new AlarmState.Unacknowledged(condition(level));
            case "ack" -> new AlarmState.Acknowledged(condition(level), ANSWER);
            case "ret" -> new AlarmState.ReturnedUnacknowledged(condition(level), NOW);
            case "shelf" -> new AlarmState.Shelved(condition, Integer.parseInt(words[2]), SHELF);
            case "inside" ->
                    new AlarmState.Suppressed(condition(level), AlarmKind.SECOND_VASOPRESSOR);
            default -> new AlarmState.OutOfService(condition, "nurse", "in theatre");
        };
    }

    private static AlarmState after(AlarmState state, String text) {
        String[] words = text.split(" ", -1);
        int level = words[words.length - 1].matches("\\d") ? Integer.parseInt(words[1]) : 0;
        AlarmEvent event =
                switch (words[0]) {
                    case "raised" -> new AlarmEvent.Raised(condition(level));
                    case "inside" ->
                            new AlarmEvent.RaisedInside(
                                    condition(level), AlarmKind.SECOND_VASOPRESSOR);
                    case "answered" -> new AlarmEvent.Acknowledged(level, ANSWER);
                    case "reminded" -> new AlarmEvent.Reminded();
                    case "shelved" -> new AlarmEvent.Shelved(level, SHELF);
                    case "unshelved" -> new AlarmEvent.Unshelved();
                    case "taken" -> new AlarmEvent.TakenOut("nurse", "in theatre");
                    case "put" -> new AlarmEvent.PutBack();
                    default -> new AlarmEvent.Cleared(NOW);
                };
        return AlarmStateMachine.next(state, event);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    normal,    raised 1,    un 1
                    normal,    raised 3,    un 3
                    normal,    inside 1,    inside 1
                    normal,    cleared,     normal
                    normal,    answered 4,  normal
                    normal,    reminded,    normal
                    normal,    shelved 2,   shelf 0 2
                    normal,    unshelved,   normal
                    normal,    taken out,   out 0
                    normal,    put back,    normal
                    un 3,      raised 2,    un 3
                    un 3,      raised 3,    un 3
                    un 3,      raised 4,    un 4
                    un 2,      inside 2,    un 2
                    un 2,      inside 3,    un 3
                    un 1,      cleared,     normal
                    un 2,      cleared,     ret 2
                    un 4,      cleared,     ret 4
                    un 3,      answered 2,  un 3
                    un 3,      answered 3,  ack 3
                    un 3,      answered 4,  ack 3
                    un 3,      reminded,    un 3
                    un 2,      shelved 1,   un 2
                    un 2,      shelved 2,   shelf 2 2
                    un 2,      shelved 4,   shelf 2 2
                    # of high priority: never put off
                    un 3,      shelved 4,   un 3
                    un 3,      unshelved,   un 3
                    un 3,      taken out,   out 3
                    un 3,      put back,    un 3
                    ack 3,     raised 2,    ack 3
                    ack 3,     raised 3,    ack 3
                    ack 3,     raised 4,    un 4
                    # the grade, just raised, asks for the answer
                    ack 3,     inside 4,    inside 4
                    ack 3,     inside 3,    ack 3
                    ack 3,     cleared,     normal
                    ack 1,     cleared,     normal
                    ack 3,     answered 3,  ack 3
                    ack 3,     reminded,    un 3
                    ack 2,     shelved 2,   shelf 2 2
                    ack 3,     shelved 3,   ack 3
                    ack 3,     taken out,   out 3
                    ret 3,     raised 2,    un 3
                    ret 3,     raised 3,    un 3
                    ret 3,     raised 4,    un 4
                    ret 3,     inside 2,    un 3
                    ret 3,     cleared,     ret 3
                    ret 3,     answered 2,  ret 3
                    ret 3,     answered 3,  normal
                    ret 2,     shelved 2,   ret 2
                    ret 3,     taken out,   out 0
                    shelf 0 2, raised 1,    shelf 1 2
                    shelf 0 2, raised 2,    shelf 2 2
                    shelf 1 2, raised 2,    shelf 2 2
                    shelf 2 2, raised 1,    shelf 2 2
                    shelf 2 2, raised 3,    un 3
                    # put off up to 4 before it was raised: high priority comes through
                    shelf 0 4, raised 3,    un 3
                    shelf 2 2, inside 3,    un 3
                    shelf 2 2, cleared,     shelf 0 2
                    shelf 2 2, answered 2,  shelf 2 2
                    shelf 2 2, unshelved,   un 2
                    shelf 0 2, unshelved,   normal
                    shelf 2 2, taken out,   out 2
                    shelf 2 2, shelved 4,   shelf 2 2
                    inside 2,  raised 2,    inside 2
                    inside 2,  raised 3,    un 3
                    inside 2,  inside 3,    inside 3
                    inside 2,  cleared,     normal
                    inside 2,  answered 2,  inside 2
                    inside 2,  shelved 2,   inside 2
                    inside 2,  taken out,   out 2
                    out 0,     raised 4,    out 4
                    out 4,     raised 2,    out 2
                    out 0,     inside 4,    out 4
                    out 4,     cleared,     out 0
                    out 4,     answered 4,  out 4
                    out 4,     shelved 4,   out 4
                    out 4,     taken out,   out 4
                    out 4,     put back,    un 4
                    out 0,     put back,    normal
                    """)
    void everyCell(String before, String event, String expected) {
        assertThat(after(state(before), event)).isEqualTo(state(expected));
    }

    @Test
    void aRepeatedRaiseKeepsTheFirstConditionAndItsTime() {
        AlarmState first = after(AlarmStateMachine.normal(), "raised 3");
        Condition again = new Condition(AlarmKind.GRADE_RISE, AlarmPriority.HIGH, 3, "again", NOW);
        assertThat(AlarmStateMachine.next(first, new AlarmEvent.Raised(again))).isSameAs(first);
    }

    @Test
    void aSecondAnswerKeepsTheFirstName() {
        AlarmState answered = state("ack 3");
        Answer other = new Answer("somebody else", NOW.plusSeconds(9), "");
        assertThat(AlarmStateMachine.next(answered, new AlarmEvent.Acknowledged(3, other)))
                .isEqualTo(answered);
    }

    @Test
    void nothingIsPutOffWithoutAReason() {
        assertThatThrownBy(() -> new Shelf("nurse", " ", NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyStateIsReachedAndFromEveryStateNormalIsReached() {
        Set<AlarmState> reached = reachableFrom(AlarmStateMachine.normal());
        assertThat(reached.stream().map(Object::getClass).collect(Collectors.toSet())).hasSize(7);
        for (AlarmState state : reached) {
            assertThat(reachableFrom(state)).contains(AlarmStateMachine.normal());
        }
    }

    /** The promise behind the table, on every state that can be and every event. */
    @Test
    void aHigherLevelAlwaysAlarmsAnewUnlessItIsTakenOutOrToldInside() {
        for (AlarmState state : reachableFrom(AlarmStateMachine.normal())) {
            Condition before = state.condition();
            int level = before == null ? 0 : before.level();
            if (state instanceof AlarmState.OutOfService) {
                continue;
            }
            for (int higher = Math.max(level, shelf(state)) + 1; higher <= 4; higher++) {
                assertThat(after(state, "raised " + higher))
                        .as("%s raised to %d", state, higher)
                        .isEqualTo(state("un " + higher));
            }
        }
    }

    private static int shelf(AlarmState state) {
        return state instanceof AlarmState.Shelved shelved ? shelved.level() : 0;
    }

    @Test
    void whatLatchesGoesOnlyByAnAnswerOrIntoNoService() {
        for (int level = 2; level <= 4; level++) {
            for (String event : EVENTS) {
                AlarmState after = after(state("ret " + level), event);
                boolean over =
                        after instanceof AlarmState.Normal
                                || after instanceof AlarmState.OutOfService;
                assertThat(over && !event.startsWith("answered") && !event.equals("taken out"))
                        .as(event)
                        .isFalse();
            }
        }
    }

    private static Set<AlarmState> reachableFrom(AlarmState start) {
        Set<AlarmState> seen = new HashSet<>(Set.of(start));
        Deque<AlarmState> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            AlarmState state = open.removeFirst();
            for (String event : EVENTS) {
                AlarmState next = after(state, event);
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }
}
