package org.cytovigil.ui.theme;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The words of the screens, from the resource bundle in {@code assets/text}. */
public final class Texts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("assets.text.ui", Locale.ROOT);

    /** Read once: a board makes some thousand texts a second. Formats are for one thread each. */
    private static final ThreadLocal<Map<String, MessageFormat>> FORMATS =
            ThreadLocal.withInitial(HashMap::new);

    private Texts() {}

    /**
     * The text of a key.
     *
     * @param values fill the places {@code {0}}, {@code {1}} ...
     * @throws java.util.MissingResourceException when the bundle lacks the key
     */
    public static String of(String key, Object... values) {
        return values.length == 0
                ? BUNDLE.getString(key)
                : FORMATS.get()
                        .computeIfAbsent(
                                key, k -> new MessageFormat(BUNDLE.getString(k), Locale.ROOT))
                        .format(values);
    }
}
