package org.cytovigil.ui.board;

import javafx.scene.control.Label;

/** Under the tiles: what the pages out of sight hold; not there while there is one page. */
final class PagesLine extends Label {
    PagesLine(BoardPage page) {
        getStyleClass().add("board-pages");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        textProperty().bind(page.otherPagesProperty());
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
