package org.cytovigil.feed.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A row of the table that says what a code stands for.
 *
 * @param systems in capitals, by their HL7 names; empty text for a code without a system
 * @param codes in capitals
 * @param names one of which the name beside the code must match
 * @param units accepted, by UCUM code; empty when it has none
 * @param unitless whether the value may come without a unit, and then is in the first
 * @param target what it stands for
 * @param place file and line
 */
record Row(
        Set<String> systems,
        Set<String> codes,
        Names names,
        List<String> units,
        boolean unitless,
        Target target,
        String place) {

    /** Texts in capitals or not, with a star for anything. */
    record Names(String written, List<Pattern> patterns) {
        /** No name is longer; what is has been made to cost time. */
        private static final int LONGEST = 250;

        static Names of(List<String> texts) {
            return new Names(
                    String.join(" or ", texts),
                    texts.stream()
                            .map(
                                    text ->
                                            Pattern.compile(
                                                    Pattern.quote(text.toLowerCase(Locale.ROOT))
                                                            .replace("*", "\\E.*\\Q"),
                                                    Pattern.DOTALL))
                            .collect(Collectors.toUnmodifiableList()));
        }

        boolean match(String name) {
            String lower = name.strip().toLowerCase(Locale.ROOT);
            return lower.length() <= LONGEST
                    && patterns.stream().anyMatch(pattern -> pattern.matcher(lower).matches());
        }
    }
}
