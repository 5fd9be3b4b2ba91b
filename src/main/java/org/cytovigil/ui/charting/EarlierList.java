package org.cytovigil.ui.charting;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cytovigil.ui.panel.PanelNodes;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** What was charted before, below the form. FX thread. */
final class EarlierList extends VBox {
    EarlierList(EarlierFacts facts) {
        getStyleClass().add("charting-earlier");
        ListView<EarlierFacts.Row> list = new ListView<>(facts.rows());
        list.setAccessibleText(Texts.of("charting.earlier"));
        list.setCellFactory(view -> new RowCell());
        Label none = PanelNodes.label("", "muted");
        none.textProperty().bind(facts.saidProperty());
        none.visibleProperty().bind(Bindings.isEmpty(facts.rows()));
        none.managedProperty().bind(none.visibleProperty());
        list.visibleProperty().bind(none.visibleProperty().not());
        list.managedProperty().bind(list.visibleProperty());
        list.setMinHeight(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        Label heading = PanelNodes.label(Texts.of("charting.earlier"), "charting-heading");
        getChildren().addAll(heading, none, list);
    }

    /** Long words go on in a second line, never beyond the edge. */
    private static final class RowCell extends ListCell<EarlierFacts.Row> {
        private final Label when = PanelNodes.label("", "charting-last");
        private final Label words = PanelNodes.label("", "charting-stands");
        private final VBox both = new VBox(when, words);

        RowCell() {
            setPrefWidth(0);
            both.prefWidthProperty().bind(widthProperty().subtract(24));
        }

        @Override
        protected void updateItem(EarlierFacts.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            boolean none = empty || row == null;
            when.setText(row == null ? "" : row.when());
            words.setText(row == null ? "" : row.words());
            setGraphic(none ? null : both);
            setAccessibleText(row == null ? "" : row.words() + ", " + row.when());
        }
    }
}
