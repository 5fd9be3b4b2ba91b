package org.cytovigil.grading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether running vasopressors count as low or high dose, high meaning three hours without a break.
 */
enum DoseLevel {
    LOW,
    HIGH,
    UNKNOWN;

    static DoseLevel of(ClinicalPicture picture, SitePolicy policy) {
        Instant since = picture.highDoseSince();
        Instant possiblySince = picture.possiblyHighDoseSince();
        if (since != null) {
            if (longEnough(since, picture, policy)) {
                return HIGH;
            }
            return possiblySince != null && longEnough(possiblySince, picture, policy)
                    ? UNKNOWN
                    : LOW;
        }
        return possiblySince != null ? UNKNOWN : LOW;
    }

    /** When the present doses become high dose by time alone, or {@code null} when they do not. */
    static @Nullable Instant dueAt(ClinicalPicture picture, SitePolicy policy) {
        Instant since = picture.highDoseSince();
        return since == null || longEnough(since, picture, policy)
                ? null
                : since.plus(policy.highDoseAfter());
    }

    /** What is missing when the level is not known. */
    static MissingFact missing(ClinicalPicture picture) {
        for (RunningVasopressor running : picture.vasopressors()) {
            if (running.infusion().rate() == null) {
                return MissingFact.VASOPRESSOR_DOSE;
            }
        }
        return picture.patient().weight() == null
                ? MissingFact.WEIGHT
                : MissingFact.VASOPRESSOR_DOSE;
    }

    private static boolean longEnough(Instant since, ClinicalPicture picture, SitePolicy policy) {
        return !since.plus(policy.highDoseAfter()).isAfter(picture.at());
    }
}
