package org.cytovigil.ui.sound;

import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.cytovigil.ui.theme.Texts;

/** How it is with sound, in the words of the strip. FX thread, or one thread in tests. */
// [impl->req~ui.alarm-sound~1]
public final class SoundViewModel {
    private static final int MINUTE = 60;

    private final SoundControl control;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper pauseWords = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(false);

    public SoundViewModel(SoundControl control) {
        this.control = control;
        pulse();
    }

    /** Looks how it is; called once a frame. */
    public void pulse() {
        SoundControl.State state = control.state();
        on.set(state.on());
        fault.set(state.fault());
        if (!state.on()) {
            words.set(Texts.of("sound.off"));
        } else {
            words.set(Texts.of(state.fault().isEmpty() ? "sound.on" : "sound.fault"));
        }
        // Rounded up: it shows 0:00 only when it is over.
        long left = (state.pauseLeft().toMillis() + 999) / 1_000;
        pauseWords.set(
                left == 0
                        ? Texts.of("sound.pause")
                        : Texts.of(
                                "sound.paused",
                                Long.toString(left / MINUTE),
                                String.format(Locale.ROOT, "%02d", left % MINUTE)));
    }

    /** Switches sound on or off. */
    public void toggle() {
        control.toggle();
    }

    /** Pauses sound, or ends the pause. */
    public void togglePause() {
        control.togglePause();
    }

    /** Whether sound is on or off, with the key that switches it. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** The pause, with its countdown while it lasts. */
    public ReadOnlyStringProperty pauseWordsProperty() {
        return pauseWords.getReadOnlyProperty();
    }

    /** Why nothing can be heard although it is on; empty when it can. */
    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }
}
