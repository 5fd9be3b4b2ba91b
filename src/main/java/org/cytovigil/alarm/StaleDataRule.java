package org.cytovigil.alarm;

import java.time.Instant;
import java.util.Optional;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Finding;
import org.cytovigil.grading.MissingFact;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Wording;

/**
 * A technical alarm of low priority while a fact that could change the grade is stale, or not
 * charted soon enough.
 */
// [impl->req~alarm.stale-data~1]
public final class StaleDataRule {
    private final AlarmPolicy policy;
    private final Instant admitted;

    public StaleDataRule(AlarmPolicy policy, Instant admitted) {
        this.policy = policy;
        this.admitted = admitted;
    }

    /** The condition at this moment; empty when every fact that could change the grade is fresh. */
    public Optional<Condition> look(Assessment assessment) {
        ClinicalPicture picture = assessment.picture();
        for (Finding finding : assessment.open()) {
            MissingFact missing = finding.missing();
            Optional<Condition> found = Optional.empty();
            if (missing == MissingFact.TEMPERATURE) {
                found = condition("temperature", picture.temperature(), assessment.at());
            } else if (missing == MissingFact.PRESSURE) {
                found = condition("blood pressure", picture.pressure(), assessment.at());
            } else if (missing == MissingFact.OXYGEN_DEVICE) {
                found = condition("oxygen device", picture.oxygen(), assessment.at());
            }
            // A fact that may yet be uncharted must not hide one that is stale.
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Condition> condition(String what, Reading<?> reading, Instant now) {
        return switch (reading) {
            case Reading.Stale<?> stale ->
                    raise("no %s for %s".formatted(what, Wording.age(stale.at(), now)), now);
            case Reading.Implausible<?> implausible -> raise("%s rejected".formatted(what), now);
            case Reading.Missing<?> missing ->
                    admitted.plus(policy.firstChartingWithin()).isAfter(now)
                            ? Optional.empty()
                            : raise("%s never charted".formatted(what), now);
            case Reading.Measured<?> measured -> Optional.empty();
        };
    }

    private static Optional<Condition> raise(String cause, Instant at) {
        return Optional.of(new Condition(AlarmPriority.LOW, 1, cause, at));
    }
}
