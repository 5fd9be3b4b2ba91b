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
        Instant since = picture.vasopressors().highDoseSince();
        Instant possiblySince = picture.vasopressors().possiblyHighDoseSince();
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
        Instant since = picture.vasopressors().highDoseSince();
        return since == null || longEnough(since, picture, policy)
                ? null
                : since.plus(policy.get(Settings.HIGH_DOSE_AFTER));
    }

    /** Whether an unknown level wants a weight alone, every dose being charted. */
    static boolean wantsWeight(ClinicalPicture picture) {
        for (RunningVasopressor running : picture.vasopressors().drugs()) {
            if (running.infusion().rate() == null) {
                return false;
            }
        }
        return picture.patient().weight() == null;
    }

    private static boolean longEnough(Instant since, ClinicalPicture picture, SitePolicy policy) {
        long ran = picture.at().toEpochMilli() - since.toEpochMilli();
        return ran >= policy.get(Settings.HIGH_DOSE_AFTER).toMillis();
    }
}
