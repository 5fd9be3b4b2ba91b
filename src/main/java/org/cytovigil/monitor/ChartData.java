package org.cytovigil.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;

/**
 * What charts of one stay draw; immutable.
 *
 * @param series measured values by parameter
 * @param laboratory results by analyte, in the unit of the analyte
 * @param pressures when blood pressure was measured, by what measured it: of each the mean, else
 *     the part that was charted
 * @param oxygen the oxygen devices and settings, each holding until the next
 * @param vasopressors by drug, the doses, each holding until the next
 * @param examinations the neurological examinations, oldest first
 * @param events boluses, treatments, attributions, outcome
 * @param risks risk factors, and the results that may be baselines; read by {@link RiskFactors}
 */
public record ChartData(
        Map<Parameter, Series> series,
        Map<Analyte, Series> laboratory,
        Map<PressureSource, Series> pressures,
        List<OxygenStep> oxygen,
        Map<Vasopressor, List<DoseStep>> vasopressors,
        List<Examined> examinations,
        List<TimedFact> events,
        List<TimedFact> risks) {

    /** Nothing at all. */
    public static final ChartData EMPTY =
            new ChartData(
                    Map.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of(), List.of(),
                    List.of());

    /**
     * The oxygen support in use from a moment on.
     *
     * @param by who or what says so, or empty
     */
    public record OxygenStep(Instant at, OxygenSupport support, String by) {}

    /**
     * A drug as charted from a moment on; a stop has dose 0.
     *
     * @param by who or what says so, or empty
     */
    public record DoseStep(Instant at, VasopressorInfusion infusion, String by) {}

    /**
     * A neurological examination, without scores that cannot be.
     *
     * @param by who or what says so, or empty
     */
    public record Examined(Instant at, NeurologicalExamination examination, String by) {}

    /** The series of a parameter; empty when nothing was measured. */
    public Series of(Parameter parameter) {
        return series.getOrDefault(parameter, Series.EMPTY);
    }

    /** The results of an analyte; empty when none came. */
    public Series of(Analyte analyte) {
        return laboratory.getOrDefault(analyte, Series.EMPTY);
    }

    /** When blood pressure was measured by that; empty when it never was. */
    public Series of(PressureSource source) {
        return pressures.getOrDefault(source, Series.EMPTY);
    }
}
