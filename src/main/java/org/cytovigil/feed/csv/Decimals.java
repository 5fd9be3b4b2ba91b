package org.cytovigil.feed.csv;

import java.util.regex.Pattern;

/**
 * The decimal sign of numbers. Where commas separate fields it is the point. Elsewhere it is the
 * point or the comma; what could as well be a thousands separator is refused.
 */
final class Decimals {
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d*,\\d+");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");

    private Decimals() {}

    /** A cell with a point for its decimal sign, or why it has none. */
    sealed interface Read {
        /** It can be looked at as a number. */
        record Plain(String text) implements Read {}

        /** It cannot be told which number is meant. */
        record Ambiguous(String reason) implements Read {}
    }

    /**
     * Reads a cell.
     *
     * @param separator between the fields of the file
     */
    static Read read(String cell, char separator) {
        if (separator == ',') {
            return new Read.Plain(cell);
        }
        boolean comma = COMMA.matcher(cell).matches();
        // Where the comma is the decimal sign a point groups thousands, and the other way round.
        if (THOUSANDS.matcher(cell).matches()) {
            return new Read.Ambiguous(
                    "'%s' may be a decimal number or thousands: write it with another number of decimals"
                            .formatted(cell));
        }
        return new Read.Plain(comma ? cell.replace(',', '.') : cell);
    }
}
