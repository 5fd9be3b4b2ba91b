package org.cytovigil.ui.trend;

import java.util.stream.Collectors;
import org.cytovigil.clinical.Observation;
import org.cytovigil.grading.Wording;

/** A value as it was charted, with its unit, whether it can be so or not. */
final class MarkWords {
    private MarkWords() {}

    /** "temperature 394.0 °C", "CRP 152 mg/L", "norepinephrine 8 ug/min". */
    static String of(Observation observation) {
        return switch (observation) {
            case Observation.LaboratoryResult l ->
                    l.analyte().label()
                            + " "
                            + LaboratoryReadout.number(l.value())
                            + " "
                            + LaboratoryReadout.unit(l.analyte());
            case Observation.NeurologicalExamination n -> NeurologyScore.words(n);
            case Observation.OxygenDevice d -> Wording.oxygen(d.support());
            case Observation.VasopressorCharted v -> Wording.infusion(v.infusion());
            case Observation.VasopressorList l ->
                    l.infusions().stream().map(Wording::infusion).collect(Collectors.joining(", "));
            default -> FactValues.named(observation);
        };
    }
}
