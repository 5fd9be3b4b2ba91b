package org.cytovigil.alarm;

import java.time.Duration;
import java.time.Instant;
import org.cytovigil.grading.AlarmSettings;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Finding;
import org.cytovigil.grading.MissingFact;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.Wording;

/**
 * While a fact that could change the grade is stale, or was not charted soon enough after the
 * admission.
 */
// [impl->req~alarm.stale-data~1]
final class StaleDataRule implements AlarmRule {
    private final Instant begin;

    /**
     * @param begin from then on facts are waited for
     */
    StaleDataRule(Instant begin) {
        this.begin = begin;
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.STALE_DATA;
    }

    @Override
    public Level look(Moment moment) {
        ClinicalPicture picture = moment.picture();
        SitePolicy policy = moment.policy();
        Level later = Level.NONE;
        Instant first = null;
        for (Finding finding : moment.unit().open()) {
            MissingFact missing = finding.missing();
            Level found = Level.NONE;
            if (missing == MissingFact.TEMPERATURE) {
                found =
                        level(
                                "temperature",
                                picture.temperature(),
                                policy.get(Settings.TEMPERATURE_FRESH),
                                moment);
            } else if (missing == MissingFact.PRESSURE) {
                found =
                        level(
                                "blood pressure",
                                picture.pressure(),
                                policy.get(Settings.PRESSURE_FRESH),
                                moment);
            } else if (missing == MissingFact.OXYGEN_DEVICE) {
                found =
                        level(
                                "oxygen device",
                                picture.oxygen(),
                                policy.get(Settings.OXYGEN_FRESH),
                                moment);
            }
            // A fact that may yet be uncharted must not hide one that is stale.
            Instant since = found.since();
            if (found.lowest() > 0 && (since == null || !since.isAfter(moment.at()))) {
                return found;
            }
            if (since != null && (first == null || since.isBefore(first))) {
                later = found;
                first = since;
            }
        }
        return later;
    }

    private Level level(String what, Reading<?> reading, Duration fresh, Moment moment) {
        return switch (reading) {
            case Reading.Stale<?> stale ->
                    Level.of(
                                    1,
                                    "no %s for %s"
                                            .formatted(what, Wording.age(stale.at(), moment.at())))
                            .since(stale.at().plus(fresh));
            case Reading.Implausible<?> implausible -> Level.of(1, what + " rejected");
            case Reading.Missing<?> missing ->
                    Level.of(1, what + " never charted")
                            .since(begin.plus(moment.policy().get(AlarmSettings.FIRST_CHARTING)));
            case Reading.Measured<?> measured -> Level.NONE;
        };
    }
}
