package org.cytovigil.ui.admission;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.theme.Texts;

/** The form of an admission. FX thread. */
final class AdmitPanel implements Panel {
    private final AdmitViewModel model;
    private final VBox node;
    private final ComboBox<String> bed;

    AdmitPanel(AdmitViewModel model, Runnable close) {
        this.model = model;
        bed = FormNodes.choice("admission.field.bed", model.bed(), model.freeBeds());
        PersonFields person = new PersonFields(model.person());
        TextField weight = FormNodes.input("admission.weight", model.weight());
        VBox fields =
                FormNodes.column(
                        FormNodes.row(
                                FormNodes.field("admission.field.bed", model.bed(), bed),
                                person.number()),
                        person.name(),
                        FormNodes.row(
                                person.age(),
                                FormNodes.field("admission.weight", model.weight(), weight)),
                        InfusionFields.of(model.infusion()),
                        person.baseline(),
                        FormNodes.label(Texts.of("risk.heading"), "admission-title"),
                        FormNodes.label(Texts.of("risk.note"), "admission-note"),
                        FormNodes.field("admission.height", model.height()),
                        RiskFields.of(model.risks()));
        ScrollPane scroll = FormNodes.scrolled(fields);
        Button admit = FormNodes.button(model::admit);
        admit.setDefaultButton(true);
        admit.textProperty()
                .bind(
                        Bindings.when(model.askingProperty())
                                .then(Texts.of("admission.admit.anyway"))
                                .otherwise(Texts.of("admission.admit.do")));
        admit.disableProperty().bind(model.busyProperty());
        node =
                new VBox(
                        FormNodes.head(
                                new SimpleStringProperty(Texts.of("admission.admit.title")),
                                this,
                                close),
                        scroll,
                        FormNodes.said(model.saidProperty(), "admission-said"),
                        admit);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void focus() {
        // What a scroll pane holds can have the keyboard only once its skin is there.
        node.applyCss();
        bed.requestFocus();
    }

    @Override
    public void show(UnitSnapshot unit) {
        model.show(unit);
    }

    /** What was typed is lost only when somebody closes twice. */
    @Override
    public boolean leave() {
        return model.mayLeave();
    }

    @Override
    public void gone() {
        model.gone();
    }
}
