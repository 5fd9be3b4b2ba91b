package org.cytovigil.ui.board;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.theme.Flash;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/** The unit as tiles or as a table of the same cards. FX thread. */
public final class BoardScreen extends BorderPane {
    private final BoardViewModel model;
    private final Flash flash;
    private final Consumer<StayId> open;
    private final BoardView tiles;
    private final StackPane middle = new StackPane();
    private @Nullable BoardTable table;
    private Consumer<String> admit = bed -> {};
    private Theme theme = Theme.NIGHT;

    /**
     * @param open called with the stay whose tile or row was chosen
     */
    public BoardScreen(BoardViewModel model, Flash flash, Consumer<StayId> open) {
        this.model = model;
        this.flash = flash;
        this.open = open;
        tiles = new BoardView(model.page(), flash, open);
        tiles.setOnEmpty(bed -> admit.accept(bed));
        middle.getChildren().add(tiles);
        setCenter(middle);
        setBottom(new PagesLine(model.page()));
        model.tableProperty().addListener((property, before, now) -> showTable(now));
        showTable(model.tableProperty().get());
    }

    private void showTable(boolean now) {
        StayId stay = focused();
        tiles.setVisible(!now);
        if (now) {
            BoardTable shown = table;
            if (shown == null) {
                // Made when it is first wanted: most windows never show it.
                shown = new BoardTable(model, flash, open, bed -> admit.accept(bed));
                shown.setTheme(theme);
                table = shown;
                middle.getChildren().add(shown);
            }
            shown.setVisible(true);
            shown.setShown(true);
        } else if (table != null) {
            table.setVisible(false);
            table.setShown(false);
        }
        if (getScene() != null) {
            focusOn(stay);
        }
    }

    /** Changes the colours. */
    public void setTheme(Theme colours) {
        theme = colours;
        tiles.setTheme(colours);
        if (table != null) {
            table.setTheme(colours);
        }
    }

    /**
     * Changes the size of the text of tiles; the table takes it from the style.
     *
     * @param factor 1 for the usual one
     */
    public void setText(double factor) {
        tiles.setText(factor);
    }

    /** What it does on keys of its own; the help lists them. */
    public List<Command> keys() {
        return table != null && table.isVisible() ? table.keys() : tiles.keys();
    }

    /** Gives the keyboard to the tile or row of a stay, or to the first. */
    public void focusOn(@Nullable StayId stay) {
        if (table != null && table.isVisible()) {
            table.focusOn(stay);
        } else {
            tiles.focusOn(stay);
        }
    }

    /**
     * Lets tiles be dragged.
     *
     * @param proposal called with whom was dropped and the bed under the pointer, empty for none;
     *     nobody is moved by that
     */
    public void setOnDropped(BiConsumer<StayId, String> proposal) {
        tiles.setOnDropped(proposal);
    }

    /** Called with the empty bed that was chosen, to admit somebody there. */
    public void setOnEmpty(Consumer<String> admission) {
        admit = admission;
    }

    /** Whose tile or row has the keyboard; {@code null} for nobody's. */
    public @Nullable StayId focused() {
        return table != null && table.isVisible() ? table.focused() : tiles.focused();
    }
}
