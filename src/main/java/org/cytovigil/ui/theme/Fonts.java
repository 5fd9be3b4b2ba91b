package org.cytovigil.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/**
 * B612, the typeface made for cockpit screens, bundled so that every computer shows the same. FX
 * thread.
 */
public final class Fonts {
    private static final String FAMILY = "B612";

    static {
        load("B612-Regular.otf");
        load("B612-Bold.otf");
    }

    private Fonts() {}

    /** The upright face at a size in pixels. */
    public static Font regular(double size) {
        return Font.font(FAMILY, size);
    }

    /** The bold face at a size in pixels. */
    public static Font bold(double size) {
        return Font.font(FAMILY, javafx.scene.text.FontWeight.BOLD, size);
    }

    /** Makes the typeface known to style sheets. */
    public static void install() {
        // Loading this class has done it.
    }

    /**
     * Makes the face whose letters are all of one width known to style sheets, as "B612 Mono
     * Regular".
     */
    public static void installMonospaced() {
        // Its own class, so that a start without raw texts does not wait for it.
        Monospaced.install();
    }

    private static final class Monospaced {
        static {
            load("B612Mono-Regular.otf");
            // That file names its family B612 as well, and the one loaded last is who is meant.
            load("B612-Regular.otf");
        }

        static void install() {
            // Loading this class has done it.
        }
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("/assets/fonts/" + file)) {
            if (in == null || Font.loadFont(in, 12) == null) {
                throw new IllegalStateException(
                        "the font " + file + " is missing from the program");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
