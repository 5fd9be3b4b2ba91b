package org.cytovigil.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cytovigil.grading.DueCheck;
import org.cytovigil.grading.MonitoringPlan;
import org.cytovigil.grading.PutOffCheck;
import org.cytovigil.grading.Wording;
import org.jspecify.annotations.Nullable;

/** Temperature or blood pressure older than the site's schedule asks for at this grade. */
// [impl->req~alarm.overdue~2]
final class OverdueRule implements AlarmRule {
    private final Instant begin;
    private final Supplier<List<PutOffCheck>> putOff;
    private @Nullable DueCheck pressureBefore;

    /** How often the pressure has come late while the temperature did not come at all. */
    private int lapses;

    /**
     * @param begin from then on vital signs are waited for
     * @param putOff what was put off so far
     */
    OverdueRule(Instant begin, Supplier<List<PutOffCheck>> putOff) {
        this.begin = begin;
        this.putOff = putOff;
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.ASSESSMENT_OVERDUE;
    }

    @Override
    public Level look(Moment moment) {
        if (moment.picture().died()) {
            return Level.NONE;
        }
        MonitoringPlan plan = new MonitoringPlan(moment.unit(), begin, putOff.get());
        DueCheck temperature = plan.temperature();
        DueCheck pressure = plan.pressure();
        List<DueCheck> vitals = List.of(temperature, pressure);
        Instant first = temperature.overdue();
        Instant second = pressure.overdue();
        count(moment.at(), pressure, first);
        int missing = 2 + lapses;
        Level withPressure = Level.of(missing, cause(vitals, second)).since(second);
        if (!first.isBefore(second)) {
            return withPressure;
        }
        // An answered alarm for a temperature must not hide that the pressure is missing too. That
        // it has come ends nothing as long as the temperature has not.
        String cause = cause(vitals, first);
        return new Level(1, missing, "", before -> cause).since(first).then(withPressure);
    }

    /**
     * A pressure that came late and then lapses again is a new lapse, and a higher level. The count
     * begins anew when nothing is late: a level that fell while the pressure is would end the
     * alarm.
     */
    private void count(Instant at, DueCheck pressure, Instant temperature) {
        DueCheck before = pressureBefore;
        pressureBefore = pressure;
        if (temperature.isAfter(at) && pressure.overdue().isAfter(at)) {
            lapses = 0;
        } else if (before != null
                && !before.overdue().isAfter(at)
                && pressure.overdue().isAfter(at)) {
            lapses++;
        }
    }

    /** What is overdue from then on; several of one interval are told together. */
    private static String cause(List<DueCheck> vitals, Instant overdue) {
        Map<Duration, String> names = new TreeMap<>();
        for (DueCheck vital : vitals) {
            if (!vital.overdue().isAfter(overdue)) {
                names.merge(
                        vital.every(),
                        vital.check().words(),
                        (one, other) -> one + " and " + other);
            }
        }
        return names.entrySet().stream()
                .map(
                        entry ->
                                "%s: due every %s"
                                        .formatted(
                                                entry.getValue(), Wording.duration(entry.getKey())))
                .collect(Collectors.joining("; "));
    }
}
