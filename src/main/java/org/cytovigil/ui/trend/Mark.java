package org.cytovigil.ui.trend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.AmendedFact;
import org.cytovigil.monitor.LateFact;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.RejectedFact;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.NeurologyScore.Points;

/**
 * Something to be known about a single value, drawn at its place in the chart.
 *
 * @param subject which line of which lane
 * @param millis when the value was so
 * @param value the value; what is set and not measured has none, and stands at the lane's foot
 * @param kind what is to be known
 * @param words the value with its unit, and what is to be known of it
 */
// [impl->req~ui.data-quality~1]
// [impl->req~ui.trend-marks~1]
record Mark(Subject subject, long millis, double value, Kind kind, String words) {
    /** What a mark says. */
    enum Kind {
        /** Learned long after it was so: a ring around the point. */
        LATE,
        /** Does not count: a cross where it would have been. */
        NOT_COUNTED
    }

    /** The line at which a mark stands. */
    sealed interface Subject {}

    /** A measured parameter; of a blood pressure the systolic one. */
    record Measured(Parameter parameter) implements Subject {}

    /** A laboratory result. */
    record Result(Analyte analyte) implements Subject {}

    /** The score of a neurological examination. */
    record Score() implements Subject {}

    /** What is set and holds: an oxygen device or a drug. */
    record Held(LaneId lane) implements Subject {}

    /** The marks of a stay, without those of its future. */
    static List<Mark> of(StaySnapshot stay, Instant now) {
        List<Mark> marks = new ArrayList<>();
        for (LateFact fact : stay.late()) {
            add(
                    marks,
                    fact.at(),
                    fact.observation(),
                    Kind.LATE,
                    Texts.of("trend.mark.late", Wording.duration(fact.delay())),
                    now);
        }
        for (AmendedFact fact : stay.amended()) {
            if (!fact.learned().isAfter(now)) {
                String how = fact.is() == null ? "trend.mark.taken-out" : "trend.mark.corrected";
                String words = Texts.of(how, fact.by(), fact.reason());
                add(marks, fact.at(), fact.was(), Kind.NOT_COUNTED, words, now);
            }
        }
        for (RejectedFact fact : stay.rejected()) {
            String words = Texts.of("trend.mark.rejected", fact.reason());
            add(marks, fact.at(), fact.observation(), Kind.NOT_COUNTED, words, now);
        }
        return List.copyOf(marks);
    }

    private static void add(
            List<Mark> marks,
            Instant at,
            Observation observation,
            Kind kind,
            String why,
            Instant now) {
        if (at.isAfter(now)) {
            return;
        }
        long millis = at.toEpochMilli();
        String words = MarkWords.of(observation) + ": " + why;
        // Of other facts the lanes draw nothing; the card names them.
        switch (observation) {
            case Observation.BodyTemperature t ->
                    measured(
                            marks, Parameter.TEMPERATURE, millis, t.value().celsius(), kind, words);
            case Observation.BloodPressure pressure -> {
                Pressure systolic = pressure.systolic();
                Pressure shown = systolic == null ? pressure.meanOrDerived() : systolic;
                if (shown != null) {
                    measured(marks, Parameter.SYSTOLIC, millis, shown.mmHg(), kind, words);
                }
            }
            case Observation.OxygenSaturation s ->
                    measured(marks, Parameter.SATURATION, millis, s.percent(), kind, words);
            case Observation.HeartRate h ->
                    measured(marks, Parameter.HEART_RATE, millis, h.perMinute(), kind, words);
            case Observation.RespiratoryRate r ->
                    measured(marks, Parameter.RESPIRATORY_RATE, millis, r.perMinute(), kind, words);
            case Observation.LaboratoryResult l ->
                    marks.add(new Mark(new Result(l.analyte()), millis, l.value(), kind, words));
            case Observation.NeurologicalExamination n -> {
                Points ice = NeurologyScore.ICE.of(n);
                Points points = ice == null ? NeurologyScore.CAPD.of(n) : ice;
                double value = points == null ? 0 : points.least();
                marks.add(new Mark(new Score(), millis, value, kind, words));
            }
            case Observation.OxygenDevice d -> held(marks, LaneId.OXYGEN, millis, kind, words);
            case Observation.OxygenSettings s -> held(marks, LaneId.OXYGEN, millis, kind, words);
            case Observation.VasopressorCharted v ->
                    held(marks, LaneId.VASOPRESSORS, millis, kind, words);
            case Observation.VasopressorList l ->
                    held(marks, LaneId.VASOPRESSORS, millis, kind, words);
            default -> {}
        }
    }

    private static void measured(
            List<Mark> marks,
            Parameter parameter,
            long millis,
            double value,
            Kind kind,
            String words) {
        marks.add(new Mark(new Measured(parameter), millis, value, kind, words));
    }

    private static void held(List<Mark> marks, LaneId lane, long millis, Kind kind, String words) {
        marks.add(new Mark(new Held(lane), millis, 0, kind, words));
    }
}
