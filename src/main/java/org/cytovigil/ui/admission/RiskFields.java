package org.cytovigil.ui.admission;

import java.util.List;
import javafx.scene.Node;
import org.cytovigil.clinical.RiskFactor;
import org.cytovigil.ui.bedside.RiskWords;
import org.cytovigil.ui.theme.Texts;

/** The fields of the risk factors. */
final class RiskFields {
    /** What is usual; anything else can be typed. */
    private static final List<String> REGIMENS =
            List.of("fludarabine + cyclophosphamide", "bendamustine", "none");

    private RiskFields() {}

    static Node of(RiskForm form) {
        return FormNodes.column(
                FormNodes.row(
                        FormNodes.field(
                                "risk.field.dose",
                                form.dose(),
                                FormNodes.hinted(
                                        "risk.field.dose", form.dose(), "risk.field.dose.hint")),
                        FormNodes.picked(
                                "risk.field.per",
                                form.perProperty(),
                                List.of(CountedIn.values()),
                                CountedIn::words)),
                FormNodes.row(
                        FormNodes.field(
                                "risk.field.burden",
                                form.measure(),
                                FormNodes.hinted(
                                        "risk.field.burden",
                                        form.measure(),
                                        "risk.field.burden.hint")),
                        judged("burden", form)),
                FormNodes.row(
                        FormNodes.field(
                                "risk.field.depletion",
                                form.regimen(),
                                FormNodes.choice("risk.field.depletion", form.regimen(), REGIMENS)),
                        judged("depletion", form)),
                FormNodes.row(
                        FormNodes.field("risk.field.platelets", form.platelets()),
                        FormNodes.field("risk.field.ferritin", form.ferritin())),
                FormNodes.label(Texts.of("risk.field.baselines"), "admission-note"));
    }

    private static Node judged(String of, RiskForm form) {
        return FormNodes.picked(
                "risk.field.judged." + of,
                of.equals("burden") ? form.burdenProperty() : form.depletionProperty(),
                List.of(RiskFactor.Judged.values()),
                judged -> RiskWords.judged(of, judged));
    }
}
