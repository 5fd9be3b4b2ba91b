package org.cytovigil.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.cytovigil.grading.AlarmPriority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

// [utest->req~ui.alarm-flash~1]
@ExtendWith(ApplicationExtension.class)
class FlashTest {
    @Test
    void aWaitingAlarmGoesDarkAndLightsAgainAndIsSteadyOnceAnswered() throws InterruptedException {
        List<Boolean> changes = new CopyOnWriteArrayList<>();
        CountDownLatch twoChanges = new CountDownLatch(2);
        Flash flash = new Flash();
        Platform.runLater(
                () -> {
                    flash.lit(AlarmPriority.HIGH)
                            .addListener(
                                    (property, before, now) -> {
                                        changes.add(now);
                                        twoChanges.countDown();
                                    });
                    flash.setFlashing(AlarmPriority.HIGH, true);
                });
        assertThat(twoChanges.await(20, TimeUnit.SECONDS)).isTrue();

        CountDownLatch stopped = new CountDownLatch(1);
        Platform.runLater(
                () -> {
                    flash.setFlashing(AlarmPriority.HIGH, false);
                    stopped.countDown();
                });
        assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(changes.subList(0, 2)).containsExactly(false, true);
        assertThat(flash.lit(AlarmPriority.HIGH).get()).as("steady once answered").isTrue();
    }

    @Test
    void lowPriorityNeverFlashes() {
        Flash flash = new Flash();

        flash.setFlashing(AlarmPriority.LOW, true);

        assertThat(flash.lit(AlarmPriority.LOW).get()).isTrue();
    }
}
