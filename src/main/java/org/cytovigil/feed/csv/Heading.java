package org.cytovigil.feed.csv;

import java.util.Locale;

/**
 * The heading of a column: a name, and a unit behind it in brackets or parentheses.
 *
 * @param name without the unit, as written
 * @param unit empty when there is none
 */
record Heading(String name, String unit) {
    /** The heading as it is written in a cell. */
    static Heading of(String cell) {
        String text = cell.replace('\u00A0', ' ').strip();
        int open = text.endsWith("]") ? opening(text, '[', ']') : opening(text, '(', ')');
        return open <= 0
                ? new Heading(text, "")
                : new Heading(
                        text.substring(0, open).strip(),
                        text.substring(open + 1, text.length() - 1).strip());
    }

    /** Where the bracket was opened that closes at the end: units have brackets themselves. */
    private static int opening(String text, char open, char close) {
        int depth = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            char one = text.charAt(i);
            depth += one == close ? 1 : 0;
            depth -= one == open ? 1 : 0;
            if (depth == 0) {
                return one == open ? i : -1;
            }
        }
        return -1;
    }

    /** The name in lower case, with one blank for every run of blanks, hyphens and underscores. */
    String plain() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]+", " ").strip();
    }
}
