package org.cytovigil.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that runs faster than another: model time for replays and demonstrations. Safe for
 * several threads.
 */
public final class ReplayClock implements InstantSource {
    private final InstantSource real;
    private final Instant realStart;
    private final Instant modelStart;
    private final double speed;

    /**
     * @param real the clock it follows
     * @param modelStart what it shows now
     * @param speed model seconds in a real second, above 0
     */
    public ReplayClock(InstantSource real, Instant modelStart, double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("a replay's speed is above 0, not " + speed);
        }
        this.real = real;
        this.realStart = real.instant();
        this.modelStart = modelStart;
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        Duration passed = Duration.between(realStart, real.instant());
        return modelStart.plusMillis(Math.round(passed.toMillis() * speed));
    }
}
