package org.cytovigil.monitor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes into the unit, at one moment; immutable.
 *
 * @param lastEntry when the latest entry of anybody was learned; {@code null} before the first
 * @param states the ways in that were heard in the last days, by name
 */
public record Feeds(@Nullable Instant lastEntry, List<FeedState> states) {
    /** Nothing came yet. */
    public static final Feeds NONE = new Feeds(null, List.of());

    /** How many of them have fallen silent. */
    public long silent() {
        return states.stream().filter(FeedState::silent).count();
    }

    /** When any of them was last heard; {@code null} when none was. */
    public @Nullable Instant lastHeard() {
        return states.stream().map(FeedState::last).max(Instant::compareTo).orElse(null);
    }
}
