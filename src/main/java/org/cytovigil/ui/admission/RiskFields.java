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
                FormNodes.noted(
                        FormNodes.row(
                                hinted("dose", form.dose()),
                                FormNodes.picked(
                                        "risk.field.per",
                                        form.perProperty(),
                                        List.of(CountedIn.values()),
                                        CountedIn::words)),
                        form.dose()),
                FormNodes.noted(
                        FormNodes.row(
                                hinted("burden", form.measure()),
                                FormNodes.picked(
                                        "risk.field.judged.burden",
                                        form.burdenProperty(),
                                        List.of(RiskFactor.Judged.values()),
                                        judged -> RiskWords.judged("burden", judged))),
                        form.measure()),
                FormNodes.noted(
                        FormNodes.row(
                                FormNodes.named(
                                        "risk.field.depletion",
                                        FormNodes.choice(
                                                "risk.field.depletion", form.regimen(), REGIMENS)),
                                FormNodes.picked(
                                        "risk.field.judged.depletion",
                                        form.depletionProperty(),
                                        List.of(RiskFactor.Judged.values()),
                                        judged -> RiskWords.judged("depletion", judged))),
                        form.regimen()),
                FormNodes.noted(
                        FormNodes.row(
                                plain("risk.field.platelets", form.platelets()),
                                plain("risk.field.ferritin", form.ferritin())),
                        form.platelets(),
                        form.ferritin()),
                FormNodes.label(Texts.of("risk.field.baselines"), "admission-note"));
    }

    private static Node hinted(String field, TypedField typed) {
        String key = "risk.field." + field;
        return FormNodes.named(key, FormNodes.hinted(key, typed, key + ".hint"));
    }

    private static Node plain(String key, TypedField typed) {
        return FormNodes.named(key, FormNodes.input(key, typed));
    }
}
