package org.cytovigil.ui.panel;

import javafx.scene.layout.Region;
import org.cytovigil.monitor.UnitSnapshot;

/** What stands at the side of a screen while somebody charts or decides something. FX thread. */
public interface Panel {
    /** What is seen; always the same. */
    Region node();

    /** Gives the keyboard to where typing begins. */
    void focus();

    /** Follows the unit; called with each snapshot while the panel is open. */
    void show(UnitSnapshot unit);

    /**
     * Somebody wants to close the panel.
     *
     * @return whether it may go; when not, it has said why, and asks
     */
    boolean leave();

    /** It is closed for good: nobody sees any more what it says. Nothing to do for most. */
    default void gone() {}
}
