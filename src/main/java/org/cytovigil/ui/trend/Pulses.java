package org.cytovigil.ui.trend;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/** The frames of the screen, by which what moves by itself counts its time. FX thread. */
public interface Pulses {
    /**
     * Calls back with each frame until {@link #stop}; in place of who was called before.
     *
     * @param frame is given the frame's time in nanoseconds, from an origin of its own
     */
    void start(LongConsumer frame);

    /** Calls back no more; nothing happens when nobody is called. */
    void stop();

    /** Those of the toolkit. */
    static Pulses ofToolkit() {
        return new Pulses() {
            private @Nullable AnimationTimer timer;

            @Override
            public void start(LongConsumer frame) {
                stop();
                AnimationTimer fresh =
                        new AnimationTimer() {
                            @Override
                            public void handle(long nanos) {
                                frame.accept(nanos);
                            }
                        };
                timer = fresh;
                fresh.start();
            }

            @Override
            public void stop() {
                if (timer != null) {
                    timer.stop();
                    timer = null;
                }
            }
        };
    }
}
