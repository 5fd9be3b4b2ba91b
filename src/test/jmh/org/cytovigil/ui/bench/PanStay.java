package org.cytovigil.ui.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.Heartbeat;

/**
 * The bedside of a stay of fourteen days with a full set of vital signs a minute, moved along its
 * time axis in every frame: six hours, a day and the whole stay in sight.
 */
final class PanStay {
    private static final Duration LENGTH = Duration.ofDays(14);
    private static final StayId STAY = new StayId("one");
    private static final long MEASURED_MILLIS = 8_000;

    private final BenchWindow window = new BenchWindow();
    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private int frames;

    void run() throws InterruptedException {
        Instant now = window.clock.instant();
        LongStay.chart(window, STAY, 1, now.minus(LENGTH), now);
        window.session.beat();
        window.open();
        try (Heartbeat heart = new Heartbeat("monitor", BenchWindow.BEAT, window.session::beat)) {
            Thread.sleep(1_000);
            BenchWindow.onScreen(() -> window.model.openBedside(STAY));
            for (KeyCode stretch : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT4)) {
                BenchWindow.onScreen(() -> window.press(stretch));
                window.setAfterRefresh(this::move);
                window.measure(true);
                Thread.sleep(MEASURED_MILLIS / 2);
                tell(stretch);
                window.measure(false);
            }
        }
    }

    private void move() {
        frames++;
        window.press(frames % 2 == 0 ? KeyCode.LEFT : KeyCode.RIGHT);
    }

    private void tell(KeyCode stretch) throws InterruptedException {
        int before = frames;
        long cpu = system.getProcessCpuTime();
        long bytes = threads.getTotalThreadAllocatedBytes();
        long begin = System.nanoTime();
        Thread.sleep(MEASURED_MILLIS);
        double count = frames - before;
        ScreenBench.say(
                "%s: %5.1f frames a second, %.2f ms of processor and %,.0f bytes a frame",
                switch (stretch) {
                    case DIGIT1 -> "six hours";
                    case DIGIT2 -> "a day";
                    default -> "the whole stay";
                },
                count / ((System.nanoTime() - begin) / 1e9),
                (system.getProcessCpuTime() - cpu) / 1e6 / count,
                (threads.getTotalThreadAllocatedBytes() - bytes) / count);
    }
}
