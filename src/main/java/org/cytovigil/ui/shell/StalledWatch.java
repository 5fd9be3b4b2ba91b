package org.cytovigil.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** Notices from the screen's side that the monitor no longer moves the present. */
// [impl->req~ui.watchdog~1]
final class StalledWatch {
    /** A monitor that works makes a snapshot a second. */
    private static final Duration STALLED = Duration.ofSeconds(4);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final InstantSource clock;
    private final ZoneId zone;
    private @Nullable Instant shown;
    private Instant moved = Instant.EPOCH;

    /**
     * @param clock goes on whatever becomes of the monitor
     */
    StalledWatch(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Looks at the present of the latest snapshot; called again and again.
     *
     * @return since when it has not moved, in words; empty while it does
     */
    String look(Instant present) {
        Instant now = clock.instant();
        if (!present.equals(shown)) {
            shown = present;
            moved = now;
        }
        return Duration.between(moved, now).compareTo(STALLED) < 0
                ? ""
                : Texts.of("shell.stalled", TIME.format(moved.atZone(zone)));
    }
}
