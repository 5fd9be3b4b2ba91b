package org.cytovigil.clinical;

import java.util.regex.Pattern;

/** Text from elsewhere, fit for a line of a screen or a terminal. */
public final class OneLine {
    // Control, format (U+202E turns the rest of a line round), line and paragraph separators.
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private OneLine() {}

    /**
     * The text in one line that neither steers a terminal nor turns the direction of reading,
     * whatever names and reasons it holds: control and format characters become spaces.
     */
    public static String of(String text) {
        return STEERING.matcher(text).replaceAll(" ");
    }

    /** Whether the text holds none of those characters. */
    public static boolean is(String text) {
        return !STEERING.matcher(text).find();
    }
}
