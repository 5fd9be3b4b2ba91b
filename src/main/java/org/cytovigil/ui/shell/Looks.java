package org.cytovigil.ui.shell;

import java.net.URL;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import org.cytovigil.ui.theme.Fonts;
import org.cytovigil.ui.theme.TextSize;

/** How all that stands in a window looks: its style sheet, colours and size of letters. */
final class Looks {
    /** The size for which the style sheet's measures are written. */
    private static final double WIDTH = 1600;

    private static final double HEIGHT = 900;
    private static final double FONT = 15;
    private static final double LEAST = 0.75;

    /** A wall is read from farther away than a desk. */
    private static final double ON_A_WALL = 1.3;

    /** From this size on, targets of 44 pixels would be too low for their own words. */
    private static final double LARGE_LETTER = 19;

    private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");

    private Looks() {}

    /** Gives a window's root fonts and style sheet. */
    static void install(Region root) {
        Fonts.install();
        URL sheet = Looks.class.getResource("/assets/css/cytovigil.css");
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(sheet, "the style sheet is missing from the program")
                                .toString());
        root.getStyleClass().add("shell");
    }

    /** Gives it the chosen colours, and letters for its size and the chosen size of text. */
    static void apply(Region root, ShellViewModel model, boolean onAWall) {
        double factor =
                larger(model)
                        * Math.max(
                                LEAST,
                                Math.min(root.getWidth() / WIDTH, root.getHeight() / HEIGHT));
        double letter = Math.rint(FONT * (onAWall ? factor * ON_A_WALL : factor) * 2) / 2;
        root.pseudoClassStateChanged(LARGE, letter >= LARGE_LETTER);
        root.setStyle(model.themeProperty().get().css() + "-fx-font-size: " + letter + "px;");
    }

    /** How much larger than usual text was chosen to be; 1 for the usual size. */
    static double larger(ShellViewModel model) {
        return model.textProperty().get() / (double) TextSize.NORMAL;
    }
}
