package org.cytovigil.clinical;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay of one patient: the key of every fact. A bed is only where a stay is now.
 *
 * @param id the stay's own identifier
 * @param patient who
 * @param infusion what was infused, and when; {@code null} while it is not charted: an admission
 *     message never tells
 * @param admitted when the stay began
 * @param discharged when it ended, or {@code null} while it lasts
 * @param bed the bed at admission, or empty when none was given
 * @param origin where the stay comes from, shown with it: live, demonstration, or past case
 */
public record Stay(
        StayId id,
        Patient patient,
        @Nullable Infusion infusion,
        Instant admitted,
        @Nullable Instant discharged,
        String bed,
        Origin origin) {
    /**
     * From when hours are counted: the infusion, or the admission while no infusion is charted.
     * Whoever shows a time counted from it says which of the two it is.
     */
    public Instant dayZero() {
        return infusion == null ? admitted : infusion.at();
    }

    /** The same stay of that patient, as it should have been told from the start. */
    public Stay of(Patient known) {
        return new Stay(id, known, infusion, admitted, discharged, bed, origin);
    }

    /** The same stay with that infusion, as it should have been told from the start. */
    public Stay infused(Infusion charted) {
        return new Stay(id, patient, charted, admitted, discharged, bed, origin);
    }

    /** Where a stay comes from. */
    public enum Origin {
        LIVE,
        IMPORTED,
        REAL_CASE,
        SYNTHETIC_CASE
    }
}
