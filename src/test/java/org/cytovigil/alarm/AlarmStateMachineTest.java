package org.cytovigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.cytovigil.clinical.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of states and events, cell by cell. */
// [utest->req~alarm.states~1]
class AlarmStateMachineTest {
    private static final Instant NOW = Facts.hour(2);

    private static Condition condition(int level) {
        return new Condition(AlarmPriority.MEDIUM, level, "grade " + level, Facts.hour(1));
    }

    /** "normal", "un 3", "ack 3", "ret 3": the state and the level it is about. */
    private static AlarmState state(String text) {
        String[] words = text.split(" ", -1);
        if (words[0].equals("normal")) {
            return AlarmStateMachine.normal();
        }
        Condition condition = condition(Integer.parseInt(words[1]));
        return switch (words[0]) {
            case "un" -> new AlarmState.Unacknowledged(condition);
            case "ack" -> new AlarmState.Acknowledged(condition, "nurse", NOW);
            default -> new AlarmState.ReturnedUnacknowledged(condition, NOW);
        };
    }

    private static AlarmState after(AlarmState state, String event) {
        String[] words = event.split(" ", -1);
        return switch (words[0]) {
            case "raised" -> AlarmStateMachine.raised(state, condition(Integer.parseInt(words[1])));
            case "answered" ->
                    AlarmStateMachine.acknowledged(state, Integer.parseInt(words[1]), "nurse", NOW);
            default -> AlarmStateMachine.cleared(state, NOW);
        };
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    normal, raised 1,    un 1
                    normal, raised 3,    un 3
                    normal, cleared,     normal
                    normal, answered 4,  normal
                    un 3,   raised 2,    un 3
                    un 3,   raised 3,    un 3
                    un 3,   raised 4,    un 4
                    un 1,   cleared,     normal
                    un 2,   cleared,     ret 2
                    un 4,   cleared,     ret 4
                    un 3,   answered 2,  un 3
                    un 3,   answered 3,  ack 3
                    un 3,   answered 4,  ack 3
                    ack 3,  raised 2,    ack 3
                    ack 3,  raised 3,    ack 3
                    ack 3,  raised 4,    un 4
                    ack 3,  cleared,     normal
                    ack 1,  cleared,     normal
                    ack 3,  answered 3,  ack 3
                    ret 3,  raised 2,    un 3
                    ret 3,  raised 3,    un 3
                    ret 3,  raised 4,    un 4
                    ret 3,  cleared,     ret 3
                    ret 3,  answered 2,  ret 3
                    ret 3,  answered 3,  normal
                    """)
    void everyCell(String before, String event, String expected) {
        assertThat(after(state(before), event)).isEqualTo(state(expected));
    }

    @Test
    void aRepeatedRaiseKeepsTheFirstConditionAndItsTime() {
        AlarmState first = AlarmStateMachine.raised(AlarmStateMachine.normal(), condition(3));
        Condition again = new Condition(AlarmPriority.HIGH, 3, "again", NOW);
        assertThat(AlarmStateMachine.raised(first, again)).isSameAs(first);
    }

    @Test
    void aSecondAnswerKeepsTheFirstName() {
        AlarmState answered = state("ack 3");
        assertThat(AlarmStateMachine.acknowledged(answered, 3, "somebody else", NOW.plusSeconds(9)))
                .isEqualTo(answered);
    }

    @Test
    void everyStateIsReachedAndFromEveryStateNormalIsReached() {
        Set<AlarmState> reached = reachableFrom(AlarmStateMachine.normal());
        // Normal, four levels unanswered and answered, and the three that latch when they return.
        assertThat(reached).hasSize(1 + 4 + 4 + 3);
        for (AlarmState state : reached) {
            assertThat(reachableFrom(state)).contains(AlarmStateMachine.normal());
        }
        assertThat(reached.stream().map(Object::getClass).collect(Collectors.toSet())).hasSize(4);
    }

    private static Set<AlarmState> reachableFrom(AlarmState start) {
        Set<AlarmState> seen = new HashSet<>(Set.of(start));
        Deque<AlarmState> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            AlarmState state = open.removeFirst();
            for (int level = 1; level <= 4; level++) {
                visit(after(state, "raised " + level), seen, open);
                visit(after(state, "answered " + level), seen, open);
            }
            visit(after(state, "cleared"), seen, open);
        }
        return seen;
    }

    private static void visit(AlarmState state, Set<AlarmState> seen, Deque<AlarmState> open) {
        if (seen.add(state)) {
            open.add(state);
        }
    }
}
