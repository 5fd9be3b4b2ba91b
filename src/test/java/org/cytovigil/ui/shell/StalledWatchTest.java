package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.sound.SoundControl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** A unit whose monitor stands still. */
    private record Still(Mode mode) implements UnitSource {
        @Override
        public UnitSnapshot latest() {
            return UnitSnapshot.empty(START);
        }

        @Override
        public void tell(Entry.OnAlarm act) {}

        @Override
        public String fault() {
            return "";
        }

        @Override
        public void chart(
                StayId stay, Instant at, List<? extends org.cytovigil.ledger.Entry.Event> events) {
            throw new IllegalStateException("nobody charts here");
        }

        @Override
        public PolicyTimeline.@Nullable Held announced() {
            return null;
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    LIVE,          !! The monitor has not moved since 14:02:00
                    DEMONSTRATION, !! The monitor has not moved since 14:02:00
                    REPLAY,        ''
                    """)
    void theYellowLineSaysItOfUnitsThatNeverRunSlowerThanLife(UnitSource.Mode mode, String line) {
        ShellViewModel shell =
                new ShellViewModel(
                        new Still(mode),
                        ZoneOffset.UTC,
                        () -> now,
                        SoundControl.NONE,
                        Runnable::run,
                        Runnable::run);
        shell.show();
        assertThat(shell.troubleProperty().get()).isEmpty();

        now = START.plusSeconds(5);
        shell.refresh();

        if (line.isEmpty()) {
            assertThat(shell.troubleProperty().get()).isEmpty();
        } else {
            assertThat(shell.troubleProperty().get()).startsWith(line);
        }
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
