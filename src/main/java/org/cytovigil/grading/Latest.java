package org.cytovigil.grading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The latest plausible value of one parameter, and the latest that was not. */
final class Latest<T> {
    private Reading.@Nullable Measured<T> measured;
    private Reading.@Nullable Stale<T> stale;
    private Reading<T> absent = new Reading.Missing<>();
    private long measuredMillis;

    Latest() {}

    Latest(Latest<T> other) {
        measured = other.measured;
        stale = other.stale;
        absent = other.absent;
        measuredMillis = other.measuredMillis;
    }

    void set(T value, Instant at) {
        measured = new Reading.Measured<>(value, at);
        stale = null;
        measuredMillis = at.toEpochMilli();
    }

    void reject(String reason, Instant at) {
        absent = new Reading.Implausible<>(reason, at);
    }

    @Nullable T value() {
        return measured == null ? null : measured.value();
    }

    boolean isAt(Instant at) {
        return measured != null && measured.at().equals(at);
    }

    Reading<T> reading(long nowMillis, long freshMillis) {
        if (measured == null) {
            return absent;
        }
        if (nowMillis - measuredMillis <= freshMillis) {
            return measured;
        }
        if (stale == null) {
            stale = new Reading.Stale<>(measured.value(), measured.at());
        }
        return stale;
    }

    /**
     * The first millisecond, the ledger's resolution, at which the value is too old; {@link
     * Long#MAX_VALUE} when there is none.
     */
    long staleFrom(long freshMillis) {
        return measured == null ? Long.MAX_VALUE : measuredMillis + freshMillis + 1;
    }
}
