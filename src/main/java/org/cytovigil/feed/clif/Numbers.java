package org.cytovigil.feed.clif;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads numbers as files write them. */
final class Numbers {
    private static final int LONGEST = 40;

    private Numbers() {}

    /**
     * The number, exactly; empty when the text is none (a comparison such as {@code <0.5} is none).
     */
    static Optional<BigDecimal> read(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Why a text was not read as a number. */
    static String fault(String text) {
        return text.isEmpty() ? "no value" : "'%s' is not a number".formatted(text);
    }
}
