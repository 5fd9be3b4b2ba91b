package org.cytovigil.grading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a patient stands between fever and resolution (Clinical basis section 5).
 *
 * @param number how many episodes have opened so far
 * @param openSince when the open one opened, or {@code null} when none is open
 * @param clearSince the first of the unbroken run of clear sets, or {@code null} when the latest
 *     set was not clear
 */
public record EpisodeState(int number, @Nullable Instant openSince, @Nullable Instant clearSince) {
    /** No episode yet. */
    public static final EpisodeState NONE = new EpisodeState(0, null, null);

    public boolean open() {
        return openSince != null;
    }

    /** The same episode, the run of clear sets broken. */
    EpisodeState notClear() {
        return new EpisodeState(number, openSince, null);
    }
}
