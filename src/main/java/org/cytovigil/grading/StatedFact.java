package org.cytovigil.grading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a scale looked at, in words.
 *
 * @param axis the axis it counts on
 * @param words the value with its unit, for instance "94/55 mmHg (mean 68)"
 * @param at when it was so, or since when; {@code null} for what holds until charted anew
 * @param since whether it has been so from {@code at} on, rather than at that moment
 * @param doseSince for a running drug since when it runs at this dose, which may be later than
 *     {@code at}; {@code null} for all else
 * @param measured how it was measured or known, for instance "arterial line"; empty when not stated
 */
public record StatedFact(
        Axis axis,
        String words,
        @Nullable Instant at,
        boolean since,
        @Nullable Instant doseSince,
        String measured) {
    static StatedFact measured(Axis axis, String words, Instant at, String measured) {
        return new StatedFact(axis, words, at, false, null, measured);
    }

    static StatedFact running(
            Axis axis, String words, Instant started, Instant doseSince, String measured) {
        return new StatedFact(axis, words, started, true, doseSince, measured);
    }

    static StatedFact standing(Axis axis, String words) {
        return new StatedFact(axis, words, null, false, null, "");
    }
}
