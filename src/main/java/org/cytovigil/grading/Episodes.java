package org.cytovigil.grading;

import java.time.Duration;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.grading.ClinicalPicture.Known;

/**
 * When an episode of CRS opens and closes (Clinical basis section 5): it opens at the first fever
 * not attributed elsewhere or by a clinician's word, and closes after 24 h of clear sets, the last
 * of them 24 h or more after the first.
 */
// [impl->req~episode.open-close~1]
final class Episodes {
    private Episodes() {}

    /**
     * The state after a charted set.
     *
     * @param picture the facts with this set, and the episode as it was before it
     * @param openedByClinician whether a clinician opens an episode in this set
     */
    static EpisodeState after(
            ClinicalPicture picture, SitePolicy policy, boolean openedByClinician) {
        EpisodeState before = picture.episode();
        if (!before.open()) {
            boolean fever = picture.fever(policy) == Known.YES && !picture.attributedWhole();
            return fever || openedByClinician
                    ? new EpisodeState(before.number() + 1, picture.at(), null)
                    : before;
        }
        return switch (clear(picture, policy)) {
            case NO -> before.clearSince() == null ? before : before.notClear();
            // A set that shows nothing wrong but does not tell everything neither starts nor breaks
            // a clear run.
            case UNKNOWN -> before;
            case YES -> afterClearSet(picture, policy, before);
        };
    }

    private static EpisodeState afterClearSet(
            ClinicalPicture picture, SitePolicy policy, EpisodeState before) {
        if (before.clearSince() == null) {
            return new EpisodeState(before.number(), before.openSince(), picture.at());
        }
        boolean longEnough =
                Duration.between(before.clearSince(), picture.at())
                                .compareTo(policy.get(Settings.EPISODE_CLOSES))
                        >= 0;
        return longEnough ? new EpisodeState(before.number(), null, null) : before;
    }

    private static Known clear(ClinicalPicture picture, SitePolicy policy) {
        if (picture.attributedWhole()) {
            return Known.YES;
        }
        Known fever = picture.fever(policy);
        if (fever == Known.YES) {
            return Known.NO;
        }
        // An axis attributed to another cause does not count in the grade, and yet a patient who is
        // supported is not clear: the attribution may be withdrawn.
        Known pressure = pressureSupported(picture, policy);
        Known oxygen = needsOxygen(picture, policy);
        if (pressure == Known.YES || oxygen == Known.YES) {
            return Known.NO;
        }
        return fever == Known.NO && pressure == Known.NO && oxygen == Known.NO
                ? Known.YES
                : Known.UNKNOWN;
    }

    private static Known pressureSupported(ClinicalPicture picture, SitePolicy policy) {
        return picture.countedVasopressors(policy) > 0
                ? Known.YES
                : Hypotension.present(picture, policy, false);
    }

    private static Known needsOxygen(ClinicalPicture picture, SitePolicy policy) {
        OxygenSupport support = CommonFindings.device(picture);
        if (support == null || support instanceof OxygenSupport.Unrecognised) {
            return Known.UNKNOWN;
        }
        boolean supported =
                !BaselineOxygen.isAtBaseline(support, picture.patient().baseline().oxygen());
        return CommonFindings.hypoxic(picture, policy) || supported ? Known.YES : Known.NO;
    }
}
