package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A monitor that stands still, seen from the screen, by a clock of the test. */
// [utest->req~ui.watchdog~1]
class StalledWatchTest {
    private static final Instant START = Instant.parse("2026-03-01T14:02:00Z");

    private Instant now = START;
    private final StalledWatch watch = new StalledWatch(() -> now, ZoneOffset.UTC);

    @Test
    void fourSecondsWithoutANewMomentAreSaidUntilItMoves() {
        Instant shown = Instant.parse("2026-03-01T14:02:00Z");
        assertThat(watch.look(shown)).isEmpty();

        now = START.plusMillis(3_900);
        assertThat(watch.look(shown)).isEmpty();

        now = START.plusMillis(4_000);
        assertThat(watch.look(shown)).startsWith("The monitor has not moved since 14:02:00");

        now = START.plusSeconds(60);
        assertThat(watch.look(shown)).startsWith("The monitor has not moved since 14:02:00");

        assertThat(watch.look(shown.plusSeconds(1))).isEmpty();
    }

    @Test
    void aReplayThatRunsSlowerThanLifeIsNotStalled() {
        Instant shown = START;
        for (int i = 0; i < 20; i++) {
            now = now.plusSeconds(2);
            shown = shown.plusMillis(100);
            assertThat(watch.look(shown)).isEmpty();
        }
    }
}
