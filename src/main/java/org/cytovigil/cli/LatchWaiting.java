package org.cytovigil.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cytovigil.feed.simulator.unit.Waiting;

/** Waits for a moment by a clock, or for a latch that says to end. */
final class LatchWaiting implements Waiting {
    /** A clock that is set meanwhile is noticed so soon. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final CountDownLatch told;

    LatchWaiting(InstantSource clock, CountDownLatch told) {
        this.clock = clock;
        this.told = told;
    }

    @Override
    public boolean until(Instant moment) throws InterruptedException {
        Instant now = clock.instant();
        while (now.isBefore(moment)) {
            Instant next = now.plus(LONGEST);
            Duration left = Duration.between(now, next.isBefore(moment) ? next : moment);
            if (told.await(left.toMillis() + 1, TimeUnit.MILLISECONDS)) {
                return false;
            }
            now = clock.instant();
        }
        return told.getCount() > 0;
    }
}
