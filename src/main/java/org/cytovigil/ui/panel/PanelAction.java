package org.cytovigil.ui.panel;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.input.KeyCombination;
import org.cytovigil.clinical.StayId;

/**
 * Something a person can do, with its key and the panel in which it is done.
 *
 * @param text what the button says
 * @param keys what opens it too; shown on the button
 * @param place on which screens it stands
 * @param barred why it cannot be done in this unit; empty when it can
 * @param open makes the panel: for the patient at the bedside, empty on the board; and what closes
 *     it when all is done. Empty when there is nothing to be done
 */
public record PanelAction(
        String text,
        KeyCombination keys,
        Place place,
        String barred,
        BiFunction<Optional<StayId>, Runnable, Optional<Panel>> open) {
    /** Where an action stands. */
    public enum Place {
        BOARD,
        BEDSIDE,
        BOTH
    }

    boolean standsOn(Place screen) {
        return place == Place.BOTH || place == screen;
    }
}
