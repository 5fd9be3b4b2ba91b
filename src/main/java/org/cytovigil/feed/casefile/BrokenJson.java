package org.cytovigil.feed.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a text is no JSON, for the reader of a case file: the parser's own words name its switches,
 * which nobody can set here.
 */
final class BrokenJson {
    private static final Pattern NO_NUMBER = Pattern.compile("Non-standard token '([^']*)'.*");
    private static final Pattern LIMIT =
            Pattern.compile("(.*?) \\(\\d+\\) exceeds the maximum allowed \\((\\d+).*");
    private static final Pattern SWITCH =
            Pattern.compile(
                    ":? enable `[^`]*` to allow| \\(not recognized as one since Feature '[^']*' not"
                            + " enabled for parser\\)");

    private BrokenJson() {}

    static String reason(JsonProcessingException thrown) {
        String words = String.valueOf(thrown.getOriginalMessage());
        if (thrown instanceof StreamConstraintsException) {
            return limit(words);
        }
        Matcher token = NO_NUMBER.matcher(words);
        if (token.matches()) {
            return token.group(1) + " is no number";
        }
        return SWITCH.matcher(words).replaceAll("");
    }

    private static String limit(String words) {
        Matcher matcher = LIMIT.matcher(words);
        if (!matcher.matches()) {
            return "more than this program reads";
        }
        return switch (matcher.group(1)) {
            case "Document nesting depth" -> "nested deeper than " + matcher.group(2) + " levels";
            case "Number value length" -> "a number of more than " + matcher.group(2) + " digits";
            default -> "a text or name longer than " + matcher.group(2) + " characters";
        };
    }
}
