package org.cytovigil.ui.sound;

/** Remembers for the next start whether sound is on at this workstation. */
public interface SoundChoice {
    /** Sound is off at every start. */
    SoundChoice NONE =
            new SoundChoice() {
                @Override
                public boolean on() {
                    return false;
                }

                @Override
                public void choose(boolean on) {}
            };

    /** Whether it was on when somebody chose last; false when nobody ever did. */
    boolean on();

    /** Somebody switched it on or off. It does not wait. */
    void choose(boolean on);
}
