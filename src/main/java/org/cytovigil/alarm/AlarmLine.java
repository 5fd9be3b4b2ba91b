package org.cytovigil.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the alarm log: what became of an alarm, or of its settings for this patient.
 *
 * @param at when, in model time
 * @param kind of condition
 * @param before the state before
 * @param after the state after; the same one when only settings changed
 * @param answer what was answered then, also when the alarm was over; {@code null} when it was
 *     something else that happened
 * @param adjusting what became of the settings; {@code null} when nothing did
 */
public record AlarmLine(
        Instant at,
        AlarmKind kind,
        AlarmState before,
        AlarmState after,
        @Nullable Answer answer,
        @Nullable Adjusting adjusting) {
    /** Something else than an answer became of an alarm. */
    public AlarmLine(Instant at, AlarmKind kind, AlarmState before, AlarmState after) {
        this(at, kind, before, after, null, null);
    }

    /** What became of its settings; the alarm is in that state then. */
    static AlarmLine of(Instant at, AlarmState state, Adjusting adjusting) {
        return new AlarmLine(at, adjusting.what().kind(), state, state, null, adjusting);
    }

    /**
     * Settings that began or ended to be others for this patient.
     *
     * @param by who began or ended it; of an end by itself who had begun it
     */
    public record Adjusting(AlarmAdjustment what, Step step, String by) {
        /** What happened to it. */
        public enum Step {
            /** It holds from then on. */
            BEGUN,
            /** Somebody ended it. */
            WITHDRAWN,
            /** Its time was over. */
            OVER
        }
    }
}
