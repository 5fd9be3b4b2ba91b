package org.cytovigil.ui.trend.table;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.cytovigil.monitor.ChartData;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.monitor.TimedFact;

/** When anything was charted. */
final class Moments {
    private final TableFacts facts;

    Moments(TableFacts facts) {
        this.facts = facts;
    }

    /** The first charted moment at or after one, at most the present. */
    Instant atOrAfter(Instant from) {
        Instant first = facts.now();
        ChartData data = facts.data();
        for (Parameter parameter : Parameter.values()) {
            Series series = data.of(parameter);
            int i = series.lastAt(from.toEpochMilli() - 1) + 1;
            if (i < series.size()) {
                first = earlier(first, Instant.ofEpochMilli(series.time(i)));
            }
        }
        first = earlier(first, of(data.oxygen(), ChartData.OxygenStep::at, from));
        for (List<ChartData.DoseStep> steps : data.vasopressors().values()) {
            first = earlier(first, of(steps, ChartData.DoseStep::at, from));
        }
        first = earlier(first, of(data.events(), TimedFact::at, from));
        return earlier(first, of(facts.findings(), TimedFact::at, from));
    }

    private <T> Instant of(List<T> list, Function<T, Instant> at, Instant from) {
        int i = Within.lastAt(list, at, from.minusNanos(1)) + 1;
        return i < list.size() ? at.apply(list.get(i)) : facts.now();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
