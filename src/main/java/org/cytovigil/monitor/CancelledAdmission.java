package org.cytovigil.monitor;

import java.time.Instant;
import org.cytovigil.clinical.Stay;

/**
 * An admission that was said to be a mistake, and that was not taken back.
 *
 * @param stay as it is known now
 * @param at when it was cancelled
 * @param reason why; empty when nobody said
 * @param lastBed where the patient was last; empty for none
 * @param discharged whether the stay had ended before: then it is that of one who left again once
 *     the cancelling is taken back
 */
public record CancelledAdmission(
        Stay stay, Instant at, String reason, String lastBed, boolean discharged) {}
