package org.cytovigil.clinical;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay of one patient: the key of every fact. A bed is only where a stay is now.
 *
 * @param id the stay's own identifier
 * @param patient who
 * @param infusion what was infused, and when
 * @param admitted when the stay began
 * @param discharged when it ended, or {@code null} while it lasts
 * @param bed the bed at admission, or empty when none was given
 * @param origin where the stay comes from, shown with it: live, demonstration, or past case
 */
public record Stay(
        StayId id,
        Patient patient,
        Infusion infusion,
        Instant admitted,
        @Nullable Instant discharged,
        String bed,
        Origin origin) {
    /** Where a stay comes from. */
    public enum Origin {
        LIVE,
        IMPORTED,
        REAL_CASE,
        SYNTHETIC_CASE
    }
}
