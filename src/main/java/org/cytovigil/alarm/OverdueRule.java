package org.cytovigil.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.Wording;
import org.jspecify.annotations.Nullable;

/** Temperature or blood pressure older than the site's schedule asks for at this grade. */
// [impl->req~alarm.overdue~2]
final class OverdueRule implements AlarmRule {
    private final Instant begin;
    private @Nullable Vital pressureBefore;

    /** How often the pressure has come late while the temperature did not come at all. */
    private int lapses;

    /**
     * @param begin from then on vital signs are waited for
     */
    OverdueRule(Instant begin) {
        this.begin = begin;
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.ASSESSMENT_OVERDUE;
    }

    @Override
    public Level look(Moment moment) {
        int grade = moment.unit().standing().lowest();
        SitePolicy policy = moment.policy();
        Vital temperature =
                new Vital(
                        "temperature",
                        at(moment.picture().temperature()),
                        temperatureEvery(grade, policy));
        Vital pressure =
                new Vital("blood pressure", at(moment.picture().pressure()), every(grade, policy));
        List<Vital> vitals = List.of(temperature, pressure);
        Instant first = temperature.overdue(policy);
        Instant second = pressure.overdue(policy);
        count(moment.at(), pressure, first, policy);
        int missing = 2 + lapses;
        Level withPressure = Level.of(missing, cause(vitals, second, policy)).since(second);
        if (!first.isBefore(second)) {
            return withPressure;
        }
        // An answered alarm for a temperature must not hide that the pressure is missing too. That
        // it has come ends nothing as long as the temperature has not.
        String cause = cause(vitals, first, policy);
        return new Level(1, missing, "", before -> cause).since(first).then(withPressure);
    }

    /** A pressure that came late and then lapses again is a new lapse, and a higher level. */
    private void count(Instant at, Vital pressure, Instant temperature, SitePolicy policy) {
        Vital before = pressureBefore;
        pressureBefore = pressure;
        if (temperature.isAfter(at)) {
            lapses = 0;
        } else if (before != null
                && !before.overdue(policy).isAfter(at)
                && pressure.overdue(policy).isAfter(at)) {
            lapses++;
        }
    }

    /** What is overdue from then on; several of one interval are told together. */
    private static String cause(List<Vital> vitals, Instant overdue, SitePolicy policy) {
        Map<Duration, String> names = new TreeMap<>();
        for (Vital vital : vitals) {
            if (!vital.overdue(policy).isAfter(overdue)) {
                names.merge(vital.every(), vital.name(), (one, other) -> one + " and " + other);
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

    private record Vital(String name, Instant at, Duration every) {
        /** A round that is a little late is a round; how little goes by the interval. */
        Instant overdue(SitePolicy policy) {
            double times = policy.get(Settings.OVERDUE_TIMES);
            return at.plusMillis(Math.round(every.toMillis() * times));
        }
    }

    private Instant at(Reading<?> reading) {
        return switch (reading) {
            case Reading.Measured<?> measured -> measured.at();
            case Reading.Stale<?> stale -> stale.at();
            case Reading.Implausible<?> implausible -> implausible.at();
            case Reading.Missing<?> missing -> begin;
        };
    }

    /** From grade 2 on pressure and oxygen decide, and a temperature can change nothing soon. */
    private static Duration temperatureEvery(int grade, SitePolicy policy) {
        return policy.get(grade >= 2 ? Settings.TEMPERATURE_EVERY_GRADE_2 : Settings.VITALS_EVERY);
    }

    private static Duration every(int grade, SitePolicy policy) {
        if (grade >= 3) {
            return policy.get(Settings.VITALS_EVERY_GRADE_3);
        }
        return policy.get(grade == 2 ? Settings.VITALS_EVERY_GRADE_2 : Settings.VITALS_EVERY);
    }
}
