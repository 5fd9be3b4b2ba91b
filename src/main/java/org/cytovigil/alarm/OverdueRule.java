package org.cytovigil.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.Wording;

/** Temperature or blood pressure older than the site's schedule asks for at this grade. */
// [impl->req~alarm.overdue~1]
final class OverdueRule implements AlarmRule {
    private final Instant begin;

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
        Duration every = every(moment.unit().standing().lowest(), moment.policy());
        Vital first = vitals(moment).stream().min(Comparator.comparing(Vital::at)).orElseThrow();
        return Level.of(1, "%s: due every %s".formatted(first.name(), Wording.duration(every)))
                .since(first.at().plus(every));
    }

    private record Vital(String name, Instant at) {}

    private List<Vital> vitals(Moment moment) {
        return List.of(
                new Vital("temperature", at(moment.picture().temperature())),
                new Vital("blood pressure", at(moment.picture().pressure())));
    }

    private Instant at(Reading<?> reading) {
        return switch (reading) {
            case Reading.Measured<?> measured -> measured.at();
            case Reading.Stale<?> stale -> stale.at();
            case Reading.Implausible<?> implausible -> implausible.at();
            case Reading.Missing<?> missing -> begin;
        };
    }

    private static Duration every(int grade, SitePolicy policy) {
        if (grade >= 3) {
            return policy.get(Settings.VITALS_EVERY_GRADE_3);
        }
        return policy.get(grade == 2 ? Settings.VITALS_EVERY_GRADE_2 : Settings.VITALS_EVERY);
    }
}
