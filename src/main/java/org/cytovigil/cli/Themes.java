package org.cytovigil.cli;

import org.cytovigil.ui.theme.Theme;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads the value of {@code --theme}. */
final class Themes {
    private Themes() {}

    /**
     * The theme of that name.
     *
     * @throws ParameterException when there is none
     */
    static Theme parse(String text, CommandLine line) {
        try {
            return Theme.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    line, "--theme: \"" + text + "\" is none of night, day, high-contrast", e);
        }
    }
}
