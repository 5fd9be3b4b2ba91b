package org.cytovigil.ui.shell;

import javafx.scene.control.Label;

/**
 * Says across the whole screen, under the alarm strip, what is wrong with the monitor or the store;
 * not there while nothing is. FX thread.
 */
// [impl->req~ui.trouble~1]
final class TroubleBand extends Label {
    TroubleBand(ShellViewModel model) {
        getStyleClass().add("trouble");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(USE_PREF_SIZE);
        textProperty().bind(model.troubleProperty());
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
