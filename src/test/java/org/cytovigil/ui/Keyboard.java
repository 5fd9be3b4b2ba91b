package org.cytovigil.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Keys as the guide writes them: "Enter", "Ctrl+H", "Shift+F4", or what is typed. */
final class Keyboard {
    private Keyboard() {}

    /**
     * Presses a key, or types.
     *
     * @return how many keystrokes beside digits that was
     */
    static int press(FxRobot robot, String key) {
        List<KeyCode> codes = new ArrayList<>();
        for (String part : key.split("\\+", -1)) {
            switch (part) {
                case "Ctrl" -> codes.add(KeyCode.CONTROL);
                case "Shift" -> codes.add(KeyCode.SHIFT);
                default -> {
                    KeyCode code =
                            KeyCode.getKeyCode(
                                    part.length() == 1 ? part.toUpperCase(Locale.ROOT) : part);
                    if (code == null || (codes.isEmpty() && part.length() == 1)) {
                        robot.write(key, 0);
                        WaitForAsyncUtils.waitForFxEvents();
                        return (int) key.chars().filter(each -> !Character.isDigit(each)).count();
                    }
                    codes.add(code);
                }
            }
        }
        robot.push(codes.toArray(KeyCode[]::new));
        WaitForAsyncUtils.waitForFxEvents();
        return 1;
    }

    /** Presses one after the other. */
    static void press(FxRobot robot, List<String> keys) {
        keys.forEach(key -> press(robot, key));
    }
}
