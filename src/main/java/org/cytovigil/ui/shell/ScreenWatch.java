package org.cytovigil.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.ui.sound.Findings;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Notices from outside that the screen stands still: the FX thread says at every frame that it
 * lives, and another thread looks whether it does. What happened is marked on the display by other
 * means while it lasts, and becomes an alarm of the unit when it is over. Safe for several threads.
 */
// [impl->req~ui.watchdog~1]
final class ScreenWatch {
    /** Frames come many times a second. */
    private static final Duration FROZEN = Duration.ofSeconds(3);

    /** The monitor looks many times a second. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(2);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final InstantSource clock;
    private final ZoneId zone;
    private final Sign sign;
    private final Findings findings;
    private volatile @Nullable Instant lived;
    private @Nullable Instant looked;
    private @Nullable Instant frozenSince;
    private @Nullable Instant toldAt;

    /** Since when both threads could run: a computer that slept ran neither. */
    private Instant awake = Instant.MIN;

    /** A sign on the display that does not need the FX thread. */
    interface Sign {
        /** Shows the words; never waits. */
        void show(String words);

        /** Takes the sign away. */
        void hide();
    }

    /**
     * @param clock never goes back
     * @param zone for clock times
     */
    ScreenWatch(InstantSource clock, ZoneId zone, Sign sign, Findings findings) {
        this.clock = clock;
        this.zone = zone;
        this.sign = sign;
        this.findings = findings;
    }

    /** The FX thread lives; called by it once a frame. */
    void pulse() {
        lived = clock.instant();
    }

    /** Looks whether the FX thread lives; called about twice a second by another thread. */
    synchronized void look() {
        Instant now = clock.instant();
        if (looked == null) {
            // A program before this one may have ended before it could say that it was over.
            findings.find(AlarmKind.SCREEN_FROZEN, 0, "");
        }
        if (looked == null || Duration.between(looked, now).compareTo(FROZEN) >= 0) {
            awake = now;
        }
        looked = now;
        endTold(now);
        Instant last = lived;
        if (last == null) {
            return;
        }
        if (frozenSince != null) {
            thaw(frozenSince, last, now);
        } else if (Duration.between(later(last, awake), now).compareTo(FROZEN) >= 0) {
            frozenSince = last;
            String words = Texts.of("frozen.window", TIME.format(last.atZone(zone)));
            LoggerFactory.getLogger(ScreenWatch.class).error("the screen stands still");
            sign.show(words);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** It is over once the monitor has had time to take it over; it latches until answered. */
    private void endTold(Instant now) {
        if (toldAt != null && Duration.between(toldAt, now).compareTo(TAKEN_OVER) >= 0) {
            toldAt = null;
            findings.find(AlarmKind.SCREEN_FROZEN, 0, "");
        }
    }

    private void thaw(Instant since, Instant last, Instant now) {
        if (last.equals(since)) {
            return;
        }
        frozenSince = null;
        sign.hide();
        LoggerFactory.getLogger(ScreenWatch.class)
                .error(
                        "the screen stood still for {} s",
                        Duration.between(since, last).toSeconds());
        toldAt = now;
        findings.find(
                AlarmKind.SCREEN_FROZEN,
                1,
                Texts.of(
                        "frozen.cause",
                        TIME.format(since.atZone(zone)),
                        TIME.format(last.atZone(zone))));
    }
}
