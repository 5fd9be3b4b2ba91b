package org.cytovigil.ui.theme;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
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

    /** A text of the cell; one that wraps is never cut, one that does not is as wide as it is. */
    protected static Label label(String style, boolean wraps) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(wraps);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (!wraps) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        return label;
    }

    /** Parts of the cell side by side. */
    protected static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("line-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Texts of the cell one above the other, as wide as there is room. */
    protected static VBox column(Node... nodes) {
        VBox column = new VBox(nodes);
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    /** Fills the content, and says it in words. */
    protected abstract String fill(T item);

    /** Marks the cell; called with {@code null} when it holds nothing. */
    protected void decorate(@Nullable T item) {}
}
