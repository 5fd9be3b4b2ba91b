package org.cytovigil.ui.trend.table;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.monitor.ChartData;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.monitor.StandingFacts;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.TimedFact;
import org.cytovigil.ui.theme.StayTime;
import org.jspecify.annotations.Nullable;

/**
 * All that a table is made from; immutable. Facts later than {@code now} may be in it and are never
 * told.
 *
 * @param time from when days or hours are counted
 * @param zone for clock times
 * @param begin the beginning of the record
 * @param now the present
 * @param scale the unit's scale
 * @param secondScale the scale beside it
 * @param grades on the unit's scale, the moments of change, oldest first
 * @param second on the scale beside it
 * @param icans on ICANS
 * @param data what charts draw
 * @param findings neurological examinations and laboratory results, oldest first
 * @param weight at admission, or {@code null} when unknown
 * @param policy says how long values stand for the present
 */
record TableFacts(
        StayTime time,
        ZoneId zone,
        Instant begin,
        Instant now,
        ScaleId scale,
        ScaleId secondScale,
        List<Assessment> grades,
        List<Assessment> second,
        List<Assessment> icans,
        ChartData data,
        List<TimedFact> findings,
        @Nullable Weight weight,
        SitePolicy policy) {

    /**
     * Those of a stay.
     *
     * @param standing the facts that stand, oldest first; of them the examinations and laboratory
     *     results are taken, which no chart draws
     */
    static TableFacts of(
            StaySnapshot stay, Instant now, List<StandingFacts.Fact> standing, ZoneId zone) {
        List<TimedFact> findings = new ArrayList<>();
        for (StandingFacts.Fact fact : standing) {
            boolean finding =
                    fact.observation() instanceof Observation.NeurologicalExamination
                            || fact.observation() instanceof Observation.LaboratoryResult;
            if (finding && stay.policy().plausibility().gradable(fact.observation()).isPresent()) {
                findings.add(new TimedFact(fact.at(), fact.observation()));
            }
        }
        return new TableFacts(
                StayTime.of(stay.stay()),
                zone,
                begin(stay, findings),
                now,
                stay.scale(),
                stay.secondScale(),
                stay.history(stay.scale()),
                stay.history(stay.secondScale()),
                stay.history(ScaleId.ICANS),
                stay.chart(),
                List.copyOf(findings),
                stay.stay().patient().weight(),
                stay.policy());
    }

    /** The admission, or the first fact if that is earlier. */
    private static Instant begin(StaySnapshot stay, List<TimedFact> findings) {
        Instant begin = stay.stay().admitted();
        for (Parameter parameter : Parameter.values()) {
            Series series = stay.chart().of(parameter);
            if (series.size() > 0) {
                begin = earlier(begin, Instant.ofEpochMilli(series.time(0)));
            }
        }
        for (List<ChartData.DoseStep> steps : stay.chart().vasopressors().values()) {
            begin = steps.isEmpty() ? begin : earlier(begin, steps.getFirst().at());
        }
        if (!stay.chart().oxygen().isEmpty()) {
            begin = earlier(begin, stay.chart().oxygen().getFirst().at());
        }
        if (!stay.chart().events().isEmpty()) {
            begin = earlier(begin, stay.chart().events().getFirst().at());
        }
        return findings.isEmpty() ? begin : earlier(begin, findings.getFirst().at());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
