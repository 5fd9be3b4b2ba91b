package org.cytovigil.ui.theme;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the screens, from the resource bundle in {@code assets/text}. */
public final class Texts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("assets.text.ui", Locale.ROOT);

    private Texts() {}

    /**
     * The text of a key.
     *
     * @param values fill the places {@code {0}}, {@code {1}} ...
     * @throws java.util.MissingResourceException when the bundle lacks the key
     */
    public static String of(String key, Object... values) {
        String text = BUNDLE.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
    }
}
