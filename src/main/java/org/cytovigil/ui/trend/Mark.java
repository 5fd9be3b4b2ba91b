package org.cytovigil.ui.trend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.monitor.AmendedFact;
import org.cytovigil.monitor.LateFact;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.RejectedFact;
import org.cytovigil.monitor.StaySnapshot;

/**
 * Something to be known about a measured value, drawn at its place in the chart.
 *
 * @param parameter whose lane
 * @param millis when the value was so
 * @param value the value
 * @param kind what is to be known
 */
// [impl->req~ui.data-quality~1]
record Mark(Parameter parameter, long millis, double value, Kind kind) {
    /** What a mark says. */
    enum Kind {
        /** Learned long after it was so: a ring around the point. */
        LATE,
        /** Does not count: a cross where it would have been. */
        NOT_COUNTED
    }

    /** The marks of a stay, without those of its future. */
    static List<Mark> of(StaySnapshot stay, Instant now) {
        List<Mark> marks = new ArrayList<>();
        for (LateFact fact : stay.late()) {
            add(marks, fact.at(), fact.observation(), Kind.LATE, now);
        }
        for (AmendedFact fact : stay.amended()) {
            if (!fact.learned().isAfter(now)) {
                add(marks, fact.at(), fact.was(), Kind.NOT_COUNTED, now);
            }
        }
        for (RejectedFact fact : stay.rejected()) {
            add(marks, fact.at(), fact.observation(), Kind.NOT_COUNTED, now);
        }
        return List.copyOf(marks);
    }

    private static void add(
            List<Mark> marks, Instant at, Observation observation, Kind kind, Instant now) {
        if (at.isAfter(now)) {
            return;
        }
        long millis = at.toEpochMilli();
        // Of other facts the lanes draw no points; the card names them.
        if (observation instanceof Observation.BodyTemperature temperature) {
            double celsius = temperature.value().celsius();
            marks.add(new Mark(Parameter.TEMPERATURE, millis, celsius, kind));
        } else if (observation instanceof Observation.BloodPressure pressure) {
            Pressure systolic = pressure.systolic();
            Pressure shown = systolic == null ? pressure.meanOrDerived() : systolic;
            if (shown != null) {
                marks.add(new Mark(Parameter.SYSTOLIC, millis, shown.mmHg(), kind));
            }
        } else if (observation instanceof Observation.OxygenSaturation saturation) {
            marks.add(new Mark(Parameter.SATURATION, millis, saturation.percent(), kind));
        }
    }
}
