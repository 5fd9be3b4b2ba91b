package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.monitor.Heartbeat;
import org.cytovigil.monitor.SystemClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The FX thread itself stands still for some seconds, by the clock of the program. */
// [utest->req~ui.watchdog~1]
@ExtendWith(ApplicationExtension.class)
class FrozenScreenTest {
    private final CompletableFuture<String> sign = new CompletableFuture<>();
    private final CompletableFuture<Boolean> hidden = new CompletableFuture<>();
    private final CompletableFuture<String> found = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ScreenWatch watch =
            new ScreenWatch(
                    new SystemClock(),
                    ZoneOffset.UTC,
                    new ScreenWatch.Sign() {
                        @Override
                        public void show(String words) {
                            sign.complete(words);
                        }

                        @Override
                        public void hide() {
                            hidden.complete(true);
                        }
                    },
                    (kind, level, cause) -> {
                        if (level > 0) {
                            found.complete(kind + " " + cause);
                        }
                    });

    private void live() {
        watch.pulse();
        if (!over.get()) {
            Platform.runLater(this::live);
        }
    }

    private static void stand(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void isSeenWithinFiveSecondsAndSaidWhenItLivesAgain() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        Platform.runLater(this::live);
        Heartbeat looking = new Heartbeat("look", Duration.ofMillis(250), watch::look);
        try {
            Platform.runLater(() -> stand(released));

            assertThat(sign.get(5, TimeUnit.SECONDS)).startsWith("Screen frozen since ");
            assertThat(hidden).isNotDone();

            released.countDown();
            assertThat(hidden.get(5, TimeUnit.SECONDS)).isTrue();
            assertThat(found.get(5, TimeUnit.SECONDS))
                    .startsWith(AlarmKind.SCREEN_FROZEN + " the screen stood still ");
        } finally {
            released.countDown();
            over.set(true);
            looking.close();
        }
    }
}
