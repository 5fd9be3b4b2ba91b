package org.cytovigil.ui.theme;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A cell as wide as its list, whose content is made once and filled again and again. FX thread. */
public abstract class LineCell<T> extends ListCell<T> {
    private final Node content;

    protected LineCell(Node content) {
        this.content = content;
    }

    @Override
    protected final void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // Its own wish would widen the list past its edge.
        setPrefWidth(0);
        // A cell that was cleared holds nothing, whatever the library's types promise.
        @Nullable T shown = empty ? null : item;
        setGraphic(shown == null ? null : content);
        setAccessibleText(shown == null ? "" : fill(shown));
        decorate(shown);
    }

    /** Fills the content, and says it in words. */
    protected abstract String fill(T item);

    /** Marks the cell; called with {@code null} when it holds nothing. */
    protected void decorate(@Nullable T item) {}
}
