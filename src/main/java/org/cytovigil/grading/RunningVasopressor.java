package org.cytovigil.grading;

import java.time.Instant;
import org.cytovigil.clinical.VasopressorInfusion;

/**
 * A vasoactive drug that runs.
 *
 * @param infusion the drug and its dose as last charted
 * @param since when it was started
 * @param doseSince since when it runs at this dose
 * @param confirmed when it was last charted
 */
public record RunningVasopressor(
        VasopressorInfusion infusion, Instant since, Instant doseSince, Instant confirmed) {}
