package org.cytovigil.ui.admission;

import javafx.scene.Node;
import org.cytovigil.clinical.Infusion;

/** The fields of an infusion. */
final class InfusionFields {
    private InfusionFields() {}

    static Node of(InfusionForm form) {
        return FormNodes.row(
                FormNodes.field(
                        "admission.product",
                        form.product(),
                        FormNodes.choice("admission.product", form.product(), Infusion.PRODUCTS)),
                FormNodes.field(
                        "admission.infusion",
                        form.time(),
                        FormNodes.hinted(
                                "admission.infusion", form.time(), "admission.infusion.hint")));
    }
}
