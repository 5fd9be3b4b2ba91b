package org.cytovigil.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The program's time, made of the computer's clock and of the time that has passed (see {@link
 * SteadyClock}): the one place that reads them. All instances tell the same time.
 */
public final class SystemClock implements TellingClock {
    /** On Linux, the seconds since the start of the computer, with those that it slept. */
    private static final Path UPTIME = Path.of("/proc/uptime");

    private static final double NANOS = 1e9;

    private static final SteadyClock PROGRAM =
            new SteadyClock(Instant::now, System::nanoTime, SystemClock::sinceBoot);

    @Override
    public Instant instant() {
        return PROGRAM.instant();
    }

    @Override
    public String notice() {
        return PROGRAM.notice();
    }

    @Override
    public void notBefore(Instant moment) {
        PROGRAM.notBefore(moment);
    }

    private static OptionalLong sinceBoot() {
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            // What Java counts there goes on while the computer sleeps.
            return OptionalLong.of(System.nanoTime());
        }
        if (!Files.isReadable(UPTIME)) {
            return OptionalLong.empty();
        }
        try {
            String seconds = Files.readString(UPTIME).split(" ", 2)[0];
            return OptionalLong.of(Math.round(Double.parseDouble(seconds) * NANOS));
        } catch (IOException | NumberFormatException e) {
            // What cannot be told is not known; the clock then follows, which is the safe side.
            return OptionalLong.empty();
        }
    }
}
