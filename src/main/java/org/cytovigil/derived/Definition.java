package org.cytovigil.derived;

/**
 * What a derived value is, whoever the patient.
 *
 * @param name its name in files, such as "shock-index"
 * @param label its short name on screen
 * @param formula how it is worked out, in symbols or words
 * @param source where the formula was published
 * @param unit the unit, with its UCUM code; empty for a ratio, a count or points
 * @param decimals how many decimals a reader is shown
 */
public record Definition(
        String name, String label, String formula, String source, String unit, int decimals) {}
