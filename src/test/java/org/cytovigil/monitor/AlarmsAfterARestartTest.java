package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The state of every alarm after a restart is the one before it, whatever has happened. */
// [utest->req~alarm.states~1]
// [utest->req~alarm.of-the-unit~1]
class AlarmsAfterARestartTest {
    @TempDir private Path folder;

    private static AlarmKey key(AlarmKind kind) {
        return AlarmKind.OF_THE_UNIT.contains(kind)
                ? AlarmKey.ofUnit(kind)
                : new AlarmKey(Watch.STAY, kind);
    }

    /** The shortest way to each state that can be reached, by its abridgement. */
    private static Map<String, List<String>> reachable(AlarmKind kind) {
        Map<String, List<String>> ways = new LinkedHashMap<>();
        Deque<List<String>> open = new ArrayDeque<>();
        ways.put(new AlarmWorld(key(kind)).abridged(), List.of());
        open.add(List.of());
        while (!open.isEmpty()) {
            List<String> way = open.removeFirst();
            for (String step : AlarmWorld.steps(kind)) {
                List<String> longer = new ArrayList<>(way);
                longer.add(step);
                AlarmWorld world = AlarmWorld.after(key(kind), longer);
                if (ways.putIfAbsent(world.abridged(), longer) == null) {
                    open.add(longer);
                }
            }
        }
        return ways;
    }

    /** From every state that can be reached, every step once more, each followed by a restart. */
    @ParameterizedTest
    @EnumSource(names = {"GRADE_RISE", "SECOND_SCALE_RISE", "STORAGE", "FEED_LOST"})
    void everyReachableStateIsTheSameAfterARestart(AlarmKind kind) {
        Map<String, List<String>> ways = reachable(kind);
        Set<Class<? extends AlarmState>> reached = new HashSet<>();
        for (List<String> way : ways.values()) {
            for (String step : AlarmWorld.steps(kind)) {
                List<String> longer = new ArrayList<>(way);
                longer.add(step);
                AlarmWorld world = AlarmWorld.after(key(kind), longer);
                reached.add(world.stateClass());
                assertThat(world.shownAfterARestart())
                        .as("after %s", longer)
                        .isEqualTo(world.shown());
            }
        }
        // Nothing is told inside the grade itself, nor inside an alarm of the unit; and a rise on
        // the second scale waits for nobody once it is over.
        assertThat(reached)
                .hasSize(6)
                .doesNotContain(
                        kind == AlarmKind.SECOND_SCALE_RISE
                                ? AlarmState.ReturnedUnacknowledged.class
                                : AlarmState.Suppressed.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void soIsWhateverCameByChance(long seed) {
        Random chance = new Random(seed);
        for (AlarmKind kind :
                List.of(
                        AlarmKind.GRADE_RISE,
                        AlarmKind.SECOND_SCALE_RISE,
                        AlarmKind.STORAGE,
                        AlarmKind.FEED_LOST)) {
            AlarmWorld world = new AlarmWorld(key(kind));
            List<String> steps = AlarmWorld.steps(kind);
            List<String> way = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                way.add(steps.get(chance.nextInt(steps.size())));
                world.happens(way.getLast());
            }
            assertThat(world.shownAfterARestart()).as("%s", way).isEqualTo(world.shown());
        }
    }

    /** The same through a store on the disk, once for each state. */
    @Test
    void everyStateIsTheSameInAStoreThatIsOpenedAgain() {
        int stores = 0;
        Set<Class<? extends AlarmState>> seen = new HashSet<>();
        for (List<String> way : reachable(AlarmKind.GRADE_RISE).values()) {
            AlarmWorld world = AlarmWorld.after(key(AlarmKind.GRADE_RISE), way);
            if (!seen.add(world.stateClass())) {
                continue;
            }
            Path store = folder.resolve("unit-%d.db".formatted(stores++));
            try (JdbcLedger ledger = JdbcLedger.open(store)) {
                ledger.append(world.entries());
            }
            UnitMonitor monitor =
                    new UnitMonitor(
                            PolicyTimeline.always(AlarmWorld.POLICY),
                            ZoneOffset.UTC,
                            world.entries().getFirst().at());
            try (JdbcLedger ledger = JdbcLedger.openExisting(store);
                    UnitSession session =
                            new UnitSession(
                                    monitor,
                                    ledger,
                                    new MemoryLedger(),
                                    world::now,
                                    at -> {},
                                    UnitSource.Mode.LIVE,
                                    Workplace.of("N2"))) {
                session.beat();
                assertThat(AlarmWorld.shown(session.latest()))
                        .as("after %s", way)
                        .isEqualTo(world.shown());
            }
        }
        assertThat(stores).isEqualTo(6);
    }
}
