package org.cytovigil.ui.sound;

import java.time.Duration;

/** Switches sound and says how it is with it. Safe for several threads; nothing waits. */
public interface SoundControl {
    /** There is no sound and it cannot be switched on, as in pictures. */
    SoundControl NONE =
            new SoundControl() {
                @Override
                public State state() {
                    return State.OFF;
                }

                @Override
                public void toggle() {}

                @Override
                public void togglePause() {}
            };

    /**
     * How it is with sound.
     *
     * @param on whether somebody switched it on
     * @param pauseLeft how long it is still paused; zero when it is not
     * @param fault why nothing can be heard although it is on; empty when it can
     */
    record State(boolean on, Duration pauseLeft, String fault) {
        static final State OFF = new State(false, Duration.ZERO, "");
    }

    /** How it is now, or was a tenth of a second ago. */
    State state();

    /** Switches sound on, with a test burst, or off. */
    void toggle();

    /**
     * Pauses what sounds for two minutes, or ends the pause; nothing happens while sound is off.
     */
    void togglePause();
}
