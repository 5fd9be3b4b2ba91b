package org.cytovigil.grading;

import java.time.Instant;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.VasopressorInfusion;
import org.jspecify.annotations.Nullable;

/**
 * A vasoactive drug that runs.
 *
 * @param infusion the drug and its dose as last charted
 * @param since when it was started
 * @param doseSince since when it runs at this dose
 * @param confirmed when it was last charted
 */
public record RunningVasopressor(
        VasopressorInfusion infusion, Instant since, Instant doseSince, Instant confirmed) {

    /** Whether it was not charted for so long that it should be confirmed; it still runs. */
    public boolean isUnconfirmed(Instant now, SitePolicy policy) {
        return confirmed.plus(policy.get(Settings.INFUSION_CONFIRMED)).isBefore(now);
    }

    /**
     * The dose of active base, an unlabelled mass being what this site means by it.
     *
     * @return {@code null} when the dose is unknown
     */
    public @Nullable DoseRate baseRate(SitePolicy policy) {
        return infusion.settled(policy.get(Settings.NOREPINEPHRINE_MASS)).baseRate();
    }
}
