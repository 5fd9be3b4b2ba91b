package org.cytovigil.grading;

import java.time.Instant;

/**
 * What is known of one parameter at a moment. "No value" is a case of its own and cannot be taken
 * for a normal one.
 *
 * @param <T> what is measured
 */
public sealed interface Reading<T> {
    /** A value recent enough to stand for the present. */
    record Measured<T>(T value, Instant at) implements Reading<T> {}

    /** A value too old to stand for the present. */
    record Stale<T>(T value, Instant at) implements Reading<T> {}

    /** Never charted. */
    record Missing<T>() implements Reading<T> {}

    /** Only values that cannot be true were charted, the last of them then. */
    record Implausible<T>(String reason, Instant at) implements Reading<T> {}
}
