package org.cytovigil.monitor;

/** What is kept as a series of numbers for charts. */
public enum Parameter {
    /** Degrees Celsius. */
    TEMPERATURE,
    /** mmHg. */
    SYSTOLIC,
    /** mmHg. */
    DIASTOLIC,
    /** mmHg, charted or derived. */
    MEAN,
    /** Per cent. */
    SATURATION,
    /** Beats a minute. */
    HEART_RATE,
    /** Breaths a minute. */
    RESPIRATORY_RATE,
    /** Kilograms, charted during the stay. */
    WEIGHT,
    /** Centimetres. */
    HEIGHT
}
