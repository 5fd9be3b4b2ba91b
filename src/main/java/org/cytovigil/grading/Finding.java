package org.cytovigil.grading;

import org.jspecify.annotations.Nullable;

/**
 * What one axis of a scale says.
 *
 * @param axis the axis
 * @param range the grades this axis allows
 * @param criterion the row of the scale's table that applies, in words
 * @param missing the fact for want of which the range is open, or {@code null} when it is
 *     determined
 */
public record Finding(
        Axis axis, GradeRange range, String criterion, @Nullable MissingFact missing) {
    static Finding of(Axis axis, int grade, String criterion) {
        return new Finding(axis, GradeRange.of(grade), criterion, null);
    }

    static Finding open(Axis axis, int lowest, int highest, String criterion, MissingFact missing) {
        return new Finding(axis, new GradeRange(lowest, highest), criterion, missing);
    }
}
