package org.cytovigil.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.cytovigil.clinical.Facts;

/** A computer whose clock a test can set, run fast, and put to sleep. */
final class ComputerClock {
    private Instant clock = Facts.ZERO;
    private long running = 7_000_000_000L;
    private long asleep = 3_000_000_000L;
    private final boolean tellsSleep;
    final SteadyClock steady;

    ComputerClock(boolean tellsSleep) {
        this.tellsSleep = tellsSleep;
        this.steady = new SteadyClock(() -> clock, () -> running, this::sinceBoot);
    }

    /** A program that begins now on this computer. */
    SteadyClock restarted() {
        return new SteadyClock(() -> clock, () -> running, this::sinceBoot);
    }

    private OptionalLong sinceBoot() {
        return tellsSleep ? OptionalLong.of(running + asleep) : OptionalLong.empty();
    }

    Instant clock() {
        return clock;
    }

    void passes(Duration time) {
        passes(time, 1);
    }

    /** Time passes while the computer's clock runs so many times as fast as it should. */
    void passes(Duration time, double rate) {
        running += time.toNanos();
        clock = clock.plusNanos(Math.round(time.toNanos() * rate));
    }

    void sleeps(Duration time) {
        asleep += time.toNanos();
        clock = clock.plus(time);
    }

    void isSet(Duration by) {
        clock = clock.plus(by);
    }
}
