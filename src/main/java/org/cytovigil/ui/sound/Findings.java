package org.cytovigil.ui.sound;

import org.cytovigil.alarm.AlarmKind;

/** Where the screen says what it found out about itself; it becomes an alarm of the unit. */
@FunctionalInterface
public interface Findings {
    /**
     * How it is from now on. Called on any thread; it does not wait.
     *
     * @param kind one of {@link AlarmKind#OF_THE_UNIT}
     * @param level how grave it is; 0 when it is over
     * @param cause in words; empty when it is over
     */
    void find(AlarmKind kind, int level, String cause);
}
