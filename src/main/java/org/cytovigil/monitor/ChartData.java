package org.cytovigil.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;

/**
 * What charts of one stay draw; immutable.
 *
 * @param series measured values by parameter
 * @param oxygen the oxygen devices and settings, each holding until the next
 * @param vasopressors by drug, the doses, each holding until the next
 * @param events boluses, treatments, attributions, outcome
 * @param risks risk factors, and the results that may be baselines; read by {@link RiskFactors}
 */
public record ChartData(
        Map<Parameter, Series> series,
        List<OxygenStep> oxygen,
        Map<Vasopressor, List<DoseStep>> vasopressors,
        List<TimedFact> events,
        List<TimedFact> risks) {

    /** The oxygen support in use from a moment on. */
    public record OxygenStep(Instant at, OxygenSupport support) {}

    /** A drug as charted from a moment on; a stop has dose 0. */
    public record DoseStep(Instant at, VasopressorInfusion infusion) {}

    /** The series of a parameter; empty when nothing was measured. */
    public Series of(Parameter parameter) {
        return series.getOrDefault(parameter, Series.EMPTY);
    }
}
