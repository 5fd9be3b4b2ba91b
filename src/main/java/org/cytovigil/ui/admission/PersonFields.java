package org.cytovigil.ui.admission;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.cytovigil.ui.theme.Texts;

/** The fields of who a patient is. */
final class PersonFields {
    private final Node named;
    private final Node number;
    private final Node age;
    private final Node baseline;

    PersonFields(PersonForm form) {
        TextField name = FormNodes.hinted("admission.name", form.name(), "admission.name.hint");
        named = FormNodes.field("admission.name", form.name(), name);
        number = FormNodes.field("admission.number", form.number());
        age =
                FormNodes.field(
                        "admission.age",
                        form.age(),
                        FormNodes.hinted("admission.age", form.age(), "admission.age.hint"));
        ComboBox<HomeOxygen> device =
                new ComboBox<>(FXCollections.observableArrayList(HomeOxygen.values()));
        if (form.oxygenProperty().get() != HomeOxygen.OTHER) {
            // Nobody can choose what only a sender can tell.
            device.getItems().remove(HomeOxygen.OTHER);
        }
        device.valueProperty().bindBidirectional(form.oxygenProperty());
        device.setAccessibleText(Texts.of("admission.oxygen"));
        device.setMaxWidth(Double.MAX_VALUE);
        VBox flow =
                FormNodes.field(
                        "admission.flow",
                        form.flow(),
                        FormNodes.hinted("admission.flow", form.flow(), "admission.flow.hint"));
        flow.disableProperty().bind(form.oxygenProperty().isNotEqualTo(HomeOxygen.CANNULA));
        VBox devices =
                new VBox(FormNodes.label(Texts.of("admission.oxygen"), "admission-name"), device);
        devices.getStyleClass().add("admission-field");
        baseline =
                FormNodes.column(
                        FormNodes.row(devices, flow),
                        FormNodes.field(
                                "admission.systolic",
                                form.systolic(),
                                FormNodes.hinted(
                                        "admission.systolic",
                                        form.systolic(),
                                        "admission.systolic.hint")));
    }

    Node name() {
        return named;
    }

    Node number() {
        return number;
    }

    Node age() {
        return age;
    }

    Node baseline() {
        return baseline;
    }
}
