package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.ui.Ward;
import org.junit.jupiter.api.Test;

/** A screen that stands still, seen by another thread; both are turned by hand. */
// [utest->req~ui.watchdog~1]
class ScreenWatchTest {
    private static final String OVER = "SCREEN_FROZEN 0";

    private static final Duration LOOK = Duration.ofMillis(500);

    private Instant now = Instant.parse("2026-03-01T14:02:00Z");
    private final List<String> signs = new ArrayList<>();
    private final List<String> found = new ArrayList<>();
    private final Ward ward = new Ward();
    private final ScreenWatch watch =
            new ScreenWatch(
                    () -> now,
                    ZoneOffset.UTC,
                    new ScreenWatch.Sign() {
                        @Override
                        public void show(String words) {
                            signs.add(words);
                        }

                        @Override
                        public void hide() {
                            signs.add("hidden");
                        }
                    },
                    (kind, level, cause) -> {
                        found.add((kind + " " + level + " " + cause).strip());
                        ward.session().find(kind, level, cause);
                        ward.pass(Duration.ofSeconds(1));
                    });

    private void look(boolean alive, int times) {
        for (int i = 0; i < times; i++) {
            now = now.plus(LOOK);
            if (alive) {
                watch.pulse();
            }
            watch.look();
        }
    }

    @Test
    void aScreenThatLivesIsLeftAlone() {
        look(true, 100);

        assertThat(signs).isEmpty();
        assertThat(found).containsExactly(OVER);
    }

    /** It was killed before it could say that the screen lived again; a second time must alarm. */
    @Test
    void whatAnEarlierProgramLeftIsOver() {
        ward.session().find(AlarmKind.SCREEN_FROZEN, 1, "the screen stood still 13:00-13:01");
        ward.pass(Duration.ofSeconds(1));
        look(true, 2);

        assertThat(ward.session().latest().alarms())
                .extracting(Alarm::state)
                .singleElement()
                .isInstanceOf(AlarmState.ReturnedUnacknowledged.class);
    }

    @Test
    void threeSecondsWithoutAFrameAreMarkedWithinFiveAndOnlyOnce() {
        look(true, 20);
        look(false, 5);
        assertThat(signs).as("2.5 s").isEmpty();

        look(false, 1);
        assertThat(signs)
                .containsExactly("Screen frozen since 14:02:10 - watch the bedside monitors");

        look(false, 20);
        assertThat(signs).hasSize(1);
        assertThat(found).as("nothing can be answered meanwhile").containsExactly(OVER);
    }

    @Test
    void whenItLivesAgainTheMarkGoesAndAnAlarmStaysToBeAnswered() {
        look(true, 20);
        look(false, 18);
        look(true, 10);

        assertThat(signs).hasSize(2).last().isEqualTo("hidden");
        assertThat(found)
                .containsExactly(
                        OVER, "SCREEN_FROZEN 1 the screen stood still 14:02:10-14:02:19", OVER);
        Alarm alarm =
                ward.session().latest().alarms().stream()
                        .filter(standing -> standing.key().kind() == AlarmKind.SCREEN_FROZEN)
                        .findFirst()
                        .orElseThrow();
        assertThat(alarm.state()).isInstanceOf(AlarmState.ReturnedUnacknowledged.class);

        look(false, 8);
        look(true, 10);
        assertThat(found).as("a second time").hasSize(5);
    }

    @Test
    void aComputerThatSleptFrozeNothing() {
        look(true, 20);
        now = now.plus(Duration.ofHours(1));
        watch.look();
        look(false, 3);
        look(true, 10);

        assertThat(signs).isEmpty();
        assertThat(found).containsExactly(OVER);
    }

    @Test
    void nothingIsWatchedBeforeTheFirstFrame() {
        look(false, 100);

        assertThat(signs).isEmpty();
    }
}
