package org.cytovigil.feed.mapping;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers exactly. */
final class Numbers {
    /** More digits than any device sends; a longer text is no measurement and costs time. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,20})?|\\.\\d{1,20})(?:[eE][+-]?\\d{1,2})?");

    private Numbers() {}

    /** The number; empty when the text is none. */
    static Optional<BigDecimal> read(String text) {
        String bare = text.strip();
        return NUMBER.matcher(bare).matches()
                ? Optional.of(new BigDecimal(bare))
                : Optional.empty();
    }
}
