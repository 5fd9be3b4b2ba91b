package org.cytovigil.ui.panel;

import java.util.List;
import javafx.scene.layout.Region;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.keys.Command;

/** What stands at the side of a screen while somebody charts or decides something. FX thread. */
public interface Panel {
    /** What is seen; always the same. */
    Region node();

    /** What it does on keys of its own; the help lists them. */
    default List<Command> keys() {
        return List.of();
    }

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
