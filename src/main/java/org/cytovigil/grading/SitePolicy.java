package org.cytovigil.grading;

import java.time.Duration;
import org.cytovigil.clinical.Temperature;

/**
 * What a site decides where the criteria are silent. The defaults are those of the policy page; the
 * version is kept with every assessment.
 *
 * @param version names this set of decisions
 * @param feverFrom the lowest temperature that is fever (ASTCT 2019: 38.0 °C)
 * @param temperatureFreshFor how long a temperature stands for the present
 * @param pressureFreshFor how long a blood pressure stands for the present
 * @param saturationFreshFor how long a saturation stands for the present
 * @param oxygenFreshFor how long a charted oxygen device stands for the present
 * @param infusionConfirmedFor how long a running vasopressor needs no new charting; longer is
 *     flagged, never stopped
 * @param bolusCountsFor how long a fluid bolus counts as hypotension
 * @param bolusesCountedFor the span in which two boluses are "multiple" (Penn)
 * @param highDoseAfter how long a high dose must run without a break to count (Lee 2014, table 4)
 * @param episodeClosesAfter how long every charted set must be clear for an episode to close
 * @param inotropesCount whether dobutamine and milrinone count as vasopressors
 * @param lowFlowHighFlowCannulaIsLowFlow whether a high-flow cannula at 6 L/min or less is graded
 *     by its flow (ASTCT 2019)
 * @param positivePressureMaskGrade what CPAP and BiPAP are on Lee 2014, CARTOX and Review, whose
 *     texts do not settle it
 */
public record SitePolicy(
        String version,
        Temperature feverFrom,
        Duration temperatureFreshFor,
        Duration pressureFreshFor,
        Duration saturationFreshFor,
        Duration oxygenFreshFor,
        Duration infusionConfirmedFor,
        Duration bolusCountsFor,
        Duration bolusesCountedFor,
        Duration highDoseAfter,
        Duration episodeClosesAfter,
        boolean inotropesCount,
        boolean lowFlowHighFlowCannulaIsLowFlow,
        int positivePressureMaskGrade) {

    /** The defaults of the policy page. */
    public static final SitePolicy DEFAULT =
            new SitePolicy(
                    "default-1",
                    Temperature.ofCelsius(38.0),
                    Duration.ofHours(8),
                    Duration.ofHours(6),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofHours(12),
                    Duration.ofHours(6),
                    Duration.ofHours(24),
                    Duration.ofHours(3),
                    Duration.ofHours(24),
                    false,
                    true,
                    3);
}
