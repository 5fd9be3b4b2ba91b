package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.HiddenAlarm;
import org.cytovigil.monitor.UnitSession;
import org.cytovigil.monitor.UnitSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

// [utest->req~command.screenshot-states~1]
class AlarmSceneTest {
    @Test
    void everyStateHasItsScene() {
        Set<Class<?>> shown = new HashSet<>();
        for (AlarmScene scene : AlarmScene.values()) {
            shown.add(scene.state());
        }

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList(AlarmState.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @EnumSource(AlarmScene.class)
    void theAlarmOfTheSceneIsInItsState(AlarmScene scene) {
        UnitSession session =
                OpenUnit.again(
                        Demonstration.entries(),
                        SitePolicy.DEFAULT,
                        InstantSource.fixed(scene.at()),
                        ZoneOffset.UTC,
                        UnitSource.Mode.DEMONSTRATION);

        scene.play(session);
        session.close();

        AlarmKey key = scene.key(session);
        Stream<AlarmState> standing =
                session.latest().alarms().stream()
                        .filter(alarm -> alarm.key().equals(key))
                        .map(Alarm::state);
        Stream<AlarmState> hidden =
                session.latest().hidden().stream()
                        .filter(alarm -> alarm.key().equals(key))
                        .map(HiddenAlarm::state);
        if (scene == AlarmScene.NORMAL) {
            assertThat(Stream.concat(standing, hidden)).isEmpty();
        } else {
            assertThat(Stream.concat(standing, hidden)).singleElement().isInstanceOf(scene.state());
        }
    }
}
