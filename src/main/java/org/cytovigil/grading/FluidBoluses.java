package org.cytovigil.grading;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The fluid boluses that a rule can still count. Not safe for several threads. */
final class FluidBoluses {
    private final Deque<Instant> given = new ArrayDeque<>();

    FluidBoluses() {}

    FluidBoluses(FluidBoluses other) {
        given.addAll(other.given);
    }

    /**
     * Told twice with the same time it is one bolus: a repeated message must not make it
     * "multiple".
     */
    void take(Instant at, double millilitres, SitePolicy policy) {
        if (millilitres <= 0 || at.equals(given.peekLast())) {
            return;
        }
        given.addLast(at);
        // Those that no rule can count any more are let go, so that a long stay costs no more than
        // a short one.
        long within = policy.get(Settings.PENN_BOLUSES_WITHIN).toMillis();
        while (at.toEpochMilli() - given.getFirst().toEpochMilli() > within) {
            given.removeFirst();
        }
    }

    @Nullable Instant last() {
        return given.peekLast();
    }

    /** How many count as "multiple" on the Penn scale at that moment. */
    int counted(long nowMillis, SitePolicy policy) {
        if (given.isEmpty()) {
            return 0;
        }
        long within = policy.get(Settings.PENN_BOLUSES_WITHIN).toMillis();
        int count = 0;
        for (Instant bolus : given) {
            if (nowMillis - bolus.toEpochMilli() <= within) {
                count++;
            }
        }
        return count;
    }

    /** The earlier of {@code best} and the next moment at which one counts no more. */
    long nextChange(long best, long after, SitePolicy policy) {
        if (given.isEmpty()) {
            return best;
        }
        long counts = policy.get(Settings.BOLUS_COUNTS).toMillis();
        long within = policy.get(Settings.PENN_BOLUSES_WITHIN).toMillis();
        long next = best;
        for (Instant bolus : given) {
            next = PictureFold.earlier(next, bolus.toEpochMilli() + counts + 1, after);
            next = PictureFold.earlier(next, bolus.toEpochMilli() + within + 1, after);
        }
        return next;
    }
}
