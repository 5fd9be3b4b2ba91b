package org.cytovigil.ui.panel;

import javafx.beans.value.ObservableValue;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** The words and buttons that panels are made of: whole words, never cut. FX thread. */
public final class PanelNodes {
    private PanelNodes() {}

    /** Words that go on in as many lines as they need. */
    public static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Words that change, and take no place while there are none. */
    public static Label said(ObservableValue<String> words, String style) {
        Label label = label("", style);
        label.textProperty().bind(words);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    /** A button that says so. */
    public static Button button(String words, Runnable act) {
        Button button = new Button(words);
        button.setOnAction(event -> act.run());
        button.setWrapText(true);
        return button;
    }

    /** Tab leaves it as it leaves every field; a tab within a text would be seen by nobody. */
    public static void leaveByTab(TextArea area) {
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.TAB) {
                        event.consume();
                        area.requestFocusTraversal(
                                event.isShiftDown()
                                        ? TraversalDirection.PREVIOUS
                                        : TraversalDirection.NEXT);
                    }
                });
    }
}
