package org.cytovigil.ui.board;

import java.util.function.Consumer;
import javafx.scene.layout.BorderPane;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.theme.Flash;
import org.cytovigil.ui.theme.Theme;

/** A page of the unit as tiles and nothing but tiles, for a second window. FX thread. */
public final class BoardWall extends BorderPane {
    private final BoardView tiles;

    /**
     * @param flash the beat of the main window: alarms flash together in both
     * @param open called with the stay whose tile was chosen
     */
    public BoardWall(BoardPage page, Flash flash, Consumer<StayId> open) {
        tiles = new BoardView(page, flash, open);
        setCenter(tiles);
        setBottom(new PagesLine(page));
    }

    /** Changes the colours. */
    public void setTheme(Theme colours) {
        tiles.setTheme(colours);
    }

    /**
     * Changes the size of the text of tiles.
     *
     * @param factor 1 for the usual one
     */
    public void setText(double factor) {
        tiles.setText(factor);
    }

    /** Gives the keyboard to the first tile. */
    public void focus() {
        tiles.focusOn(null);
    }

    /** Lets go of what is shared with the main window; it is not used afterwards. */
    // [impl->req~ui.no-leaks~1]
    public void dispose() {
        tiles.dispose();
    }
}
