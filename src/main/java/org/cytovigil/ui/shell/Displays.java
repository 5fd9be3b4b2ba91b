package org.cytovigil.ui.shell;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.util.Subscription;

/** The screens that are connected to the computer. FX thread. */
interface Displays {
    /** One screen for ever: for pictures, and windows that stand nowhere. */
    Displays ONE =
            new Displays() {
                @Override
                public List<Rectangle2D> bounds() {
                    return List.of(Rectangle2D.EMPTY);
                }

                @Override
                public Subscription onChange(Runnable changed) {
                    return Subscription.EMPTY;
                }
            };

    /** Those of this computer. */
    Displays CONNECTED =
            new Displays() {
                @Override
                public List<Rectangle2D> bounds() {
                    // Two that show the same picture are one.
                    return Screen.getScreens().stream().map(Screen::getBounds).distinct().toList();
                }

                @Override
                public Subscription onChange(Runnable changed) {
                    return Screen.getScreens().subscribe(changed);
                }
            };

    /** Where each of them lies, in the coordinates of windows; at least one. */
    List<Rectangle2D> bounds();

    /** Runs something whenever one is connected, unplugged or changed. */
    Subscription onChange(Runnable changed);
}
