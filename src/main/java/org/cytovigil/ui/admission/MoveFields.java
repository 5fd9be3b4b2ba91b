package org.cytovigil.ui.admission;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cytovigil.ui.theme.Lists;
import org.cytovigil.ui.theme.Texts;

/** The beds, what would be done, and the button that does it. */
final class MoveFields {
    private final MoveViewModel model;
    private final ListView<String> beds = new ListView<>(FXCollections.observableArrayList());
    private final TextField to;
    private final VBox node;

    MoveFields(MoveViewModel model) {
        this.model = model;
        to = FormNodes.hinted("admission.move.to", model.to(), "admission.move.hint");
        to.setOnAction(event -> model.move());
        beds.setAccessibleText(Texts.of("admission.move.beds"));
        beds.setMinHeight(96);
        VBox.setVgrow(beds, Priority.ALWAYS);
        beds.getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, before, now) -> model.choose(now.intValue()));
        beds.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        model.move();
                        event.consume();
                    }
                });
        Label words = FormNodes.label("", "admission-plan");
        words.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> model.planProperty().get().words(), model.planProperty()));
        words.visibleProperty().bind(words.textProperty().isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        Button move = FormNodes.button(model::move);
        move.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> model.planProperty().get().button(), model.planProperty()));
        StringBinding barred =
                Bindings.createStringBinding(
                        () -> model.planProperty().get().barred(), model.planProperty());
        move.disableProperty().bind(barred.isNotEmpty().or(model.busyProperty()));
        Button undo = FormNodes.button(model::undo);
        undo.textProperty().bind(model.undoingProperty());
        undo.visibleProperty().bind(model.undoingProperty().isNotEmpty());
        undo.managedProperty().bind(undo.visibleProperty());
        node =
                FormNodes.column(
                        FormNodes.field("admission.move.to", model.to(), to),
                        beds,
                        words,
                        FormNodes.place(move, barred),
                        FormNodes.said(model.saidProperty(), "admission-said"),
                        undo);
        VBox.setVgrow(node, Priority.ALWAYS);
        show();
    }

    /** Follows the unit. */
    void show() {
        Lists.replace(beds.getItems(), model.beds());
    }

    void focus() {
        to.requestFocus();
    }

    VBox node() {
        return node;
    }
}
