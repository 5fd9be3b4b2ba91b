package org.cytovigil.grading;

import java.time.Instant;
import java.util.Map;
import org.cytovigil.clinical.ScaleId;
import org.jspecify.annotations.Nullable;

/**
 * One episode of CRS in a stay; the second and later ones are recurrences.
 *
 * @param number 1 for the first
 * @param onset when it opened
 * @param resolved the first of the clear sets that closed it, or {@code null} while it is open
 * @param closed when it closed, 24 h or more of clear sets later, or {@code null} while it is open
 * @param courses how the grades went, by scale
 */
public record Episode(
        int number,
        Instant onset,
        @Nullable Instant resolved,
        @Nullable Instant closed,
        Map<ScaleId, GradeCourse> courses) {
    public boolean open() {
        return closed == null;
    }

    public boolean recurrence() {
        return number > 1;
    }
}
