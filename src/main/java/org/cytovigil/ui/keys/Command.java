package org.cytovigil.ui.keys;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Something that a key does.
 *
 * @param text what it does, in a few words
 * @param keys what does it, the one that is shown first; none when another part acts on it
 * @param shown its key in words; empty when the help has it in the line above
 * @param barred why it cannot be done now; empty when it can
 * @param act does it, and tells whether there was anything to do
 */
public record Command(
        String text, List<KeyCombination> keys, String shown, String barred, BooleanSupplier act) {
    public Command {
        keys = List.copyOf(keys);
    }

    /** Whether one of its keys was pressed. */
    public boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(key -> key.match(event));
    }

    /**
     * The words of a key, such as "Ctrl+H" or "Left"; what it may be pressed with and need not is
     * left out.
     */
    public static String words(KeyCombination key) {
        return key.getName().replaceAll("Ignore [A-Za-z]+\\+?", "");
    }
}
