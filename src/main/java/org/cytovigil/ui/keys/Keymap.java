package org.cytovigil.ui.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The keys of a screen or a part of one. Whatever acts on a key asks its map, and the help lists
 * the same map, so that neither knows a key which the other does not. FX thread.
 */
// [impl->req~ui.keys-shown~1]
public final class Keymap {
    private static final List<KeyCode> DIGITS =
            List.of(
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7,
                    KeyCode.DIGIT8,
                    KeyCode.DIGIT9);
    private static final List<KeyCode> NUMPAD =
            List.of(
                    KeyCode.NUMPAD1,
                    KeyCode.NUMPAD2,
                    KeyCode.NUMPAD3,
                    KeyCode.NUMPAD4,
                    KeyCode.NUMPAD5,
                    KeyCode.NUMPAD6,
                    KeyCode.NUMPAD7,
                    KeyCode.NUMPAD8,
                    KeyCode.NUMPAD9);

    private final List<Supplier<Command>> commands = new ArrayList<>();

    /**
     * Adds a command.
     *
     * @param keys what does it; the help shows the first
     */
    public Keymap on(String text, Runnable act, KeyCombination... keys) {
        return onIf(
                text,
                () -> {
                    act.run();
                    return true;
                },
                keys);
    }

    /** Adds a command that may find nothing to do, and then leaves the key to others. */
    public Keymap onIf(String text, BooleanSupplier act, KeyCombination... keys) {
        return add(new Command(text, List.of(keys), Command.words(keys[0]), "", act));
    }

    /**
     * Adds a command that cannot be done at some times; its keys then do nothing, and the help says
     * why.
     *
     * @param barred why it cannot be done now; empty when it can
     */
    public Keymap onUnless(
            Supplier<String> barred, String text, Runnable act, KeyCombination... keys) {
        commands.add(
                () -> {
                    String why = barred.get();
                    return new Command(
                            text,
                            List.of(keys),
                            Command.words(keys[0]),
                            why,
                            () -> {
                                if (why.isEmpty()) {
                                    act.run();
                                }
                                return true;
                            });
                });
        return this;
    }

    /** Adds all commands of another map, as it is now. */
    public Keymap all(Keymap others) {
        commands.addAll(others.commands);
        return this;
    }

    private Keymap add(Command command) {
        commands.add(() -> command);
        return this;
    }

    /**
     * Adds a command for each of some numbers; the help has one line for all.
     *
     * @param act is given the number from 0, and tells whether there was such a one
     * @param with makes the key of a digit
     */
    public Keymap onNumbers(
            String text, int count, IntPredicate act, Function<KeyCode, KeyCombination> with) {
        for (int i = 0; i < count; i++) {
            int number = i;
            List<KeyCombination> keys =
                    List.of(with.apply(DIGITS.get(i)), with.apply(NUMPAD.get(i)));
            add(
                    new Command(
                            text,
                            keys,
                            i > 0 ? "" : Command.words(keys.getFirst()) + " – " + count,
                            "",
                            () -> act.test(number)));
        }
        return this;
    }

    /** Acts on a key; true when it was one of these and there was something to do. */
    public boolean handle(KeyEvent event) {
        for (Command command : commands()) {
            if (command.matches(event)) {
                return command.act().getAsBoolean();
            }
        }
        return false;
    }

    /** All of them, in the order in which they were added. */
    public List<Command> commands() {
        return commands.stream().map(Supplier::get).toList();
    }

    /** A key by itself. */
    public static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    /** A key that may be typed with Shift, as a letter or a sign. */
    public static KeyCombination sign(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHIFT_ANY);
    }

    /** A key with Shift. */
    public static KeyCombination shift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
    }

    /** A key with Ctrl, with Shift or without: some keyboards have plus only with it. */
    public static KeyCombination ctrl(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_ANY);
    }

    /** A key with Alt. */
    public static KeyCombination alt(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
    }
}
