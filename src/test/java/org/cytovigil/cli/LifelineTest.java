package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~alarm.monitor-off~1]
class LifelineTest {
    private static final Instant WATCHED = Instant.parse("2026-03-01T14:02:05Z");

    @TempDir Path folder;

    @Test
    void theNextProgramKnowsWhenTheLastOneWatched() {
        Path store = folder.resolve("unit.db");
        assertThat(new Lifeline(store).last()).isEmpty();

        new Lifeline(store).touch(WATCHED.minusSeconds(2));
        new Lifeline(store).touch(WATCHED);

        assertThat(new Lifeline(store).last()).contains(WATCHED);
    }

    @Test
    @Timeout(20)
    void itIsKeptForAsLongAsSomebodyWatches() {
        Path store = folder.resolve("unit.db");
        try (Lifeline watching = new Lifeline(store).start(() -> WATCHED)) {
            while (new Lifeline(store).last().filter(WATCHED::equals).isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(watching.last()).contains(WATCHED);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToStopsNothing() {
        Lifeline lifeline = new Lifeline(folder.resolve("gone").resolve("unit.db"));
        lifeline.touch(WATCHED);
        assertThat(lifeline.last()).isEmpty();
        assertThat(Files.exists(folder.resolve("gone"))).isFalse();
    }
}
