package org.cytovigil.ui.admission;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** Those who were discharged, or admitted by mistake. FX thread. */
final class LeftPanel implements Panel {
    private final LeftViewModel model;
    private final ListView<LeftViewModel.Left> list;
    private final VBox node;

    LeftPanel(LeftViewModel model, Runnable close) {
        this.model = model;
        list = new ListView<>(model.left());
        list.setAccessibleText(Texts.of("admission.left.title"));
        list.setPlaceholder(FormNodes.label(Texts.of("admission.left.none"), "admission-note"));
        list.setCellFactory(view -> new LeftCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now == null
                                    || before == null
                                    || !now.stay().equals(before.stay())) {
                                model.choose(now == null ? null : now.stay());
                            }
                        });
        list.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        model.comeBack();
                        event.consume();
                    }
                });
        Button back = FormNodes.button(model::comeBack);
        back.textProperty().bind(model.buttonProperty());
        back.disableProperty().bind(model.barredProperty().isNotEmpty().or(model.busyProperty()));
        back.setDefaultButton(true);
        Node bed = FormNodes.field("admission.left.bed", model.bed());
        bed.visibleProperty().bind(model.beddedProperty());
        bed.managedProperty().bind(bed.visibleProperty());
        Node reason = FormNodes.field("admission.uncancel.reason", model.reason());
        reason.visibleProperty().bind(model.reasonedProperty());
        reason.managedProperty().bind(reason.visibleProperty());
        node =
                new VBox(
                        FormNodes.head(
                                new SimpleStringProperty(Texts.of("admission.left.title")),
                                this,
                                close),
                        FormNodes.label(Texts.of("admission.left.note"), "admission-note"),
                        list,
                        bed,
                        reason,
                        FormNodes.place(back, model.barredProperty()),
                        FormNodes.said(model.saidProperty(), "admission-said"));
    }

    private static final class LeftCell extends ListCell<LeftViewModel.Left> {
        @Override
        protected void updateItem(LeftViewModel.@Nullable Left left, boolean empty) {
            super.updateItem(left, empty);
            setText(empty || left == null ? "" : left.words());
        }
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void focus() {
        list.requestFocus();
        if (!list.getItems().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    @Override
    public void show(UnitSnapshot unit) {
        model.show(unit);
    }

    @Override
    public boolean leave() {
        return model.mayLeave();
    }

    @Override
    public void gone() {
        model.gone();
    }
}
